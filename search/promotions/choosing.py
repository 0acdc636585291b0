"""What editors chose for a question, to stand above the results that the engine found."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.db.models import OuterRef, Q, QuerySet, Subquery
from wagtail.contrib.search_promotions.models import SearchPromotion

from search.asking.asked import key_of
from search.index.pages import unrestricted
from search.models import PromotedQuestion, StoredRecord
from search.packing import unpacked
from search.query import FACETS, VALUE_FACETS, SearchQuery
from search.records import SearchRecord, facet_values
from search.results import SearchResults

MOST = 5  # more and the results themselves are out of sight
SCHEMES = frozenset({"http", "https"})
Find = Callable[[SearchQuery], SearchResults]


@dataclass(frozen=True, slots=True)
class Promotion:
    title: str
    url: str
    text: str
    page: int = 0
    """0 for an address on another site."""
    record: SearchRecord | None = None
    """What search knows of the page; None when it must not be found by its words."""


def promotions_for(query: SearchQuery) -> tuple[Promotion, ...]:
    """The public ones that fit the filters, in the order of the editors."""
    key = key_of(query.words)
    if not key:
        return ()
    # Few questions have any, and to ask that takes less than to fetch them.
    questions = [*PromotedQuestion.objects.filter(key=key).values_list("query", flat=True)]
    if not questions:
        return ()
    chosen: dict[str, Promotion] = {}
    for row in _rows(questions):
        promotion = _promotion(row)
        if promotion and _fits(promotion, query):
            chosen.setdefault(promotion.url, promotion)
    return tuple(chosen.values())[:MOST]


def below(promotions: tuple[Promotion, ...], query: SearchQuery) -> SearchQuery:
    """The same question for what stands below: nothing is shown twice."""
    return replace(query, leave_out=tuple(one.page for one in promotions if one.page))


def counted_in_facets(promotions: tuple[Promotion, ...], find: Find) -> Find:
    """Counts them in each of their facets, where the engine left them out.

    The total stays that of the rest, by which the pages are numbered.
    """
    records = [promotion.record for promotion in promotions if promotion.record]

    def find_and_count(query: SearchQuery) -> SearchResults:
        results = find(query)
        facets = {}
        for facet in FACETS:
            counts = Counter(results.facets.get(facet, {}))
            for record in records:
                counts.update(facet_values(record, facet))
            facets[facet] = dict(counts)
        return replace(results, facets=facets)

    return find_and_count if records else find


def _rows(questions: list[int]) -> QuerySet[SearchPromotion]:
    known = StoredRecord.objects.filter(pk=OuterRef("page_id")).values("record")
    rows: QuerySet[SearchPromotion] = (
        SearchPromotion.objects.filter(query__in=questions)
        .filter(Q(page=None) | Q(page__live=True) & Q(unrestricted("page__path")))
        .select_related("page")
        .annotate(record=Subquery(known))
        .order_by("sort_order", "pk")
    )
    return rows


def _promotion(row: SearchPromotion) -> Promotion | None:
    if row.page is None:
        if urlsplit(row.external_link_url).scheme not in SCHEMES:
            return None
        return Promotion(row.external_link_text, row.external_link_url, row.description)
    record = unpacked(row.record) if row.record else None
    url = record.url if record else row.page.url
    if not url:
        return None  # outside the tree of this site
    text = row.description or (record.summary if record else "")
    return Promotion(row.page.title, url, text, row.page_id, record)


def _fits(promotion: Promotion, query: SearchQuery) -> bool:
    """Whether no filter would leave it out; of another site nothing is known to filter by."""
    record = promotion.record
    if record is None:
        return not query.narrowed_by
    for facet in VALUE_FACETS:
        chosen = query.values(facet)
        if chosen and not {*chosen} & {*facet_values(record, facet)}:
            return False
    if query.year_from is None and query.year_to is None:
        return True
    year = record.date.year if record.date else None
    return year is not None and (query.year_from or year) <= year <= (query.year_to or year)
