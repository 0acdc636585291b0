from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from meegenomen.submissions.models.outgoing import MailKind
from meegenomen.submissions.models.setting import Setting
from meegenomen.submissions.wording import placeholders
from meegenomen.submissions.wording.standard_texts import MAILS

MAX_SUBJECT = 120
MAX_BODY = 3000


@dataclass(frozen=True, slots=True)
class MailText:
    subject: str
    body: str


class MailTextsForm(WagtailAdminModelForm):
    """Shows the standard text where there is no other, and keeps it only when it was changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, text in _standard().items():
            self.initial[name] = self.initial.get(name) or text

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        for name, text in _standard().items():
            said[name] = said.get(name, "").replace("\r\n", "\n").strip()
            if said[name] == text:
                said[name] = ""
        return said


def _panel(kind: MailKind) -> MultiFieldPanel:
    allowed = ", ".join(f"{{{name}}}" for name in placeholders.ALLOWED[kind])
    return MultiFieldPanel(
        [
            HelpPanel(_("In te vullen:") + f" {allowed}"),
            FieldPanel(f"{kind}_subject"),
            FieldPanel(f"{kind}_body"),
        ],
        heading=kind.label,
    )


def _subject() -> "models.CharField[str, str]":
    return models.CharField(_("onderwerp"), max_length=MAX_SUBJECT, blank=True)


def _body() -> "models.TextField[str, str]":
    return models.TextField(_("tekst"), max_length=MAX_BODY, blank=True)


@register_setting(icon="mail")
class MailTexts(Setting):
    """What each mail says. Empty is the standard text, so that a better one reaches every site."""

    base_form_class = MailTextsForm

    confirm_subject = _subject()
    confirm_body = _body()
    received_subject = _subject()
    received_body = _body()
    taken_subject = _subject()
    taken_body = _body()
    question_subject = _subject()
    question_body = _body()
    answered_subject = _subject()
    answered_body = _body()
    published_subject = _subject()
    published_body = _body()
    refused_subject = _subject()
    refused_body = _body()
    withdrawn_subject = _subject()
    withdrawn_body = _body()

    panels = [
        HelpPanel(
            _(
                "Gewone tekst, zonder opmaak. Een lege regel begint een nieuwe alinea. Maak je een "
                "tekst leeg, dan komt onze standaardtekst terug."
            )
        ),
        *(_panel(kind) for kind in MailKind),
    ]

    class Meta:
        default_permissions = ("change",)
        verbose_name = _("mails over inzendingen")

    def clean(self) -> None:
        faults: dict[str, str] = {}
        for kind in MailKind:
            text = self.text_of(kind)
            if fault := placeholders.fault_in_subject(text.subject):
                faults[f"{kind}_subject"] = fault
            if fault := placeholders.fault_in(text.body, kind):
                faults[f"{kind}_body"] = fault
        if faults:
            raise ValidationError(faults)

    def text_of(self, kind: MailKind) -> MailText:
        subject, body = MAILS[kind]
        return MailText(
            subject=getattr(self, f"{kind}_subject") or str(subject),
            body=getattr(self, f"{kind}_body") or str(body),
        )


def _standard() -> dict[str, str]:
    """The standard texts by the names of their fields."""
    found: dict[str, str] = {}
    for kind, (subject, body) in MAILS.items():
        found |= {f"{kind}_subject": str(subject), f"{kind}_body": str(body)}
    return found
