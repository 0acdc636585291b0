"""What the sender of a submission hears from us, and the moderator who asked something."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from meegenomen.submissions.models import MailKind, MailTexts, OutgoingMail, Submission
from meegenomen.submissions.wording import placeholders


def recipient_of(submission: Submission, kind: str) -> str:
    """An address, or empty when nobody is to hear it."""
    if kind != MailKind.ANSWERED:
        return submission.email
    asker = submission.taken_by
    return asker.email if asker and asker.is_active else ""


def message_of(outgoing: OutgoingMail) -> EmailMultiAlternatives:
    """What the visitor wrote stays out of the headers."""
    submission, kind = outgoing.submission, MailKind(outgoing.kind)
    text = MailTexts.current().text_of(kind)
    values = _values(submission, kind)
    message = EmailMultiAlternatives(
        subject=f"{text.subject} - {settings.WAGTAIL_SITE_NAME}",
        body=placeholders.as_text(text.body, values) + "\n",
        to=[recipient_of(submission, kind)],
        # Out-of-office answers to a machine help nobody.
        headers={"Auto-Submitted": "auto-generated"},
    )
    html = {"subject": text.subject, "body": placeholders.as_html(text.body, values)}
    message.attach_alternative(render_to_string("submissions/mail.html", html), "text/html")
    return message


def _values(submission: Submission, kind: MailKind) -> dict[str, str]:
    """Only what this kind of mail may hold."""
    page = submission.placed_on
    values = {
        placeholders.TITLE: submission.title,
        placeholders.LINK: _absolute(_path(submission, kind)),
        placeholders.PAGE: _absolute(page.path_on_site) if page else "",
        placeholders.QUESTION: _last_question(submission),
        placeholders.REASON: submission.refusal_reason,
    }
    return {name: values[name] for name in placeholders.ALLOWED[kind]}


def _path(submission: Submission, kind: MailKind) -> str:
    if kind == MailKind.CONFIRM:
        return submission.confirm_path
    if kind == MailKind.ANSWERED:
        return reverse("inzendingen:inspect", args=[submission.pk])
    return submission.status_path


def _last_question(submission: Submission) -> str:
    asked = submission.messages.filter(from_visitor=False).last()
    return asked.text if asked else ""


def _absolute(path: str) -> str:
    site: str = settings.WAGTAILADMIN_BASE_URL
    return site.rstrip("/") + path
