"""What a visitor sees of a submission, and does with it, who holds its secret."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import Message, Submission
from meegenomen.submissions.moderation.judging import TooLate
from meegenomen.submissions.sender import following
from meegenomen.submissions.sender.following_forms import AnswerForm
from meegenomen.submissions.sender.history import history_of
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.views.posted import (
    Stopped,
    posted,
    refuse_from_elsewhere,
    refuse_too_often,
)
from meegenomen.submissions.views.secret import find, kept_secret

DONE = "klaar"
ANSWERED, CORRECTED = "antwoord", "wijziging"


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
    visit = Visit(request, find(secret), secret)
    if request.method != "POST":
        return visit.show(done=_done_says(request.GET.get(DONE, ""), visit.submission))
    try:
        answers = posted(request)
    except Stopped as stopped:
        return visit.show(stopped.message, status=stopped.status)
    return visit.act(answers)


class Visit:
    """One act, each button once. After an act the browser asks for the page anew."""

    def __init__(self, request: HttpRequest, submission: Submission, secret: str) -> None:
        self._request = request
        self._secret = secret
        self.submission = submission

    def act(self, answers: QueryDict) -> HttpResponse:
        try:
            refuse_from_elsewhere(self._request)
            if "beantwoord" in answers:
                refuse_too_often(self._request)
        except Stopped as stopped:
            form = AnswerForm(answers) if "beantwoord" in answers else None
            return self.show(stopped.message, status=stopped.status, form=form)
        if "beantwoord" in answers:
            return self._answer(answers)
        if not {"intrekken", "wissen"} & answers.keys():
            return self.show()
        if "zeker" not in answers:
            return self.show(_("Vink eerst aan dat je het zeker weet."))
        if "wissen" in answers:
            erase(self.submission, ErasedBy.VISITOR)
            return self._done()
        return self._withdraw()

    def _answer(self, answers: QueryDict) -> HttpResponse:
        form = AnswerForm(answers)
        if not form.is_valid():
            return self.show(form=form)
        text = form.cleaned_data["antwoord"]
        try:
            # A page that was open for long may ask what was answered already.
            if answers.get("vraag") != str(getattr(self._question, "pk", "")):
                raise TooLate
            following.answer(self.submission, text)
        except TooLate:
            if self.submission.messages.filter(from_visitor=True, text=text).exists():
                return self._done(ANSWERED)  # the second click
            self.submission.refresh_from_db()
            return self.show(
                _(
                    "Deze vraag staat niet meer open. Je antwoord is niet verstuurd. Hieronder "
                    "staat wat je schreef, zodat je het kunt kopiëren."
                ),
                status=409,
                unsent=text,
            )
        return self._done(ANSWERED)

    def _withdraw(self) -> HttpResponse:
        try:
            following.withdraw(self.submission)
        except TooLate:
            self.submission.refresh_from_db()
            if self.submission.state != SubmissionState.WITHDRAWN:
                return self.show(
                    _(
                        "Intrekken kan niet meer: de redactie is er al mee bezig. Hieronder staat "
                        "hoe het ervoor staat."
                    ),
                    status=409,
                )
        return self._done()

    @property
    def _question(self) -> Message | None:
        return self.submission.messages.filter(from_visitor=False).last()

    def _done(self, what: str = "") -> HttpResponse:
        response = redirect("submission_status", self._secret)
        if what:
            response["Location"] += f"?{DONE}={what}"
        response.status_code = 303  # reloading asks for a page, and does nothing again
        return response

    def show(
        self,
        message: str = "",
        *,
        done: str = "",
        status: int = 200,
        form: AnswerForm | None = None,
        unsent: str = "",
    ) -> HttpResponse:
        submission = self.submission
        asked = submission.state == SubmissionState.QUESTION
        may_withdraw = following.may_withdraw(submission)
        context: dict[str, Any] = {
            "submission": submission,
            "secret": self._secret,
            "message": message,
            "done": done,
            "unsent": unsent,
            "steps": history_of(submission),
            "published_page": _public_page(submission),
            "question": self._question if asked else None,
            "form": (form or AnswerForm()) if asked else None,
            "may_correct": following.may_correct(submission),
            "may_withdraw": may_withdraw,
            "may_erase": not may_withdraw and not submission.erased_at,
        }
        return TemplateResponse(self._request, "submissions/status.html", context, status=status)


def _done_says(what: str, submission: Submission) -> str:
    """Only what is so: the address is no place to make this page say something."""
    if what == ANSWERED and submission.messages.filter(from_visitor=True).exists():
        return _("Je antwoord is bij de redactie. Dank je wel.")
    if what == CORRECTED and submission.corrected_at:
        return _("Je wijziging is bewaard.")
    return ""


def _public_page(submission: Submission) -> object:
    """None when the page was taken off the site again, or is not for everybody."""
    page = submission.placed_on
    if submission.state != SubmissionState.PUBLISHED or page is None:
        return None
    if not page.live or page.get_view_restrictions().exists():
        return None
    return page
