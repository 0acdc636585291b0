from typing import Any

from django.core.management.base import BaseCommand

from meegenomen.submissions.mails import sending
from meegenomen.submissions.models import OutgoingMail


class Command(BaseCommand):
    help = "Send the mail that is due, also what failed before. Run it every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        done = sending.send_due()
        waiting = OutgoingMail.objects.count()
        self.stdout.write(f"Sent: {done.sent}, failed: {done.failed}, waiting: {waiting}.")
