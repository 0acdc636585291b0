import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import engine
from search.engines.protocol import EngineUnavailable
from search.index import rebuilds
from search.index.progress import ProgressLine


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

    def handle(
        self, *args: Any, if_needed: bool = False, verbosity: int = 1, **options: Any
    ) -> None:
        if if_needed and (count := _readable()) is not None:
            self.stdout.write(f"The index is there, with {count} pages.")
            return
        start = time.monotonic()
        line = ProgressLine(self.stdout)
        try:
            count = rebuilds.run(line.told) if verbosity else rebuilds.run()
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        finally:
            line.end()
        self.stdout.write(f"{count} pages in {time.monotonic() - start:.1f} s.")


def _readable() -> int | None:
    try:
        return engine.current().count()
    except EngineUnavailable:
        return None
