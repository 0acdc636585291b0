from typing import Any

from django.core.management.base import BaseCommand

from meegenomen.submissions.keeping import sweeping


class Command(BaseCommand):
    help = "Erase submissions after their term, and files that nobody sent or holds."

    def handle(self, *args: Any, **options: Any) -> None:
        swept = sweeping.sweep()
        self.stdout.write(
            f"Removed {swept.waiting} waiting files, {swept.orphans} files without a submission "
            f"and {swept.attempts} counted attempts. Erased {swept.erased} submissions."
        )
