from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lessons.models import PracticeExamplePage
from meegenomen.submissions.form import questions
from meegenomen.submissions.form.fields import ExampleField
from meegenomen.submissions.uploads.waiting_room import WaitingFile

MAX_THEMES = 3
# Hidden from people and from screen readers; programs fill in every field they meet.
HONEYPOT = "bijnaam"


class ShareForm(forms.Form):
    """The public form. Names and values of its fields are a contract; see docs/submissions.md."""

    use_required_attribute = False

    def __init__(
        self,
        data: Any = None,
        *,
        files: tuple[WaitingFile, ...] = (),
        proved: bool = True,
        **kwargs: Any,
    ) -> None:
        """`proved`: there is a proof of work, so nobody has to confirm a mail address."""
        super().__init__(data, auto_id="%s", **kwargs)
        self.fields.update(questions.story())
        self.fields.update(questions.place())
        self.fields["bestanden"] = questions.files()
        self.photos = [file for file in files if file.is_image]
        self._files = files
        for photo in self.photos:
            self.fields[photo.alt_field] = questions.description_of(photo)
        self.fields.update(questions.sender())
        self.fields.update(questions.consents())
        self.fields["vult_aan"] = ExampleField(required=False)
        self.fields["beeld"].required = bool(self.photos)
        self.fields["email"].required = not proved

    def clean_thema(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["thema"]
        if len(chosen) > MAX_THEMES:
            raise ValidationError(_("Kies hoogstens drie onderwerpen."))
        return chosen

    def clean(self) -> None:
        if gone := self.errors.pop("vult_aan", None):
            # Nobody sees that field, so the whole form says it.
            self.add_error(None, gone.as_data())
        if not self.cleaned_data.get("naam_tonen"):
            for file in self._files:
                if file.keeps_names:
                    self.add_error("bestanden", _keeps_names(file.name))

    @property
    def adds_to(self) -> PracticeExamplePage | None:
        """The public example that this is to be added to."""
        chosen: PracticeExamplePage | None
        if self.is_bound:
            chosen = self.cleaned_data.get("vult_aan")
            return chosen
        try:
            chosen = self.fields["vult_aan"].clean(self.initial.get("vult_aan"))
        except ValidationError:
            return None
        return chosen

    @property
    def is_caught(self) -> bool:
        """Whether something filled in the field that no person sees."""
        return bool(self.data.get(HONEYPOT, "").strip())


def _keeps_names(name: str) -> str:
    return _(
        "%(name)s: uit dit document kunnen we jullie namen niet weghalen. Verwijder het, stuur het "
        "als gewone pdf, of vink aan dat je naam erbij mag."
    ) % {"name": name}
