"""Counts questions in memory, and writes the counts down beside the requests of visitors."""

import atexit
import logging
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.models import Count, F
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from search.asking.asked import key_of
from search.asking.params import clean
from search.models import AskedOnDay, AskedQuestion, AskedTotal
from search.questions.noticing import may_be_told_apart

logger = logging.getLogger(__name__)

WAIT = 30.0  # seconds that counts stay in memory; a killed process loses no more
MOST_WAITING = 500  # different questions; of more only the total is counted
MOST_A_DAY = 10_000  # the same, in the database


@dataclass(slots=True)
class Tally:
    words: str = ""
    asked: int = 0
    without_result: int = 0

    def add(self, *, asked: int, without_result: int) -> None:
        self.asked += asked
        self.without_result += without_result


# Day and question -> how often. The question "" stands for all of them.
Tallies = dict[tuple[date, str], Tally]


class _Waiting:
    """What was counted and not written yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tallies: Tallies = {}
        self._timer: threading.Timer | None = None

    def add(self, new: Mapping[tuple[date, str], Tally]) -> None:
        with self._lock:
            for (day, key), tally in new.items():
                known = self._tallies.get((day, key))
                if known is None:
                    if key and len(self._tallies) >= MOST_WAITING:
                        continue
                    known = self._tallies[day, key] = Tally(tally.words)
                known.add(asked=tally.asked, without_result=tally.without_result)

    def take(self) -> Tallies:
        with self._lock:
            taken, self._tallies, self._timer = self._tallies, {}, None
            return taken

    def write_soon(self) -> None:
        with self._lock:
            if self._timer is None:
                # A daemon: a process that ends writes at once, and does not wait.
                self._timer = threading.Timer(WAIT, _write_in_thread)
                self._timer.daemon = True
                self._timer.start()


_waiting = _Waiting()


def count(words: str, *, without_result: bool) -> None:
    """One more question of a visitor. Takes no time of the request and never fails it."""
    if settings.SEARCH_COUNTING == "off":
        return
    day, missed = localdate(), int(without_result)
    new = {(day, ""): Tally("", 1, missed)}
    if may_be_told_apart(words):
        new[day, _secret(key_of(words))] = Tally(clean(words).lower(), 1, missed)
    _waiting.add(new)
    if settings.SEARCH_COUNTING == "inline":
        write()
    else:
        _waiting.write_soon()


def write() -> None:
    """Write down what waits; a database that is busy or read-only gets it another time."""
    taken = _waiting.take()
    if not taken:
        return
    try:
        with transaction.atomic():
            _store(taken)
    except DatabaseError as error:
        logger.warning("Counts of questions stay in memory: %s", error)
        _waiting.add(taken)


def forget() -> None:
    """Drop what was not written."""
    _waiting.take()


def _write_in_thread() -> None:
    try:
        write()
    finally:
        connections.close_all()


def _write_at_exit() -> None:
    if settings.configured and settings.SEARCH_COUNTING == "background":
        _write_in_thread()


atexit.register(_write_at_exit)


def _secret(key: str) -> str:
    """The same for the same question, and of no use without the key of this site."""
    return salted_hmac("search.questions", key, algorithm="sha256").hexdigest()


def _store(tallies: Tallies) -> None:
    days = {day for day, _ in tallies}
    AskedTotal.objects.bulk_create([AskedTotal(day=day) for day in days], ignore_conflicts=True)
    full = {day for day in days if AskedOnDay.objects.filter(day=day).count() >= MOST_A_DAY}
    kept = {at: tally for at, tally in tallies.items() if not at[1] or at[0] not in full}
    keys = {key for _, key in kept if key}
    AskedQuestion.objects.bulk_create(
        [AskedQuestion(key=key) for key in keys], ignore_conflicts=True
    )
    ids = dict(AskedQuestion.objects.filter(key__in=keys).values_list("key", "pk"))
    AskedOnDay.objects.bulk_create(
        [AskedOnDay(question_id=ids[key], day=day) for day, key in kept if key],
        ignore_conflicts=True,
    )
    for (day, key), tally in kept.items():
        rows = (
            AskedOnDay.objects.filter(question=ids[key], day=day)
            if key
            else AskedTotal.objects.filter(day=day)
        )
        rows.update(
            asked=F("asked") + tally.asked,
            without_result=F("without_result") + tally.without_result,
        )
    _make_legible(ids.values(), {key: tally.words for (_, key), tally in kept.items()})


def _make_legible(questions: Iterable[int], words: Mapping[str, str]) -> None:
    often = (
        AskedQuestion.objects.filter(pk__in=list(questions), words="")
        .annotate(on_days=Count("days"))
        .filter(on_days__gte=settings.SEARCH_COUNTS_SHOWN_FROM)
    )
    for question in often:
        question.words = words[question.key]
        question.save(update_fields=["words"])
