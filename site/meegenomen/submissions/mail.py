"""What a visitor who left an address hears from us."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from meegenomen.submissions.models import MailKind, OutgoingMail


def message_of(outgoing: OutgoingMail) -> EmailMultiAlternatives:
    """What the visitor wrote stays out of the headers."""
    submission = outgoing.submission
    site = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    context = {
        "submission": submission,
        "status_url": f"{site}{submission.status_path}",
        "page_url": f"{site}{submission.page.path_on_site}" if submission.page else "",
    }
    message = EmailMultiAlternatives(
        subject=f"{_subject(outgoing.kind)} - {settings.WAGTAIL_SITE_NAME}",
        body=render_to_string(f"submissions/mail/{outgoing.kind}.txt", context),
        to=[submission.email],
        # Out-of-office answers to a machine help nobody.
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(
        render_to_string(f"submissions/mail/{outgoing.kind}.html", context), "text/html"
    )
    return message


def _subject(kind: str) -> str:
    subjects: dict[str, str] = {
        MailKind.RECEIVED: _("Je voorbeeld is binnen"),
        MailKind.PUBLISHED: _("Je voorbeeld staat op de site"),
        MailKind.REFUSED: _("Over je voorbeeld"),
    }
    return subjects[kind]
