from typing import Any

from django.core.management.base import BaseCommand

from meegenomen.home.setup import set_up_site


class Command(BaseCommand):
    help = "Make the pages every site has, the groups and the workflow. What is there stays."

    def handle(self, *args: Any, **options: Any) -> None:
        made = set_up_site()
        if made:
            self.stdout.write(f"Made {len(made)} pages: {', '.join(made)}.")
        else:
            self.stdout.write("All pages were there already.")
