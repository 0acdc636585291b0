"""The fields that every engine has, what a match in them weighs, and what they are made of."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from search import packing, records
from search.dutch import compounds, inflections, language
from search.engines import analysis, stemming
from search.records import FACET_FIELDS, KINDS, YEAR_FACET, SearchRecord


@dataclass(frozen=True, slots=True)
class TextField:
    name: str
    exact: float
    """How much a match on the very word weighs."""
    loose: float
    """How much a match on its stem, or on a part of a compound, weighs."""

    @property
    def loose_name(self) -> str:
        return f"{self.name}_loose"


TEXT_FIELDS = (
    TextField("title", 8.0, 3.0),
    TextField("keywords", 5.0, 2.0),
    TextField("summary", 3.0, 1.2),
    TextField("body", 1.0, 0.4),
    TextField("documents", 0.5, 0.2),
)
# The fields of an index are called as those of a record.
FACETS, YEAR = FACET_FIELDS, YEAR_FACET

# Room for the id below the date, and for both below the corroboration, in 64 bits.
ID_BITS = 32
DAY_BITS = 22
MOST_CORROBORATED = 1_000


def texts(record: SearchRecord) -> Iterator[tuple[TextField, str]]:
    """Every text by which a page is found; a field of several names has several."""
    found: dict[str, tuple[str, ...]] = {
        "title": (record.title,),
        "keywords": (*record.keywords, record.number, _kind(record)),
        "summary": (record.summary,),
        "body": (record.body, *_said_by_filters(record)),
        "documents": (record.documents,),
    }
    for field in TEXT_FIELDS:
        for text in found[field.name]:
            if text:
                yield field, text


def _kind(record: SearchRecord) -> str:
    """Who types "reisverslag kopenhagen" wants one of that kind."""
    return str(KINDS[record.type].name) if record.type in KINDS else ""


def _said_by_filters(record: SearchRecord) -> Iterator[str]:
    """What people type though it may stand in no text: "ministerie", "2018"."""
    yield from (slug for slug in record.organisation_types if slug != "anders")
    if record.date:
        yield str(record.date.year)


def day(record: SearchRecord) -> int:
    return record.date.toordinal() if record.date else 0


def newest(record: SearchRecord) -> int:
    """Sorts the newest first; with the id in it, so that no two are equal."""
    return (day(record) << ID_BITS) | record.id


def corroborated(record: SearchRecord) -> int:
    """Sorts the most corroborated first, and of these the newest."""
    times = max(0, min(record.corroboration, MOST_CORROBORATED))
    return (times << (ID_BITS + DAY_BITS)) | newest(record)


@cache
def digest(*more: Path) -> str:
    """Changes with the code and the word list that decide what is in an index."""
    found = hashlib.sha256(metadata.version("tantivy").encode())
    for file in (
        *more,
        Path(__file__),
        Path(records.__file__),
        Path(packing.__file__),
        Path(analysis.__file__),
        Path(stemming.__file__),
        Path(language.__file__),
        Path(compounds.__file__),
        Path(inflections.__file__),
        compounds.WORD_LIST,
    ):
        found.update(file.read_bytes())
    return found.hexdigest()[:12]
