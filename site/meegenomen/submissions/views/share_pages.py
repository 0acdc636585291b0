"""The two pages of the public form, as one step hands them on to the next."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from meegenomen.submissions.form import choices
from meegenomen.submissions.form.forms import HONEYPOT, ShareForm
from meegenomen.submissions.form.preview import preview_of
from meegenomen.submissions.form.ticket import Ticket
from meegenomen.submissions.guard.bounds import bounds

# How long a browser keeps what was typed and not sent.
KEEP_DAYS = 7


def form_page(
    request: HttpRequest, form: ShareForm, ticket: Ticket, proved: str = "", *, status: int = 200
) -> HttpResponse:
    photos = {file.alt_field: file for file in ticket.files if file.is_image}
    context: dict[str, Any] = {
        "form": form,
        "ticket": ticket,
        "proof": proved,
        "honeypot": HONEYPOT,
        "trapped": form.data.get(HONEYPOT, ""),
        "organisations": choices.suggested_organisations(),
        "keep_days": KEEP_DAYS,
        "bounds": bounds(),
        "files": [
            (file, form[file.alt_field] if file.alt_field in photos else None)
            for file in ticket.files
        ],
    }
    return TemplateResponse(request, "submissions/share.html", context, status=status)


def check_page(
    request: HttpRequest,
    form: ShareForm,
    ticket: Ticket,
    proved: str,
    answers: QueryDict,
    *,
    message: str = "",
) -> HttpResponse:
    context = {
        "form": form,
        "preview": preview_of(form, ticket),
        "carried": _carried(answers, form),
        "ticket": ticket,
        "proof": proved,
        "message": message,
    }
    return TemplateResponse(request, "submissions/check.html", context)


def _carried(answers: QueryDict, form: ShareForm) -> list[tuple[str, str]]:
    """What the check page hands on in hidden fields: answers to our questions, nothing else."""
    known = [*form.fields, HONEYPOT]
    return [(name, value) for name in known for value in answers.getlist(name) if value]
