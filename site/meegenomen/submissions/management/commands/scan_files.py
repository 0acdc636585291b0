from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from meegenomen.submissions.guard import scanning


class Command(BaseCommand):
    help = "Have the virus scanner look at files that still wait for it. Run it every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CLAMAV:
            raise CommandError("No virus scanner is set up: see CLAMAV in docs/operations.md.")
        done = scanning.scan_waiting()
        self.stdout.write(
            f"Clean: {done.clean}, infected: {done.infected}, still waiting: {done.waiting}."
        )
