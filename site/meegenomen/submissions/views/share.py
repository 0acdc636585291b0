"""The public form: fill in, check, send. Its state travels along with the visitor."""

from typing import cast

from csp.decorators import csp_update
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from meegenomen.submissions.form import wanted
from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.form.intake import Intake, drop_lost, take_in
from meegenomen.submissions.form.receiving import receive
from meegenomen.submissions.form.ticket import Ticket
from meegenomen.submissions.guard import limits, proof
from meegenomen.submissions.guard.origin import is_from_elsewhere
from meegenomen.submissions.keys import secret_of
from meegenomen.submissions.models import Submission
from meegenomen.submissions.uploads import waiting_room
from meegenomen.submissions.uploads.inspection import MAX_BODY
from meegenomen.submissions.views.share_pages import check_page, form_page

TICKET = "kaartje"
# Of the last one the browser fell silent half-way.
UNREADABLE = (
    TooManyFilesSent,
    TooManyFieldsSent,
    MultiPartParserError,
    ValueError,
    UnreadablePostError,
)
SEND, CHANGE, REMOVE = "verstuur", "wijzig", "verwijder"
# What looks alike: add to that example, or make it a new one after all.
ADD_TO, AS_NEW, ON_FORM = "aanvullen", "nieuw", "formulier"


# There is no session to ride on, so there is nothing that a CSRF token would protect; the
# origin is checked instead. See docs/decisions/0040.
@csrf_exempt
# Not no-store: with the back button a browser shows again what it had, with all that was typed.
@cache_control(private=True, max_age=0)
# To show a photo that was just chosen and is nowhere but on the device.
@csp_update({"img-src": ["blob:"]})
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        initial = {
            "les": request.GET.get("les", "").upper(),
            "vult_aan": request.GET.get("vult_aan", ""),
        } | wanted.initial_for(request.GET.get("gezocht", ""))
        return form_page(request, ShareForm(initial=initial), Ticket.fresh())
    try:
        # Before anything is read: what is too large is not stored, not even for a moment.
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY:
            return _too_large(request)
        answers = request.POST
    except RequestDataTooBig:
        return _too_large(request)
    except UNREADABLE:
        return TemplateResponse(request, "submissions/unreadable.html", status=400)
    return Sharing(request, answers).answer()


class Sharing:
    """One step of one visitor. Every check stands before the first thing that is stored."""

    def __init__(self, request: HttpRequest, answers: QueryDict) -> None:
        self._request = request
        self._answers = _as_wished(answers)
        self._ticket = Ticket.read(answers.get(TICKET, ""))
        self._proof = proof.read(answers.get(proof.FIELD, ""))
        # Then it is asked for again, and no mail address instead: the browser can make one.
        self._is_spent = self._proof is not None and self._proof.is_used

    def answer(self) -> HttpResponse:
        ticket = self._ticket
        if ticket and ticket.key:
            sent = Submission.objects.filter(key=ticket.key).first()
            if sent:
                return _thank(sent)
        if is_from_elsewhere(self._request):
            return self._stopped(
                _(
                    "Dit formulier kwam van een andere site. Lees na wat er staat en verstuur het "
                    "hier als het van jou is."
                ),
                status=403,
            )
        if ticket is None or ticket.is_too_old:
            return self._stopped(
                _(
                    "Het formulier stond langer dan een dag open. Je tekst is bewaard: lees hem na "
                    "en ga dan verder. Bestanden moet je opnieuw kiezen."
                )
            )
        self._ticket = ticket = ticket.with_key()
        if {CHANGE, REMOVE} & self._answers.keys() or self._answers.get(AS_NEW) == ON_FORM:
            return self._filled_in(ticket)
        if ticket.is_too_young:
            return self._stopped(
                _("Dat ging wel heel snel. Lees je tekst nog eens na en ga dan verder."),
                keep_ticket=True,
            )
        if limits.sending().is_reached(self._request):
            return self._too_often()
        if SEND in self._answers:
            return self._send(ticket)
        return self._check(ticket)

    def _check(self, ticket: Ticket) -> HttpResponse:
        intake = self._taken_in(ticket)
        if intake is None:
            return self._too_often()
        form = self._form(intake.ticket, intake.refusals)
        if not form.is_valid():
            return self._form_page(form, intake.ticket)
        return self._check_page(form, intake.ticket)

    def _taken_in(self, ticket: Ticket) -> Intake | None:
        """With the files that came along just now; None when too many came this hour."""
        uploads = cast(list[UploadedFile], self._request.FILES.getlist("bestanden"))
        if uploads:
            if limits.uploading().is_reached(self._request):
                return None
            limits.uploading().count(self._request)
            waiting_room.purge()  # the promise holds also where nobody runs the daily command
        taken = take_in(uploads, ticket)
        there = drop_lost(taken.ticket)
        return Intake(there.ticket, taken.refusals + there.refusals)

    def _send(self, ticket: Ticket) -> HttpResponse:
        there = drop_lost(ticket)
        form = self._form(there.ticket, there.refusals)
        if not form.is_valid():
            return self._form_page(form, there.ticket)
        if self._is_spent:
            return self._prove_again(form, ticket)
        email = form.cleaned_data["email"]
        if not self._proof and limits.is_mailed_enough(email):
            form.add_error(
                "email",
                _("Naar dit adres ging vandaag al een paar keer een mail. Bevestig die eerst."),
            )
            return self._form_page(form, there.ticket)
        try:
            submission = receive(form, ticket, self._proof)
        except proof.AlreadyUsed:
            self._is_spent = True
            return self._prove_again(form, ticket)
        limits.sending().count(self._request)
        if not self._proof:
            limits.count_mail(email)
        return _thank(submission)

    def _filled_in(self, ticket: Ticket) -> HttpResponse:
        """The form with what was typed and chosen, and no word yet about what is missing."""
        intake = self._taken_in(ticket)
        if intake is None:
            return self._too_often()
        ticket = intake.ticket
        for file in ticket.files:
            if str(file.number) == self._answers.get(REMOVE):
                waiting_room.discard(file)
                ticket = ticket.without(file.number)
        form = self._form(ticket)
        form.full_clean()
        form.errors.clear()
        for refusal in intake.refusals:
            form.add_error("bestanden", refusal)
        return self._form_page(form, ticket)

    def _stopped(
        self, message: str, *, keep_ticket: bool = False, status: int = 200
    ) -> HttpResponse:
        ticket = self._ticket if keep_ticket and self._ticket else Ticket.fresh()
        form = self._form(ticket)
        form.full_clean()
        form.errors.clear()
        form.add_error(None, message)
        return self._form_page(form, ticket, status=status)

    def _too_often(self) -> HttpResponse:
        response = self._stopped(
            _(
                "Vanaf jouw adres, of door iedereen samen, is er het afgelopen uur al veel "
                "verstuurd. Laat dit venster open en probeer het over een uur nog eens."
            ),
            keep_ticket=True,
            status=429,
        )
        response["Retry-After"] = str(int(limits.PERIOD.total_seconds()))
        return response

    def _form(self, ticket: Ticket, refusals: tuple[str, ...] = ()) -> ShareForm:
        form = ShareForm(self._answers, files=ticket.files, proved=bool(self._proof))
        for refusal in refusals:
            form.add_error("bestanden", refusal)
        return form

    @property
    def _carried_proof(self) -> str:
        """A proof that nobody spent yet goes on to the next page."""
        return self._answers.get(proof.FIELD, "") if self._proof and not self._is_spent else ""

    def _form_page(self, form: ShareForm, ticket: Ticket, *, status: int = 200) -> HttpResponse:
        return form_page(self._request, form, ticket, self._carried_proof, status=status)

    def _prove_again(self, form: ShareForm, ticket: Ticket) -> HttpResponse:
        message = _(
            "Met deze controle van je browser is al iets verstuurd. Je tekst staat er nog: druk "
            "nog een keer op ‘Verstuur’."
        )
        return self._check_page(form, ticket, message)

    def _check_page(self, form: ShareForm, ticket: Ticket, message: str = "") -> HttpResponse:
        return check_page(
            self._request, form, ticket, self._carried_proof, self._answers, message=message
        )


def _as_wished(answers: QueryDict) -> QueryDict:
    """The answers with what the buttons beside a look-alike change in them."""
    if not {ADD_TO, AS_NEW} & answers.keys():
        return answers
    changed = answers.copy()
    changed["vult_aan"] = answers.get(ADD_TO, "")
    return changed


def _thank(submission: Submission) -> HttpResponse:
    response = redirect("share_thanks", secret_of(submission.key))
    response.status_code = 303  # reloading the answer asks for a page, and sends nothing again
    return response


def _too_large(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "submissions/too_large.html", status=413)
