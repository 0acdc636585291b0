import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lessons.models import LessonIndexPage
from meegenomen.home.generate import generate_pages, remove_pages
from meegenomen.home.generate.pages import is_there_any


class Command(BaseCommand):
    help = "Make up pages for measuring, the same ones for the same seed, or take them away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pages", type=int, default=20_000, help="how many (20000)")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other pages (1)")
        parser.add_argument("--index", action="store_true", help="rebuild the search index after")
        parser.add_argument("--remove", action="store_true", help="take the made-up pages away")

    def handle(
        self,
        *args: Any,
        pages: int,
        seed: int,
        index: bool,
        remove: bool,
        verbosity: int = 1,
        **options: Any,
    ) -> None:
        start = time.monotonic()
        if remove:
            count, done = remove_pages(), "removed"
        else:
            self._check(pages)
            generate_pages(pages, seed=seed, progress=self._progress if verbosity > 1 else _silent)
            count, done = pages, "made"
        self.stdout.write(f"{count} pages {done} in {time.monotonic() - start:.1f} s.")
        if index:
            call_command("rebuild_index", stdout=self.stdout)
        else:
            self.stdout.write("Search has not heard of it: run rebuild_index.")

    def _check(self, pages: int) -> None:
        if pages < 1:
            raise CommandError("Ask for at least one page.")
        if not LessonIndexPage.objects.exists():
            raise CommandError("There is no site to put them in: run setup_site first.")
        if is_there_any():
            raise CommandError("There are made-up pages already: --remove takes them away.")

    def _progress(self, done: int) -> None:
        self.stdout.write(f"{done} pages")


def _silent(done: int) -> None:
    pass
