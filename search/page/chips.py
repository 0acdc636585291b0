"""The filters in use as one sentence, of which each part leads to the question without it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.page.facets import LABELS, Names
from search.query import SearchQuery
from search.records import KINDS, YEAR_FACET

# In the order of the sentence.
ORDER = ("type", "thema", "tag", "org", "land", YEAR_FACET)
OPENINGS = {
    "thema": gettext_lazy("over"),
    "tag": gettext_lazy("met de tag"),
    "org": gettext_lazy("van een"),
    "land": gettext_lazy("uit"),
}
# Beginnings of the names of countries that have an article.
ARTICLES = {"Verenigd ": "het", "Verenigde ": "de", "Europese ": "de"}


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    """What kind of filter it is."""
    name: str
    url: str
    """The address of the same question without this filter."""
    before: str = ""
    """The words between the filter before it and this one."""


def address_of(query: SearchQuery) -> str:
    return f"{reverse('search')}{query.to_querystring()}"


def chips_of(query: SearchQuery, names: Names) -> tuple[Chip, ...]:
    """In order they read as "Lessen over regie of inkoop uit Denemarken sinds 2020"."""
    chips: list[Chip] = []
    for facet in ORDER:
        if facet in query.narrowed_by:
            begins = _("Alles") if not chips and facet != "type" else ""
            chips += _of(facet, query, names, begins)
    return tuple(chips)


def sentence_of(chips: Iterable[Chip]) -> str:
    said = " ".join(f"{chip.before} {chip.name}" for chip in chips)
    return " ".join(said.split()).replace(" ,", ",")


def _of(facet: str, query: SearchQuery, names: Names, begins: str) -> Iterator[Chip]:
    label = str(LABELS[facet])
    if facet == YEAR_FACET:
        yield Chip(label, years_in_words(query), address_of(query.without(facet)), begins)
        return
    values = query.values(facet)
    for place, value in enumerate(values):
        rest = query.choosing(facet, [other for other in values if other != value])
        name = _in_sentence(facet, value, names[facet].get(value, value))
        if place == 0:
            before = f"{begins} {OPENINGS.get(facet, '')}".strip()
            name = capfirst(name) if facet == "type" else name
        elif place < len(values) - 1:
            before = ","
        else:
            before = _("en") if facet == "type" else _("of")
        yield Chip(label, name, address_of(rest), before)


def _in_sentence(facet: str, slug: str, name: str) -> str:
    if facet == "type" and slug in KINDS:
        return uncapitalised(str(KINDS[slug].plural))
    if facet == "land":
        article = next((of for begin, of in ARTICLES.items() if name.startswith(begin)), "")
        return f"{article} {name}".strip()
    if facet == "org" and slug == "anders":
        return _("andere organisatie")
    return uncapitalised(name) if facet in ("thema", "org") else name


def uncapitalised(name: str) -> str:
    """As inside a sentence; a name with more capitals, as "Common Ground", keeps them."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name


def years_in_words(query: SearchQuery) -> str:
    first, last = query.year_from, query.year_to
    if first is None:
        return _("tot en met %(year)d") % {"year": last}
    if last is None:
        return _("sinds %(year)d") % {"year": first}
    if first == last:
        return _("in %(year)d") % {"year": first}
    return _("van %(first)d tot en met %(last)d") % {"first": first, "last": last}
