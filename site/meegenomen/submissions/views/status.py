"""What a visitor sees of a submission: only with its secret, and never through a search engine."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from meegenomen.submissions.erasing import ErasedBy, erase
from meegenomen.submissions.following import withdraw
from meegenomen.submissions.judging import TooLate
from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.views.secret import find, kept_secret

@kept_secret
@require_safe
def thanks(request: HttpRequest, secret: str) -> HttpResponse:
    submission = find(secret)
    if submission.state == SubmissionState.UNCONFIRMED:
        return TemplateResponse(
            request, "submissions/unconfirmed.html", {"submission": submission, "secret": secret}
        )
    if submission.state != SubmissionState.RECEIVED:
        return redirect("submission_status", secret)
    return TemplateResponse(
        request, "submissions/thanks.html", {"submission": submission, "secret": secret}
    )


# Whoever knows the secret may act on it; there is no session that another site could borrow.
@csrf_exempt
@kept_secret
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, secret: str) -> HttpResponse:
    submission = find(secret)
    context = {"submission": submission, "secret": secret, "message": ""}
    if request.method == "POST" and {"intrekken", "wissen"} & request.POST.keys():
        if "zeker" not in request.POST:
            context["message"] = _("Vink eerst aan dat je het zeker weet.")
        elif "wissen" in request.POST:
            erase(submission, ErasedBy.VISITOR)
        else:
            try:
                withdraw(submission)
            except TooLate:
                context["message"] = _(
                    "Intrekken kan niet meer: de redactie is er al mee bezig. Hieronder staat hoe "
                    "het ervoor staat."
                )
        submission.refresh_from_db()
    if submission.state == SubmissionState.PUBLISHED:
        context["published_page"] = _public_page(submission)
    return TemplateResponse(request, "submissions/status.html", context)


def _public_page(submission: Submission) -> object:
    """None when the page was taken off the site again, or is not for everybody."""
    page = submission.page
    if page is None or not page.live or page.get_view_restrictions().exists():
        return None
    return page
