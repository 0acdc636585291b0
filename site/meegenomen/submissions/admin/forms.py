"""What a moderator fills in to act on a submission."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminPageChooser

from lessons.models import PracticeExamplePage
from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.models import MAX_MESSAGE
from meegenomen.submissions.wording.texts import refusal_reasons

LARGEST_KEY = 2**31 - 1


class ActForm(forms.Form):
    # All stand on one page: each has fields of its own name.
    use_required_attribute = False


class AskForm(ActForm):
    question = forms.CharField(
        label=gettext_lazy("Wat wil je weten?"),
        help_text=gettext_lazy("De inzender leest dit letterlijk, en antwoordt op de volglink."),
        max_length=MAX_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf je vraag op.")},
    )


class RefusalForm(ActForm):
    """The words count; a standard reason is there for who writes none."""

    standard = forms.ChoiceField(
        label=gettext_lazy("Kies een reden"),
        required=False,
        widget=forms.Select(attrs={"data-standard-reason": ""}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Waarom plaatsen we dit niet?"),
        help_text=gettext_lazy(
            "De inzender leest dit, letterlijk. Laat je het leeg, dan krijgt die de tekst van de "
            "gekozen reden."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standard_texts = {reason.title: reason.text for reason in refusal_reasons()}
        field = cast(forms.ChoiceField, self.fields["standard"])
        field.choices = [
            ("", _("Geen, ik schrijf hem zelf")),
            *((title, title) for title in self.standard_texts),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "reason" in said and not said["reason"]:
            said["reason"] = self.standard_texts.get(said.get("standard", ""), "")
            if not said["reason"]:
                self.add_error("reason", _("Geef een reden: de inzender wil die weten."))
        return said


class UserField(forms.ModelChoiceField):  # type: ignore[type-arg]  # takes none at run time
    def label_from_instance(self, obj: Any) -> str:
        return str(get_user_display_name(obj))


class HandOverForm(ActForm):
    to = UserField(
        label=gettext_lazy("Aan wie?"),
        queryset=None,
        error_messages={
            "required": gettext_lazy("Kies aan wie je deze inzending overdraagt."),
            "invalid_choice": gettext_lazy("Kies een moderator uit de lijst."),
        },
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, max_value=LARGEST_KEY)

    def __init__(self, *args: Any, seen: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = policy.users_with_permission("change").filter(is_active=True)
        field = cast(UserField, self.fields["to"])
        field.queryset = (users.exclude(pk=seen) if seen else users).order_by("pk")
        self.fields["seen"].initial = seen


class LetGoForm(ActForm):
    seen = forms.IntegerField(max_value=LARGEST_KEY)


class ExampleChooser(AdminPageChooser):
    def get_instance(self, value: Any) -> Any:
        """Nothing where Wagtail's fails: on what is no number at all."""
        try:
            return super().get_instance(value)
        except (ValueError, OverflowError):
            return None


class ExampleField(forms.ModelChoiceField):  # type: ignore[type-arg]  # takes none at run time
    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except OverflowError as error:
            raise ValidationError(self.error_messages["invalid_choice"]) from error


class AddForm(ActForm):
    page = ExampleField(
        label=gettext_lazy("Aan welk voorbeeld?"),
        queryset=PracticeExamplePage.objects.all(),
        widget=ExampleChooser(target_models=[PracticeExamplePage], user_perms="edit"),
        error_messages={
            "required": gettext_lazy("Kies eerst een praktijkvoorbeeld."),
            "invalid_choice": gettext_lazy("Dat praktijkvoorbeeld is er niet meer."),
        },
    )

    def __init__(self, *args: Any, user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user

    def clean_page(self) -> PracticeExamplePage:
        page: PracticeExamplePage = self.cleaned_data["page"]
        if not page.permissions_for_user(self._user).can_edit():
            raise ValidationError(_("Die pagina mag je niet bewerken."))
        lock = page.get_lock()
        if lock and lock.for_user(self._user):
            raise ValidationError(_("Die pagina is nu vergrendeld."))
        return page


class EraseForm(ActForm):
    zeker = forms.BooleanField(
        label=gettext_lazy("Ja, ik weet het zeker."),
        error_messages={"required": gettext_lazy("Vink eerst aan dat je het zeker weet.")},
    )
