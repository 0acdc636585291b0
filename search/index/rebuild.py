"""Fills a new index, and the table beside it, from every page that may be found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from search import engine
from search.breaker import breaker
from search.engines.chunks import chunks
from search.engines.protocol import Filling, Write
from search.index import stored
from search.index.drain import drain, draw_version, postponed, tell_listeners
from search.index.pages import Failed, count_every, every
from search.index.spreading import Spread, spreading
from search.models import PendingChange
from search.records import SearchRecord

CHUNK = 500  # pages that are written at once


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild is, after every so many pages."""

    index: str
    """By which a later rebuild finds the index again."""
    version: int
    """The oldest that a write of this rebuild has, also of its killed beginning."""
    taken_over: int
    """Pages that a killed rebuild had put in before."""
    read: int
    total: int


def nobody(progress: Progress) -> None:
    """Where nobody asks how far it is."""


def rebuild(
    told: Callable[[Progress], None] = nobody,
    *,
    index: str = "",
    version: int = 0,
    processes: int = 1,
) -> int:
    """Return how many pages the new index holds; changes made meanwhile are in it too.

    Goes on with the index that a killed rebuild left, when the engine still has it. With more than
    one process, so many read pages beside this one.
    """
    # Of a page that is read below, whatever was written down before now is in what is read.
    waiting = dict(PendingChange.objects.filter(subtree=False).values_list("pk", "page_id"))
    fresh = draw_version()
    with spreading(processes) as spread, engine.current().filling(index) as new:
        oldest = version if new.name == index else fresh
        run = _Run(new, fresh, oldest, told)
        run.fill(spread)
        documents = run.finish()
    stored.forget_before(oldest)
    _replace(waiting, run)
    breaker.succeeded()
    drain()
    tell_listeners()
    return documents


@transaction.atomic
def _replace(waiting: Mapping[int, int], run: "_Run") -> None:
    """What was read is done. A page that was not is tried once more, under a new claim.

    A write of an older state may be under way to the new index, which has forgotten that the page
    is gone; whoever is busy with it finds that its claim is no longer there, and reads again. And
    what changed meanwhile is read again, for older code brings it to an index of its own only.
    """
    for some in chunks(waiting):
        PendingChange.objects.filter(pk__in=some).delete()
    again = ({*waiting.values()} - run.read) | stored.changed_since(run.oldest, but=run.version)
    others = [PendingChange(page_id=one) for one in again - run.failed.keys()]
    failed = [
        postponed(PendingChange(page_id=page_id), error) for page_id, error in run.failed.items()
    ]
    PendingChange.objects.bulk_create([*others, *failed], batch_size=500)


@dataclass(slots=True)
class _Run:
    new: Filling
    version: int
    oldest: int
    told: Callable[[Progress], None]
    read: set[int] = field(default_factory=set)
    failed: dict[int, str] = field(default_factory=dict)
    """Page id -> why it cannot be found."""

    def fill(self, spread: Spread) -> None:
        held = self.new.held()
        total = count_every()
        self._tell(total)
        for some in chunks(every(but=held, spread=spread), CHUNK):
            writes = [
                Write(id=page_id, version=self.version, record=reading)
                for page_id, reading in some
                if isinstance(reading, SearchRecord)
            ]
            self.failed |= {
                page_id: reading.why for page_id, reading in some if isinstance(reading, Failed)
            }
            # Before the engine: what is in the new index is never missing here.
            refused = stored.save(writes)
            taken = [one for one in writes if one.id not in refused]
            self.failed |= {**refused, **self.new.add(taken)}
            self.read.update(page_id for page_id, _ in some)
            self._tell(total)

    def finish(self) -> int:
        documents, refused = self.new.finish()
        self.failed |= refused
        return documents

    def _tell(self, total: int) -> None:
        held = len(self.new.held())
        self.told(
            Progress(
                index=self.new.name,
                version=self.oldest,
                taken_over=held,
                read=held + len(self.read),
                total=max(total, held + len(self.read)),
            )
        )
