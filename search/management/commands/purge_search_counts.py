from typing import Any

from django.core.management.base import BaseCommand

from search.questions.purging import purge


class Command(BaseCommand):
    help = "Forget counted questions after SEARCH_COUNTS_DAYS, and rare ones after 90 days."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Forgot {purge()} questions.")
