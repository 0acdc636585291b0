"""The simpler search: the database answers from the stored records, without an engine.

Finds every word as it is written in title, summary and keywords, and the parts of compounds there;
no inflections, typing errors or phrases, and nothing in the body.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)

from search.asking.grammar import Chunk, Question, parse
from search.dutch.compounds import pieces
from search.dutch.language import STOP_WORDS, fold, words
from search.engines.marking import Marker
from search.index.stored import LONGEST_TERM
from search.models import StoredRecord, StoredTerm
from search.packing import unpacked
from search.query import FACETS, MAX_PAGE, VALUE_FACETS, SearchQuery
from search.records import YEAR_FACET
from search.results import Hit, SearchResults, Suggestion

MOST_VALUES = 1_000
MOST_WORDS = 100  # of a text that pages are to be like
# Without a date last, which PostgreSQL would put first.
ORDER: tuple[Any, ...] = (F("day").desc(nulls_last=True), "-page_id")


def find(query: SearchQuery) -> SearchResults:
    question = parse(query.words, query.synonyms)
    found = _narrowed(_matching(question), query)
    size = min(max(query.page_size, 1), 100)
    first = (min(max(query.page, 1), MAX_PAGE) - 1) * size
    order = ("-corroboration", *ORDER) if query.sort == "onderbouwing" else ORDER
    if query.sort == "relevantie" and any(chunk.others for chunk in question.wanted):
        found = found.annotate(said=ExpressionWrapper(_literally(question), BooleanField()))
        order = ("-said", *order)
    wanted = {word for chunk in question.wanted for one in _said(chunk) for word in one.words}

    marker = Marker(lambda written: fold(written) in wanted)

    hits = []
    for row in found.order_by(*order)[first : first + size]:
        one = unpacked(row.record)
        hits.append(Hit(one, marker.mark(one.title), marker.fragment(one.summary)))
    return SearchResults(
        total=found.count(), hits=tuple(hits), facets=_facets(question, query), simple=True
    )


def suggest(text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
    """Pages with all of the words; an unfinished one finds nothing here."""
    question = parse(text[:200])
    if not question.wanted:
        return ()
    last = question.wanted[-1].words[-1][:LONGEST_TERM]
    # Most are unfinished, and without this each would look through every page in vain.
    if not question.numbers and not StoredTerm.objects.filter(facet="", value=last).exists():
        return ()
    rows = _matching(question).order_by(*ORDER)[:limit]
    return tuple(
        Suggestion(one.title, one.url, page=one.id)
        for one in (unpacked(row.record) for row in rows)
    )


def related(page_id: int, *, limit: int = 3) -> tuple[Hit, ...]:
    """Pages that share the most themes and tags."""
    shared = StoredTerm.objects.filter(record=page_id, facet__in=("thema", "tag"))
    alike = (
        StoredTerm.objects.filter(
            facet__in=("thema", "tag"), value__in=list(shared.values_list("value", flat=True))
        )
        .exclude(record=page_id)
        .values_list("record")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-record")[:limit]
    )
    return _hits(page_id for page_id, _ in alike)


def similar(text: str, *, types: Sequence[str] = (), limit: int = 3) -> tuple[Hit, ...]:
    """Pages that have the most of the words in their title, summary and keywords."""
    found: dict[str, None] = {}
    for word in words(text):
        if word not in STOP_WORDS:
            found.update(dict.fromkeys((word[:LONGEST_TERM], *pieces(word))))
    alike = StoredTerm.objects.filter(facet="", value__in=list(found)[:MOST_WORDS])
    if types:
        of_type = StoredTerm.objects.filter(
            record=OuterRef("record"), facet="type", value__in=list(types)
        )
        alike = alike.filter(Exists(of_type))
    counted = alike.values_list("record").annotate(shared=Count("pk"))
    return _hits(page_id for page_id, _ in counted.order_by("-shared", "-record")[:limit])


def _hits(page_ids: Iterable[int]) -> tuple[Hit, ...]:
    """In this order, with nothing marked."""
    ids = list(page_ids)
    rows = StoredRecord.objects.exclude(record=None).in_bulk(ids)
    found = [unpacked(rows[page_id].record) for page_id in ids if page_id in rows]
    plain = Marker()
    return tuple(Hit(one, plain.mark(one.title), plain.fragment(one.summary)) for one in found)


def _matching(question: Question) -> QuerySet[StoredRecord]:
    found = StoredRecord.objects.exclude(record=None)
    every = Q()
    for chunk in question.wanted:
        some = Q()
        for one in _said(chunk):
            some |= _all_of(one)
        every &= some
    if question.wanted:
        found = found.filter(every | _has("", [n[:LONGEST_TERM] for n in question.numbers]))
    for chunk in question.unwanted:
        for word in chunk.words:
            found = found.exclude(_has("", [word[:LONGEST_TERM]]))
    return found


def _said(chunk: Chunk) -> tuple[Chunk, ...]:
    """The words themselves, then their synonyms."""
    return (chunk, *chunk.others)


def _literally(question: Question) -> Q:
    every = Q()
    for chunk in question.wanted:
        every &= _all_of(chunk)
    return every


def _all_of(chunk: Chunk) -> Q:
    every = Q()
    for word in chunk.words:
        every &= _has("", [word[:LONGEST_TERM]])
    return every


def _has(facet: str, values: list[str]) -> Q:
    # Not by Exists: SQLite would look at every page, also when few have the word.
    terms = StoredTerm.objects.filter(facet=facet, value__in=values)
    return Q(pk__in=terms.values("record"))


def _narrowed(
    found: QuerySet[StoredRecord], query: SearchQuery, *, but: str = ""
) -> QuerySet[StoredRecord]:
    for facet in VALUE_FACETS:
        chosen = list(query.values(facet))
        if chosen and facet != but:
            found = found.filter(_has(facet, chosen))
    if query.leave_out:
        found = found.exclude(pk__in=query.leave_out)
    if but != YEAR_FACET:
        if query.year_from is not None:
            found = found.filter(day__year__gte=query.year_from)
        if query.year_to is not None:
            found = found.filter(day__year__lte=query.year_to)
    return found


def _facets(question: Question, query: SearchQuery) -> dict[str, dict[str, int]]:
    counted: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        found = _narrowed(_matching(question), query, but=facet)
        counts = (
            StoredTerm.objects.filter(facet=facet, record__in=found)
            .values_list("value")
            .annotate(pages=Count("pk"))
            .order_by("-pages", "value")[:MOST_VALUES]
        )
        counted[facet] = dict(counts)
    return counted
