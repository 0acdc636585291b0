"""The page behind the link in a mail that asks for confirmation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from meegenomen.submissions.guard.confirming import confirm as confirm_submission
from meegenomen.submissions.keys import confirmation_of
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.views.secret import find, kept_secret


# Whoever has the link may use it; there is no session that another site could borrow.
@csrf_exempt
@kept_secret
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, secret: str, code: str) -> HttpResponse:
    """Asks first: programs that look for bad links in mail open every link, and press nothing."""
    submission = find(secret)
    # The visitor knows the secret before the mail; this code stands in the mail alone.
    if not constant_time_compare(code, confirmation_of(submission.key)):
        raise Http404
    if request.method == "POST":
        confirm_submission(submission)
        return redirect("share_thanks", secret)
    if submission.state != SubmissionState.UNCONFIRMED:
        return redirect("submission_status", secret)
    return TemplateResponse(request, "submissions/confirm.html", {"submission": submission})
