import os
import time
from argparse import ArgumentParser
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import engine
from search.engines.protocol import EngineUnavailable
from search.index import rebuilds
from search.index.pages import count_every
from search.index.progress import ProgressLine
from search.index.rebuild import nobody
from search.models import PendingChange

MANY = 2_000  # pages
# One process writes what they all read, and each may have a document read beside it.
MOST_PROCESSES = 4


class Command(BaseCommand):
    help = (
        "Fill a new search index from every public page and put it in the place of the old one; "
        "goes on where a killed one stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only when there is no index that this code can read",
        )

        parser.add_argument(
            "--processes",
            type=int,
            default=0,
            help="that read pages; with 1 this one alone does (as many as there are processors, at "
            "most four; few pages: 1)",
        )

    def handle(
        self,
        *args: Any,
        if_needed: bool = False,
        processes: int = 0,
        verbosity: int = 1,
        **options: Any,
    ) -> None:
        if if_needed and (count := _readable()) is not None:
            self.stdout.write(f"The index is there, with {count} pages.")
            return
        start = time.monotonic()
        line = ProgressLine(self.stdout)
        told = line.told if verbosity else nobody
        try:
            count = rebuilds.run(told, processes=processes or _processes())
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        except BrokenProcessPool as error:
            raise CommandError(
                f"A process that read pages ended ({error}); memory may be short. The next "
                "rebuild goes on from here, in less memory with --processes 1."
            ) from error
        finally:
            line.end()
        self.stdout.write(f"{count} pages in {time.monotonic() - start:.1f} s.")
        if failed := PendingChange.objects.exclude(error="").count():
            self.stdout.write(
                f"{failed} could not be read or were refused. They are tried again; what keeps "
                "failing is set aside, and named in the report of the admin."
            )


def _readable() -> int | None:
    try:
        return engine.current().count()
    except EngineUnavailable:
        return None


def _processes() -> int:
    """Few pages are read sooner than processes have started."""
    if count_every() < MANY:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
