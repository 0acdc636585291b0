"""What other apps use of search: records in, and a word when something changed."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchRecord:
    """What one live, public page tells the index.

    Facets hold slugs; their names live in the database.
    """

    id: int
    """The id of the page."""
    type: str
    """Slug of the kind of page, one of the registered kinds."""
    url: str
    """Path on this site, "/lessen/..."."""
    title: str
    summary: str = ""
    body: str = ""
    number: str = ""
    """Public number such as "L-12"; empty where a type has none."""
    keywords: tuple[str, ...] = ()
    """Names worth a match: places, hosts, organisations, systems, themes, countries."""
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    organisation_types: tuple[str, ...] = ()
    date: datetime.date | None = None
    """The day it is about; drives the year facet and "newest first"."""
    corroboration: int = 0
    """Number of trips on which a lesson was seen; 0 for every other type."""
    status: str = ""
    """Value of the stage or status shown beside the title; empty where a type has none."""
    documents: str = ""
    """The words in the documents that the page shows and anyone may open."""
    details: tuple[tuple[str, str], ...] = ()
    """What a result shows below its text, as (icon name, words)."""


# Facet, as the address and the results name it -> field of the record.
FACET_FIELDS = {
    "type": "type",
    "thema": "themes",
    "land": "countries",
    "org": "organisation_types",
    "tag": "tags",
}
YEAR_FACET = "jaar"


def facet_values(record: SearchRecord, facet: str) -> tuple[str, ...]:
    """What a record is counted under, each value once."""
    if facet == YEAR_FACET:
        return (str(record.date.year),) if record.date else ()
    value = getattr(record, FACET_FIELDS[facet])
    return tuple(dict.fromkeys((value,) if isinstance(value, str) else value))


class Findable(Protocol):
    """A page that says what it is to search. None: never found, on purpose."""

    def search_record(self) -> SearchRecord | None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page as the reader knows it, a value of the facet `type`."""

    slug: str
    name: str | Promise
    plural: str | Promise
    icon: str
    colour: str
    """Suffix of the style that colours it: les, reis, praktijk or event."""


KINDS: dict[str, Kind] = {}

# Facet name -> a function from slugs to their names; one without a name does not exist (any more).
Names = Callable[[Iterable[str]], Mapping[str, str]]
VOCABULARIES: dict[str, Names] = {}
# Facet name -> a function from what somebody calls a value to all that may be meant, by slug.
Candidates = Callable[[str], Mapping[str, str]]
CANDIDATES: dict[str, Candidates] = {}


def register_kind(kind: Kind) -> None:
    KINDS[kind.slug] = kind


def register_vocabulary(facet: str, names: Names, candidates: Candidates) -> None:
    """Tell search how the slugs of a facet are called: facets are thema, tag, land and org."""
    VOCABULARIES[facet] = names
    CANDIDATES[facet] = candidates


# Called each time that the engine has taken changes, which may be after the change itself.
INDEX_LISTENERS: list[Callable[[], None]] = []


def register_index_listener(listener: Callable[[], None]) -> None:
    INDEX_LISTENERS.append(listener)


# Given a changed object, the ids of the pages whose record shows something of it.
Dependents = Callable[[Any], Iterable[int]]
DEPENDENTS: dict[type, list[Dependents]] = {}


def register_dependents(model: type, dependents: Dependents) -> None:
    """When an object of `model` is saved or deleted, these pages' records change too."""
    DEPENDENTS.setdefault(model, []).append(dependents)


# Given changed pages, the ids of other pages whose record shows something of them.
PageDependents = Callable[["QuerySet[Any]"], Iterable[int]]
PAGE_DEPENDENTS: list[PageDependents] = []


def register_page_dependents(dependents: PageDependents) -> None:
    """When pages change, go, move, or become public or private, these records change too.

    The pages come as a query of plain pages, because much of what happens to a page happens to
    everything below it.
    """
    PAGE_DEPENDENTS.append(dependents)
