"""The filters in use, each with the address that undoes it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from search.facets import LABELS, Names
from search.query import SearchQuery
from search.records import YEAR_FACET


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    name: str
    url: str
    """The address of the same question without this filter."""


def address_of(query: SearchQuery) -> str:
    return f"{reverse('search')}{query.to_querystring()}"


def chips_of(query: SearchQuery, names: Names) -> tuple[Chip, ...]:
    chips = []
    for facet in query.narrowed_by:
        label = str(LABELS[facet])
        if facet == YEAR_FACET:
            chips.append(Chip(label, years_in_words(query), address_of(query.without(facet))))
            continue
        values = query.values(facet)
        for value in values:
            rest = query.choosing(facet, [other for other in values if other != value])
            chips.append(Chip(label, names[facet].get(value, value), address_of(rest)))
    return tuple(chips)


def years_in_words(query: SearchQuery) -> str:
    first, last = query.year_from, query.year_to
    if first is None:
        return _("tot en met %(year)d") % {"year": last}
    if last is None:
        return _("vanaf %(year)d") % {"year": first}
    return str(first) if first == last else f"{first}-{last}"
