"""One act on several submissions at once. Each is done by itself, and once: what a colleague was
first with is counted and left alone."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_list_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.bulk_action import BulkAction

from meegenomen.submissions.admin import forms
from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.moderation.queue import ALL, ASKED, SPAM, TO_JUDGE, Corner

MOST = 200


class SubmissionsAct(BulkAction):
    next_url: str
    models = [Submission]
    template_name = "submissions/admin/bulk.html"
    corners: tuple[Corner, ...] = ()
    """Where it is offered."""
    question: str | Promise = ""
    """Above the list that is to be confirmed."""
    warning: str | Promise = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Wagtail asks for each item only, and shows the titles of those that may not be touched.
        if not policy.user_has_permission(request.user, "change"):
            denied: HttpResponseBase = permission_denied(request)
            return denied
        if self.next_url == request.path:
            # Who names no way back would return to a page that asks about nothing.
            self.next_url = reverse("inzendingen:index")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    @classmethod
    def get_queryset(cls, model: type[Submission], object_ids: list[str]) -> list[Submission]:
        numbers = [int(number) for number in object_ids if _is_key(number)][:MOST]
        found: QuerySet[Submission] = model.objects.filter(pk__in=numbers, erased_at=None)
        return get_list_or_404(found.order_by("pk"))

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[int]:
        """None: what nobody saw, nobody should act on."""
        return []

    def check_perm(self, obj: Submission) -> bool:
        return bool(policy.user_has_permission_for_instance(self.request.user, "change", obj))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "question": self.question,
            "warning": self.warning,
            "act": self.display_name,
            "is_serious": "serious" in self.classes,
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """In a transaction each: one for all would hold up, or lock out, everybody else's."""
        self.cleaned_form = form
        submissions, _denied = self.get_actionable_objects()
        done = sum(self._is_done(submission) for submission in submissions)
        self._tell(done, len(submissions) - done)
        return redirect(self.next_url)

    def act(self, submission: Submission) -> bool | None:
        """Raises TooLate, or returns False, when a colleague was first."""
        raise NotImplementedError

    def _is_done(self, submission: Submission) -> bool:
        try:
            return self.act(submission) is not False
        except judging.TooLate:
            return False

    def _tell(self, done: int, late: int) -> None:
        said = ngettext(
            "%(act)s: %(n)s inzending gedaan.", "%(act)s: %(n)s inzendingen gedaan.", done
        ) % {"act": self.display_name, "n": done}
        if not late:
            messages.success(self.request, said)
            return
        left = ngettext(
            "%(n)s niet: daar was iemand je voor, of het kan daar niet meer.",
            "%(n)s niet: daar was iemand je voor, of het kan daar niet meer.",
            late,
        ) % {"n": late}
        messages.warning(self.request, f"{said} {left}")


class TakeSeveral(SubmissionsAct):
    display_name = gettext_lazy("Neem in behandeling")
    aria_label = gettext_lazy("Neem de gekozen inzendingen in behandeling")
    action_type = "take"
    action_priority = 10
    corners = (TO_JUDGE, ASKED, ALL)
    question = gettext_lazy("Neem je deze inzendingen in behandeling?")

    def act(self, submission: Submission) -> None:
        judging.take(submission, self.request.user)


class MarkSpam(SubmissionsAct):
    display_name = gettext_lazy("Zet bij de spam")
    aria_label = gettext_lazy("Zet de gekozen inzendingen bij de spam")
    action_type = "mark_spam"
    action_priority = 20
    corners = (TO_JUDGE, ASKED, ALL)
    question = gettext_lazy("Zet je deze inzendingen bij de spam?")
    warning = gettext_lazy("De inzenders krijgen er geen mail meer over.")

    def act(self, submission: Submission) -> None:
        judging.mark_spam(submission, self.request.user)


class UnmarkSpam(SubmissionsAct):
    display_name = gettext_lazy("Dit is geen spam")
    aria_label = gettext_lazy("Zet de gekozen inzendingen weer bij de andere")
    action_type = "unmark_spam"
    action_priority = 20
    corners = (SPAM, ALL)
    question = gettext_lazy("Zijn deze inzendingen geen spam?")
    warning = gettext_lazy("De inzenders krijgen dan alsnog een ontvangstbevestiging.")

    def act(self, submission: Submission) -> None:
        judging.unmark_spam(submission, self.request.user)


class RefuseSpam(SubmissionsAct):
    display_name = gettext_lazy("Wijs af")
    aria_label = gettext_lazy("Wijs de gekozen spam af")
    action_type = "refuse_spam"
    action_priority = 30
    classes = {"serious"}
    corners = (SPAM,)
    form_class = forms.RefusalForm
    question = gettext_lazy("Wijs je deze spam af?")
    warning = gettext_lazy("De reden staat op de volglink. Er gaat geen mail uit.")

    def act(self, submission: Submission) -> None:
        reason: str = self.cleaned_form.cleaned_data["reason"]
        judging.refuse(submission, self.request.user, reason, when=judging.SUSPECTED)


class EraseSeveral(SubmissionsAct):
    display_name = gettext_lazy("Wis")
    aria_label = gettext_lazy("Wis de gekozen inzendingen")
    action_type = "erase"
    action_priority = 40
    classes = {"serious"}
    corners = (TO_JUDGE, ASKED, SPAM, ALL)
    form_class = forms.EraseForm
    question = gettext_lazy("Wis je alles van deze inzendingen?")
    warning = gettext_lazy(
        "Alle tekst, gegevens en bestanden gaan weg, ook concepten die nog niet openbaar waren. "
        "Dit kun je niet terugdraaien."
    )

    def act(self, submission: Submission) -> bool:
        return erase(submission, ErasedBy.MODERATOR, user=self.request.user)


ALL_ACTS: tuple[type[SubmissionsAct], ...] = (
    TakeSeveral,
    MarkSpam,
    UnmarkSpam,
    RefuseSpam,
    EraseSeveral,
)


def _is_key(number: str) -> bool:
    # So short that turning it into a number costs nothing.
    return number.isascii() and number.isdigit() and len(number) < 10
