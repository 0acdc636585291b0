import signal
import threading
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from search.index import rebuilds
from search.index.drain import drain, set_aside


class Command(BaseCommand):
    help = "Apply pending changes to the search index, now and then every few seconds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="apply what is due and stop")
        parser.add_argument("--every", type=float, default=2.0, help="seconds between two rounds")

    def handle(self, *args: Any, once: bool = False, every: float = 2.0, **options: Any) -> None:
        if once:
            self._round()
            return
        stop = threading.Event()

        def ask_to_stop(number: int, frame: FrameType | None) -> None:
            stop.set()

        signal.signal(signal.SIGTERM, ask_to_stop)
        signal.signal(signal.SIGINT, ask_to_stop)
        while not stop.is_set():
            try:
                self._round()
            except DatabaseError as error:
                # Away for a moment; the next round asks again, on a new connection.
                self.stderr.write(f"The database does not answer: {error}")
                connection.close()
            stop.wait(every)

    def _round(self) -> None:
        rebuilds.start_asked()
        if applied := drain():
            waiting = set_aside()
            self.stdout.write(f"{applied} pages applied, {waiting} set aside.")
