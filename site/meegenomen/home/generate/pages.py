"""How many pages of each type, and in which order: what points comes after what it points to."""

from collections.abc import Callable, Iterator
from random import Random

from django.db import transaction
from wagtail.models import Page

from lessons.models import LessonIndexPage, LessonNumber, PracticeExampleIndexPage
from meegenomen.core.models import ContentVersion
from meegenomen.home.generate.rows import Draft, insert
from meegenomen.home.generate.terms import Terms
from meegenomen.home.generate.tree import PREFIX
from meegenomen.home.generate.writer import Writer
from meegenomen.home.models import NewsIndexPage
from trips.models import EventIndexPage, TripIndexPage

# Parts of a whole of 100; examples take what is left.
REPORTS, LESSONS, NEWS, EVENTS = 15, 12, 25, 8
BATCH = 1000

Progress = Callable[[int], None]


def is_there_any() -> bool:
    found: bool = Page.objects.filter(slug__startswith=PREFIX).exists()
    return found


def generate_pages(count: int, *, seed: int = 1, progress: Progress = lambda done: None) -> None:
    """Needs a site with its index pages, and one without made-up pages."""
    random = Random(seed)  # noqa: S311  made-up text is no secret
    writer = Writer(random, Terms(random))
    reports, lessons, news, events = (
        count * part // 100 for part in (REPORTS, LESSONS, NEWS, EVENTS)
    )
    plan: tuple[tuple[type[Page], int, Callable[[int], list[Draft]]], ...] = (
        (TripIndexPage, reports, lambda n: [writer.report() for _ in range(n)]),
        (LessonIndexPage, lessons, lambda n: _lessons(writer, n)),
        (
            PracticeExampleIndexPage,
            count - reports - lessons - news - events,
            lambda n: [writer.example() for _ in range(n)],
        ),
        (NewsIndexPage, news, lambda n: [writer.news() for _ in range(n)]),
        (EventIndexPage, events, lambda n: [writer.event() for _ in range(n)]),
    )
    done = 0
    for index, wanted, write in plan:
        for size in _batches(wanted):
            with transaction.atomic():
                insert(index.objects.get(), write(size))
                # Rows that come without signals tell the page cache nothing.
                ContentVersion.renew()
            done += size
            progress(done)


def _lessons(writer: Writer, count: int) -> list[Draft]:
    numbers = LessonNumber.objects.bulk_create([LessonNumber() for _ in range(count)])
    return [writer.lesson(number) for number in numbers]


def _batches(wanted: int) -> Iterator[int]:
    while wanted > 0:
        yield min(wanted, BATCH)
        wanted -= BATCH
