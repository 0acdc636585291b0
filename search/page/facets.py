"""What the reader can narrow by: choices with their names and counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from search.asking.params import ParamReader, Params
from search.dutch.language import fold
from search.query import VALUE_FACETS, SearchQuery
from search.records import KINDS, VOCABULARIES, YEAR_FACET
from search.results import SearchResults

Names = Mapping[str, Mapping[str, str]]
"""Facet -> slug -> what the reader calls it."""

LABELS = {
    "type": _("Soort"),
    "thema": _("Thema"),
    "land": _("Land"),
    "org": _("Soort organisatie"),
    YEAR_FACET: _("Jaar"),
    "tag": _("Tags"),
}
MORE = {
    "type": ngettext_lazy("Toon nog %(count)d soort", "Toon nog %(count)d soorten", "count"),
    "thema": ngettext_lazy("Toon nog %(count)d thema", "Toon nog %(count)d thema’s", "count"),
    "land": ngettext_lazy("Toon nog %(count)d land", "Toon nog %(count)d landen", "count"),
    "org": ngettext_lazy(
        "Toon nog %(count)d soort organisatie", "Toon nog %(count)d soorten organisaties", "count"
    ),
    "tag": ngettext_lazy("Toon nog %(count)d tag", "Toon nog %(count)d tags", "count"),
}
SHOWN = {"type": 8, "thema": 5, "land": 5, "org": 5, "tag": 6}
# More than these nobody reads; words narrow faster. It also bounds the look-up of names.
SHOWN_AT_MOST = 50
# Facets in which one can search, once they have so many values that reading them all is work.
SOUGHT_IN = {
    "thema": _("Zoek in de thema’s"),
    "land": _("Zoek in de landen"),
    "tag": _("Zoek in de tags"),
}
MANY = 12  # values
LONGEST_SOUGHT = 40
TAGS_OF_A_HIT = 3


@dataclass(frozen=True, slots=True)
class Choice:
    slug: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    """Also the name of the parameter."""
    label: str
    choices: tuple[Choice, ...]
    more: str
    """Words of the button that shows the other choices; empty when all are shown."""
    opened: bool
    expanded: bool
    search_label: str = ""
    """Of the field to search its values with; empty when there is none."""
    sought: str = ""
    found: str = ""
    """How many values have what is sought in their name, in words."""


def names_of(query: SearchQuery, results: SearchResults) -> Names:
    """The names of every slug the page may show, in one look-up for each facet."""
    names: dict[str, Mapping[str, str]] = {
        "type": {slug: str(kind.name) for slug, kind in KINDS.items()}
    }
    for facet in VALUE_FACETS.keys() - names.keys():
        slugs = {*query.values(facet), *most_counted(results, facet)}
        if facet == "tag":
            slugs.update(tag for hit in results.hits for tag in hit.record.tags[:TAGS_OF_A_HIT])
        names[facet] = named(facet, slugs)
    return names


def named(facet: str, slugs: Collection[str]) -> Mapping[str, str]:
    # An app that is not installed has registered no names, so nothing of it exists.
    return VOCABULARIES[facet](slugs) if slugs and facet in VOCABULARIES else {}


def sought_in(params: Params) -> Mapping[str, str]:
    """Facet -> a piece of the names to show, where the reader typed one."""
    reader = ParamReader(params)
    typed = {facet: reader.words(f"zoek_{facet}")[:LONGEST_SOUGHT] for facet in SOUGHT_IN}
    return {facet: text for facet, text in typed.items() if text}


def facets_of(
    query: SearchQuery,
    results: SearchResults,
    names: Names,
    *,
    expanded: frozenset[str],
    sought: Mapping[str, str],
) -> tuple[Facet, ...]:
    """The facets that have something to choose; the years are a range, see `years_of`."""
    facets = []
    for name in VALUE_FACETS:
        if text := sought.get(name, ""):
            facet = _sought(query, results, name, text)
        else:
            choices = _choices(query, results, name, names[name])
            many = len(results.facets.get(name, {})) > MANY
            facet = _facet(name, choices, expanded=name in expanded, many=many)
        if facet.choices or facet.sought:
            facets.append(facet)
    return tuple(facets)


def years_of(query: SearchQuery, results: SearchResults) -> tuple[int, ...]:
    """The years to choose from, newest first: those with results and those chosen."""
    counted = {int(year) for year in results.facets.get(YEAR_FACET, {}) if year.isdecimal()}
    chosen = {year for year in (query.year_from, query.year_to) if year is not None}
    return tuple(sorted(counted | chosen, reverse=True))


def _facet(name: str, choices: list[Choice], *, expanded: bool, many: bool) -> Facet:
    chosen = sum(choice.chosen for choice in choices)
    shown = len(choices) if expanded else max(SHOWN[name], chosen)
    hidden = len(choices) - shown
    if hidden <= 1:
        # A button for a single choice would take the room of that choice.
        shown, hidden = len(choices), 0
    return Facet(
        name=name,
        label=str(LABELS[name]),
        choices=tuple(choices[:shown]),
        more=str(MORE[name] % {"count": hidden}) if hidden else "",
        opened=name != "org" or chosen > 0,
        expanded=expanded,
        search_label=str(SOUGHT_IN.get(name, "")) if many else "",
    )


def _sought(query: SearchQuery, results: SearchResults, facet: str, text: str) -> Facet:
    """The chosen values, and those with the text in their name, wherever it stands."""
    chosen = query.values(facet)
    names = named(facet, {*results.facets.get(facet, {}), *chosen})
    wanted = fold(text)
    matching = {slug: name for slug, name in names.items() if wanted in fold(name)}
    kept = {slug: name for slug, name in names.items() if slug in chosen} | matching
    choices = _choices(query, results, facet, kept, among=kept)
    return Facet(
        name=facet,
        label=str(LABELS[facet]),
        choices=tuple(choices[:SHOWN_AT_MOST]),
        more="",
        opened=True,
        expanded=False,
        search_label=str(SOUGHT_IN[facet]),
        sought=text,
        found=str(_("%(count)d gevonden met ‘%(text)s’")) % {"count": len(matching), "text": text},
    )


def _choices(
    query: SearchQuery,
    results: SearchResults,
    facet: str,
    names: Mapping[str, str],
    *,
    among: Collection[str] | None = None,
) -> list[Choice]:
    """Chosen ones first, then the most frequent; a slug without a name no longer exists."""
    found = most_counted(results, facet) if among is None else among
    counts = results.facets.get(facet, {})
    chosen = query.values(facet)
    choices = [
        Choice(slug, names[slug], counts.get(slug, 0), slug in chosen)
        for slug in {*chosen, *found}
        if slug in names
    ]
    return sorted(choices, key=lambda choice: (not choice.chosen, -choice.count, choice.name))


def most_counted(results: SearchResults, facet: str) -> list[str]:
    """The slugs with results, most results first, as many as a page can hold."""
    counts = results.facets.get(facet, {})
    found = (slug for slug, count in counts.items() if count)
    return sorted(found, key=lambda slug: (-counts[slug], slug))[:SHOWN_AT_MOST]
