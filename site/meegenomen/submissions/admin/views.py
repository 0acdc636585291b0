"""What a moderator sees of one submission, and does with it."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from meegenomen.submissions import judging, outbox
from meegenomen.submissions.erasing import ErasedBy, erase
from meegenomen.submissions.models import Submission, SubmissionFile
from meegenomen.submissions.personal_data import find
from meegenomen.submissions.states import SubmissionState


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Waarom plaatsen we dit niet?"),
        help_text=gettext_lazy("De inzender leest dit, letterlijk. Wees vriendelijk en concreet."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Geef een reden: de inzender wil die weten.")},
    )


class SubmissionView(InspectView):
    any_permission_required = ["change"]
    page_title = gettext_lazy("Inzending")

    def get_object(self, queryset: Any = None) -> Submission:
        everything = Submission.objects.select_related(
            "lesson", "country", "taken_by", "decided_by", "page"
        ).prefetch_related("themes", "files", "mails")
        return get_object_or_404(everything, pk=self.pk)

    def get_edit_url(self) -> None:
        """Nobody changes what a visitor wrote; the draft made of it is there to be edited."""

    def get_delete_url(self) -> None:
        """The same."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission = self.object
        made = submission.page is not None
        context: dict[str, Any] = super().get_context_data(
            **kwargs,
            submission=submission,
            may_draft=submission.state == SubmissionState.RECEIVED
            or (submission.state == SubmissionState.JUDGING and not made),
            may_refuse=submission.state in (SubmissionState.RECEIVED, SubmissionState.JUDGING),
            refusal_form=RefusalForm(),
            personal=find(
                [
                    submission.title,
                    submission.done,
                    submission.results,
                    *(file.alt for file in submission.files.all()),
                ]
            ),
            mail_failed=any(mail.error for mail in submission.mails.all()),
        )
        return context


class DecisionView(PermissionCheckedMixin, View):
    """One act on one submission. Two moderators at once: the second hears what the first did."""

    permission_policy: Any = None
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        submission = get_object_or_404(Submission, pk=pk)
        try:
            return self.decide(request, submission)
        except judging.TooLate:
            submission.refresh_from_db()
            messages.warning(
                request,
                _("Er is niets gedaan: iemand was je voor. De inzending staat nu op ‘%(state)s’.")
                % {"state": submission.get_state_display()},
            )
            return redirect("inzendingen:inspect", pk)

    @property
    def moderator(self) -> AbstractBaseUser:
        # The admin let nobody in who did not sign in.
        return cast(AbstractBaseUser, self.request.user)

    def decide(self, request: HttpRequest, submission: Submission) -> HttpResponse:
        raise NotImplementedError


class DraftView(DecisionView):
    def decide(self, request: HttpRequest, submission: Submission) -> HttpResponse:
        page = judging.make_draft(submission, self.moderator)
        messages.success(
            request,
            _("Dit is het concept van ‘%(title)s’. Er is nog niets openbaar.")
            % {"title": submission.title},
            buttons=[
                messages.button(
                    reverse("inzendingen:inspect", args=[submission.pk]), _("Bekijk de inzending")
                )
            ],
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class RefuseView(DecisionView):
    def decide(self, request: HttpRequest, submission: Submission) -> HttpResponse:
        form = RefusalForm(request.POST)
        if not form.is_valid():
            messages.error(request, form.errors["reason"][0])
            return redirect("inzendingen:inspect", submission.pk)
        judging.refuse(submission, self.moderator, form.cleaned_data["reason"])
        messages.success(request, _("‘%(title)s’ is afgewezen.") % {"title": submission.title})
        return redirect("inzendingen:index")


class EraseView(DecisionView):
    def decide(self, request: HttpRequest, submission: Submission) -> HttpResponse:
        if "zeker" not in request.POST:
            messages.error(request, _("Vink eerst aan dat je het zeker weet."))
        elif erase(submission, ErasedBy.MODERATOR, user=self.moderator):
            messages.success(request, _("De inzending is gewist."))
        else:
            messages.warning(request, _("Deze inzending was al gewist."))
        return redirect("inzendingen:inspect", submission.pk)


class MailView(DecisionView):
    """Try again at once what failed to go out."""

    def decide(self, request: HttpRequest, submission: Submission) -> HttpResponse:
        outbox.try_again(submission)
        messages.success(request, _("De mail wordt opnieuw verstuurd."))
        return redirect("inzendingen:inspect", submission.pk)


class FileView(PermissionCheckedMixin, View):
    """A file as it was sent in: to keep, never to show within this site."""

    permission_policy: Any = None
    permission_required = "change"
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        file = get_object_or_404(SubmissionFile, pk=pk)
        response = FileResponse(
            file.stored.open(),
            as_attachment=True,
            filename=file.name,
            content_type="application/octet-stream",
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["Cache-Control"] = "private, no-store"
        return response
