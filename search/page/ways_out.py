"""What helps a reader who found nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from search.page.answer import Find
from search.page.chips import address_of
from search.page.facets import LABELS, most_counted, named
from search.page.sentence import counted
from search.query import SearchQuery

MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class WayOut:
    """A wider question that does have results."""

    label: str
    url: str
    counted: str
    """How many, in words."""


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    url: str


Totals = Callable[[Sequence[SearchQuery]], Sequence[int]]


def wider_questions(query: SearchQuery, totals: Totals) -> tuple[WayOut, ...]:
    """Leave out one filter at a time, then all of them, then one word at a time."""
    narrowed_by = query.narrowed_by
    wider = [
        (_("Zonder het filter %(facet)s") % {"facet": LABELS[facet]}, query.without(facet))
        for facet in narrowed_by
    ]
    if len(narrowed_by) > 1:
        wider.append((_("Zonder filters"), query.unfiltered()))
    words = query.words.split()
    # Of a longer question no single word is the one too many.
    if 1 < len(words) <= MOST_WORDS:
        wider += [
            (
                _("Zonder het woord ‘%(word)s’") % {"word": word},
                replace(query, words=" ".join(words[:place] + words[place + 1 :]), page=1),
            )
            for place, word in enumerate(words)
        ]
    counts = totals([question for _label, question in wider]) if wider else ()
    return tuple(
        WayOut(label, address_of(question), counted(count))
        for (label, question), count in zip(wider, counts, strict=True)
        if count
    )


def themes_to_browse(find: Find) -> tuple[Theme, ...]:
    """The themes with the most pages."""
    everything = find(SearchQuery(page_size=1, sort="nieuwste"))
    slugs = most_counted(everything, "thema")[:10]
    names = named("thema", slugs)
    return tuple(
        Theme(names[slug], address_of(SearchQuery(themes=(slug,))))
        for slug in slugs
        if slug in names
    )
