"""What a visitor who left an address hears from us. Mail that fails costs no submission."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import BadHeaderError, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from meegenomen.submissions.models import Submission

logger = logging.getLogger(__name__)


def confirm_receipt(submission: Submission) -> None:
    _send(submission, "received", _("Je voorbeeld is binnen"))


def tell_published(submission: Submission) -> None:
    _send(submission, "published", _("Je voorbeeld staat op de site"))


def tell_refused(submission: Submission) -> None:
    _send(submission, "refused", _("Over je voorbeeld"))


def _send(submission: Submission, template: str, subject: str) -> None:
    """Call after commit. What the visitor wrote stays out of the headers."""
    # A program that fills in forms gets no mail sent to an address of its choice.
    if not submission.email or submission.suspected_spam:
        return
    site = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    context = {
        "submission": submission,
        "status_url": f"{site}{submission.status_path}",
        "page_url": f"{site}{submission.page.path_on_site}" if submission.page else "",
    }
    message = EmailMultiAlternatives(
        subject=f"{subject} - {settings.WAGTAIL_SITE_NAME}",
        body=render_to_string(f"submissions/mail/{template}.txt", context),
        to=[submission.email],
        # Out-of-office answers to a machine help nobody.
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(
        render_to_string(f"submissions/mail/{template}.html", context), "text/html"
    )
    try:
        message.send()
    except (SMTPException, OSError, BadHeaderError):
        logger.exception("No mail '%s' went out for submission %s", template, submission.pk)
