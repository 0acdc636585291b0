"""From pages to records: only live, public ones have one."""

import logging
import pickle
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.apps import apps
from django.db import OperationalError
from django.db.models import Exists, OuterRef
from django.db.models.expressions import Combinable, NegatedExpression
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet

from search.engines.chunks import chunks
from search.index.spreading import Spread
from search.records import SearchRecord

logger = logging.getLogger(__name__)

# Pages whose relations are fetched together. SQLite takes no query about more than a thousand
# related objects, and a hundred lessons with ten pieces of evidence each have as many.
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Failed:
    """A page that could not say what it is to search."""

    why: str


Reading = SearchRecord | Failed | None
"""A page's record, None when it must not be found, or what went wrong."""


def public_ids(page_ids: Iterable[int]) -> set[int]:
    """Which of these pages anybody may see now, in one query where `public()` takes two."""
    ids = set(page_ids)
    if not ids:
        return set()
    public = Page.objects.live().filter(unrestricted("path"), pk__in=ids)
    return set(public.values_list("pk", flat=True).order_by())


def unrestricted(path: str) -> "NegatedExpression[Combinable]":
    """That no restriction stands at or above the page, whose path is in this field."""
    return ~Exists(
        PageViewRestriction.objects.filter(page__path=Left(OuterRef(path), Length("page__path")))
    )


def read(page_ids: Iterable[int]) -> dict[int, Reading]:
    """Every page as it is now."""
    found: dict[int, Reading] = dict.fromkeys(page_ids)
    by_model: dict[type[Page] | None, list[int]] = defaultdict(list)
    for page in (
        Page.objects.live().public().filter(pk__in=list(found)).select_related("content_type")
    ):
        by_model[page.specific_class].append(page.pk)
    for model, ids in by_model.items():
        if model is not None and hasattr(model, "search_record"):
            for page in _fetched(partial(_queryset, model), ids):
                found[page.pk] = record_of(page)
    return found


def every(*, but: Collection[int] = (), spread: Spread = map) -> Iterator[tuple[int, Reading]]:
    """Every live, public page of every type that is findable, a chunk at a time."""
    for some in spread(_read_public, _chunks_of_public(but)):
        yield from some


def _chunks_of_public(but: Collection[int]) -> Iterator[tuple[str, Sequence[int]]]:
    for model in _findable():
        ids = list(_public(model).values_list("pk", flat=True).order_by("pk"))
        for some in chunks((pk for pk in ids if pk not in but), AT_ONCE):
            yield model._meta.label, some


def _read_public(chunk: tuple[str, Sequence[int]]) -> list[tuple[int, Reading]]:
    label, ids = chunk
    pages = partial(_public, apps.get_model(label))
    return [(page.pk, _portable(record_of(page))) for page in _fetched(pages, ids)]


def _portable(reading: Reading) -> Reading:
    """What another process could not send is the fault of one page, too."""
    try:
        pickle.dumps(reading)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        return Failed(f"{type(error).__name__}: {error}")
    return reading


def count_every() -> int:
    return sum(_public(model).count() for model in _findable())


def record_of(page: Any) -> Reading:
    """One page's fault, whatever it is, must not keep the others from being found."""
    try:
        record = page.search_record()
    except Exception as error:
        logger.exception("Page %d says nothing to search", page.pk)
        return Failed(f"{type(error).__name__}: {error}")
    if record is None or isinstance(record, SearchRecord):
        return record
    return Failed(f"This is no search record: {record!r}")


def _fetched(pages: Callable[[], PageQuerySet], ids: Iterable[int]) -> Iterator[Any]:
    """In the order of their ids; one by one where there is too much to fetch at once.

    `pages` is asked for each time anew: what is public may change meanwhile.
    """
    for some in chunks(ids, AT_ONCE):
        try:
            found = list(pages().filter(pk__in=some).order_by("pk"))
        except OperationalError:
            found = [page for pk in some for page in pages().filter(pk=pk)]
        yield from found


def _queryset(model: type[Page]) -> PageQuerySet:
    """A page type may say what to fetch along with many pages at once."""
    own = getattr(model, "search_queryset", None)
    return own() if own else model.objects.all()


def _findable() -> list[type[Page]]:
    return [
        model
        for model in get_page_models()
        if hasattr(model, "search_record") and not model._meta.abstract
    ]


def _public(model: type[Page]) -> PageQuerySet:
    return _queryset(model).live().public().exact_type(model)
