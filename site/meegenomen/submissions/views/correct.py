"""The form once more, for who sent it and sees a mistake."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from meegenomen.submissions.form import choices
from meegenomen.submissions.moderation.judging import TooLate
from meegenomen.submissions.sender import following
from meegenomen.submissions.sender.following_forms import CorrectionForm
from meegenomen.submissions.views.posted import (
    Stopped,
    posted,
    refuse_from_elsewhere,
    refuse_too_often,
)
from meegenomen.submissions.views.secret import find, kept_secret
from meegenomen.submissions.views.status import CORRECTED, DONE


# As for the status page: the secret in the address is the only authority.
@csrf_exempt
@kept_secret
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, secret: str) -> HttpResponse:
    submission = find(secret)
    if request.method != "POST":
        if not following.may_correct(submission):
            return redirect("submission_status", secret)
        return _page(request, secret, CorrectionForm(submission=submission))
    try:
        form = CorrectionForm(posted(request), submission=submission)
    except Stopped as stopped:
        form = CorrectionForm(submission=submission)
        return _page(request, secret, form, message=stopped.message, status=stopped.status)
    try:
        refuse_from_elsewhere(request)
        if not form.is_valid():
            return _page(request, secret, form)
        refuse_too_often(request)
        following.correct(submission, form.cleaned_data)
    except Stopped as stopped:
        return _page(request, secret, form, message=stopped.message, status=stopped.status)
    except TooLate:
        message = _(
            "Wijzigen kan niet meer: de redactie is er al mee bezig. Je wijziging is niet bewaard. "
            "Hieronder staat nog wat je invulde, zodat je het kunt kopiëren."
        )
        return _page(request, secret, form, message=message, status=409, too_late=True)
    response = redirect(f"{reverse('submission_status', args=[secret])}?{DONE}={CORRECTED}")
    response.status_code = 303
    return response


def _page(
    request: HttpRequest,
    secret: str,
    form: CorrectionForm,
    *,
    message: str = "",
    status: int = 200,
    too_late: bool = False,
) -> HttpResponse:
    if message:
        # What the page says is why it stopped, not what may be missing as well.
        form.full_clean()
        form.errors.clear()
    context = {
        "form": form,
        "secret": secret,
        "message": message,
        "too_late": too_late,
        "organisations": choices.suggested_organisations(),
    }
    return TemplateResponse(request, "submissions/correct.html", context, status=status)
