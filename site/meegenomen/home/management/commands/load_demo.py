from typing import Any

from django.core.management.base import BaseCommand

from meegenomen.home.demo import load_demo
from meegenomen.home.demo.accounts import ensure_accounts
from meegenomen.home.setup import set_up_site


class Command(BaseCommand):
    help = "Load the demonstration: its pages, drawings and accounts. What is there stays."

    def handle(self, *args: Any, **options: Any) -> None:
        set_up_site()
        published = load_demo()
        self.stdout.write(f"Published {len(published)} pages.")
        file = ensure_accounts()
        self.stdout.write(f"Accounts ({file}):")
        self.stdout.write(file.read_text(encoding="utf-8").rstrip())
