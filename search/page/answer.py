"""From a question to what the page shows: results, names, and a word on what could not be used."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from search.asking.params import shortened
from search.page.facets import Names, names_of
from search.page.pager import last_page
from search.query import VALUE_FACETS, ParsedQuery, SearchQuery
from search.results import SearchResults

Find = Callable[[SearchQuery], SearchResults]


@dataclass(frozen=True, slots=True)
class Answer:
    query: SearchQuery
    """What was searched in the end: known values only, and a page that exists."""
    results: SearchResults
    names: Names
    messages: tuple[str, ...]


def answer(asked: ParsedQuery, find: Find) -> Answer:
    """Search; a filter nobody knows or a page too far is mended, told, and searched again."""
    query, messages = asked.query, [*asked.messages]
    results = _found(query, find)
    names = names_of(query, results)

    known = query
    for facet in VALUE_FACETS:
        unknown = [value for value in query.values(facet) if value not in names[facet]]
        if unknown:
            messages += [_unknown(facet, value) for value in unknown]
            known = known.choosing(facet, [v for v in query.values(facet) if v not in unknown])
    if known != query:
        query = replace(known, page=asked.query.page)
        results = _found(query, find)
        names = names_of(query, results)

    last = last_page(results.total, query)
    if query.page > last:
        messages.append(_too_far(query.page, last))
        query = replace(query, page=last)
        results = _found(query, find)
        names = names_of(query, results)
    return Answer(query, results, names, tuple(messages))


def _found(query: SearchQuery, find: Find) -> SearchResults:
    # Without words nothing matches better than anything else.
    newest = not query.words and query.sort == "relevantie"
    return find(replace(query, sort="nieuwste") if newest else query)


def _unknown(facet: str, value: str) -> str:
    message = {
        "type": _("De soort ‘%(value)s’ kennen we niet."),
        "thema": _("Het thema ‘%(value)s’ kennen we niet."),
        "land": _("Het land ‘%(value)s’ kennen we niet."),
        "org": _("De soort organisatie ‘%(value)s’ kennen we niet."),
        "tag": _("De tag ‘%(value)s’ kennen we niet."),
    }[facet]
    return message % {"value": shortened(value)}


def _too_far(page: int, last: int) -> str:
    if last == 1:
        return _("Pagina %(page)d bestaat niet: alles past op één pagina.") % {"page": page}
    return _("Pagina %(page)d bestaat niet. Je ziet nu de laatste pagina, %(last)d.") % {
        "page": page,
        "last": last,
    }
