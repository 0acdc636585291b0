from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import InspectView

from meegenomen.submissions.admin import forms
from meegenomen.submissions.admin.history import events_of
from meegenomen.submissions.admin.likeness import alike
from meegenomen.submissions.admin.notices import personal_data_in
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.states import OPEN_STATES


class SubmissionView(InspectView):
    """All of one submission, beside what may be done with it."""

    any_permission_required = ["change"]
    page_title = gettext_lazy("Inzending")

    def get_object(self, queryset: Any = None) -> Submission:
        everything = Submission.objects.select_related(
            "lesson", "country", "taken_by", "decided_by", "page", "adds_to", "added_to"
        ).prefetch_related("themes", "files", "mails", "messages__by")
        return get_object_or_404(everything, pk=self.pk)

    def get_edit_url(self) -> None:
        """Nobody changes what a visitor wrote; the draft made of it is there to be edited."""

    def get_delete_url(self) -> None:
        """The same."""

    @property
    def moderator(self) -> AbstractBaseUser:
        # The admin let nobody in who did not sign in.
        return cast(AbstractBaseUser, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A form among `kwargs` was filled in wrongly, and comes back as it was."""
        submission = self.object
        holder = submission.taken_by_id
        may = self._acts()
        blank: dict[str, Any] = {
            "ask_form": forms.AskForm(),
            "refusal_form": forms.RefusalForm(),
            "hand_over_form": forms.HandOverForm(seen=holder),
            "add_form": forms.AddForm(user=self.moderator, initial={"page": submission.adds_to_id}),
            "erase_form": forms.EraseForm(),
        }
        shown = blank | kwargs
        context: dict[str, Any] = super().get_context_data(
            **shown,
            submission=submission,
            may=may,
            is_open=submission.state in OPEN_STATES,
            is_mine=holder == self.moderator.pk,
            lookalikes=alike(submission),
            personal=personal_data_in(submission),
            events=events_of(submission),
            mail_failed=any(mail.error for mail in submission.mails.all()),
        )
        return context | {"media": shown["add_form"].media}

    def _acts(self) -> dict[str, bool]:
        """Asked in the words of the acts themselves."""
        submission = self.object
        this = Submission.objects.filter(pk=submission.pk)

        def possible(when: Q) -> bool:
            return this.filter(when).exists()

        if submission.erased_at:
            return {}
        return {
            "take": possible(judging.TAKEABLE),
            "hand_over": possible(judging.OPEN) and submission.taken_by_id is not None,
            "ask": possible(judging.ASKABLE),
            "draft": possible(judging.DRAFTABLE),
            "place": possible(judging.OPEN)
            and submission.added_to is not None
            and submission.added_to.live,
            "refuse": possible(judging.OPEN),
            "mark_spam": possible(judging.NO_SPAM_YET),
            "unmark_spam": possible(judging.SUSPECTED),
            "erase": True,
        }
