"""What a moderator does with one submission. Two at once: the second hears what the first did."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from meegenomen.submissions.admin import forms
from meegenomen.submissions.admin.detail import SubmissionView
from meegenomen.submissions.guard.scanning import NotScanned
from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.mails import outbox
from meegenomen.submissions.moderation import adding, custody, judging


class ActView(SubmissionView):
    """Shows the page of the submission again when the form is not filled in well."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Somebody who signed in again half-way, or reloads."""
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return self.act()
        except judging.TooLate:
            self.object.refresh_from_db()
            messages.warning(
                request,
                _("Er is niets gedaan: iemand was je voor. De inzending staat nu op ‘%(state)s’.")
                % {"state": self.object.get_state_display()},
            )
            return self.back()
        except NotScanned:
            messages.warning(
                request,
                _(
                    "Er is niets gedaan: een bestand is nog niet op virussen gescand. Probeer het "
                    "over een paar minuten opnieuw."
                ),
            )
            return self.back()

    def act(self) -> HttpResponse:
        """Raises TooLate."""
        raise NotImplementedError

    def back(self) -> HttpResponse:
        return redirect("inzendingen:inspect", self.object.pk)

    def done(self, message: str) -> HttpResponse:
        messages.success(self.request, message % {"title": self.object.title})
        return self.back()

    def again(self, **form: Any) -> HttpResponse:
        messages.error(self.request, _("Er is nog niets gedaan. Kijk wat er bij het veld staat."))
        page: HttpResponse = self.render_to_response(self.get_context_data(**form))
        return page


class TakeView(ActView):
    def act(self) -> HttpResponse:
        judging.take(self.object, self.moderator)
        return self.done(_("Je hebt ‘%(title)s’ nu in behandeling."))


class HandOverView(ActView):
    def act(self) -> HttpResponse:
        form = forms.HandOverForm(self.request.POST, seen=self.object.taken_by_id)
        if not form.is_valid():
            return self.again(hand_over_form=form)
        to = form.cleaned_data["to"]
        custody.hand_over(self.object, self.moderator, seen=form.cleaned_data["seen"], to=to)
        name = get_user_display_name(to)
        messages.success(
            self.request,
            _("‘%(title)s’ is nu in behandeling bij %(name)s.")
            % {"title": self.object.title, "name": name},
        )
        return self.back()


class LetGoView(ActView):
    def act(self) -> HttpResponse:
        form = forms.LetGoForm(self.request.POST)
        if not form.is_valid():
            raise judging.TooLate
        custody.let_go(self.object, self.moderator, seen=form.cleaned_data["seen"])
        return self.done(_("Je hebt ‘%(title)s’ losgelaten. Een collega kan het nu oppakken."))


class AskView(ActView):
    def act(self) -> HttpResponse:
        form = forms.AskForm(self.request.POST)
        if not form.is_valid():
            return self.again(ask_form=form)
        judging.ask(self.object, self.moderator, form.cleaned_data["question"])
        return self.done(_("Je vraag over ‘%(title)s’ staat uit. We laten het weten bij antwoord."))


class DraftView(ActView):
    def act(self) -> HttpResponse:
        page = judging.make_draft(self.object, self.moderator)
        messages.success(
            self.request,
            _("Dit is het concept van ‘%(title)s’. Er is nog niets openbaar.")
            % {"title": self.object.title},
            buttons=[_to(self.object.pk)],
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class AddView(ActView):
    def act(self) -> HttpResponse:
        form = forms.AddForm(self.request.POST, user=self.moderator)
        if not form.is_valid():
            return self.again(add_form=form)
        page = form.cleaned_data["page"]
        adding.add_to(self.object, self.moderator, page)
        messages.success(
            self.request,
            _("‘%(title)s’ staat onderaan de tekst, in een concept. Er is nog niets openbaar.")
            % {"title": self.object.title},
            buttons=[_to(self.object.pk)],
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class PlaceView(ActView):
    """For an addition that an editor put in other words."""

    def act(self) -> HttpResponse:
        adding.note_placed(self.object, self.moderator)
        return self.done(_("‘%(title)s’ staat op de site. De inzender krijgt bericht."))


class RefuseView(ActView):
    def act(self) -> HttpResponse:
        form = forms.RefusalForm(self.request.POST)
        if not form.is_valid():
            return self.again(refusal_form=form)
        judging.refuse(self.object, self.moderator, form.cleaned_data["reason"])
        return self.done(_("‘%(title)s’ is afgewezen."))


class MarkSpamView(ActView):
    def act(self) -> HttpResponse:
        judging.mark_spam(self.object, self.moderator)
        return self.done(_("‘%(title)s’ staat nu bij de spam. De inzender krijgt geen mail meer."))


class UnmarkSpamView(ActView):
    def act(self) -> HttpResponse:
        judging.unmark_spam(self.object, self.moderator)
        return self.done(_("‘%(title)s’ staat weer bij de andere inzendingen."))


class EraseView(ActView):
    def act(self) -> HttpResponse:
        form = forms.EraseForm(self.request.POST)
        if not form.is_valid():
            return self.again(erase_form=form)
        if erase(self.object, ErasedBy.MODERATOR, user=self.moderator):
            messages.success(self.request, _("De inzending is gewist."))
        else:
            messages.warning(self.request, _("Deze inzending was al gewist."))
        return self.back()


class MailView(ActView):
    """Try again at once what failed to go out."""

    def act(self) -> HttpResponse:
        outbox.try_again(self.object)
        return self.done(_("De mail wordt opnieuw verstuurd."))


ACTS: tuple[tuple[str, str, type[ActView]], ...] = (
    ("neem", "take", TakeView),
    ("draag-over", "hand_over", HandOverView),
    ("laat-los", "let_go", LetGoView),
    ("vraag", "ask", AskView),
    ("concept", "draft", DraftView),
    ("voeg-toe", "add", AddView),
    ("geplaatst", "place", PlaceView),
    ("afwijzen", "refuse", RefuseView),
    ("spam", "mark_spam", MarkSpamView),
    ("geen-spam", "unmark_spam", UnmarkSpamView),
    ("wissen", "erase", EraseView),
    ("mail", "mail", MailView),
)
"""The end of the address, the name of the address, and the view."""


def _to(number: int) -> Any:
    return messages.button(reverse("inzendingen:inspect", args=[number]), _("Bekijk de inzending"))
