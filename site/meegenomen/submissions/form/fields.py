"""Form fields that say in plain words what is asked and what is wrong."""

import unicodedata
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import PracticeExamplePage
from meegenomen.submissions.form.choices import Choices

LINE_BREAKS = "\n\t"
MOST_DIGITS = 10


def plain(text: str) -> str:
    """Without control characters, and with one kind of line break, which is how browsers count."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        letter
        for letter in text
        if letter in LINE_BREAKS or unicodedata.category(letter) not in ("Cc", "Cs")
    )


class TextField(forms.CharField):
    """A text with a limit; `missing` is what to say when it is empty."""

    def __init__(self, *, max_length: int, missing: str = "", **options: Any) -> None:
        super().__init__(max_length=max_length, required=bool(missing), **options)
        if missing:
            self.error_messages["required"] = missing

    def to_python(self, value: Any) -> str:
        return str(super().to_python(plain(str(value)) if value else value))

    def run_validators(self, value: Any) -> None:
        if self.max_length and len(value) > self.max_length:
            raise ValidationError(
                _("%(label)s: gebruik hoogstens %(limit)s tekens. Nu zijn het er %(length)s.")
                % {"label": self.label, "limit": self.max_length, "length": len(value)}
            )
        super().run_validators(value)


class LineField(TextField):
    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class HttpsField(LineField):
    """A whole address, https only: plain http would send readers over an open line."""

    widget = forms.URLInput
    wrong = gettext_lazy("Schrijf de link voluit, met https:// ervoor.")

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        if value:
            URLValidator(schemes=["https"], message=str(self.wrong))(value)


class AskedChoiceField(forms.ChoiceField):
    """One of a list; whatever is wrong with the answer, the question is asked again."""

    def __init__(
        self,
        *,
        choices: Callable[[], Choices],
        ask: str,
        hints: dict[str, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(choices=choices, **options)
        self.error_messages |= {"required": ask, "invalid_choice": ask}
        self.choice_hints = hints or {}


class ExampleField(forms.Field):
    """The public example that a visitor adds to, by its number."""

    widget = forms.HiddenInput
    default_error_messages = {
        "gone": gettext_lazy(
            "Het voorbeeld dat je wilde aanvullen staat niet meer op de site. Ga je verder, dan "
            "wordt het een nieuw voorbeeld."
        )
    }

    def clean(self, value: Any) -> PracticeExamplePage | None:
        written = str(value or "")
        if not written:
            return None
        known = written.isascii() and written.isdigit() and len(written) < MOST_DIGITS
        public = PracticeExamplePage.objects.live().public()
        found: PracticeExamplePage | None = public.filter(pk=written).first() if known else None
        if found is None:
            raise ValidationError(self.error_messages["gone"], code="gone")
        return found


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> None:
        """Nothing: the view takes files in one by one, so that a wrong one spoils no other."""
        return


class FilesField(forms.FileField):
    widget = ManyFilesInput

    def __init__(self, *, accept: str, **options: Any) -> None:
        widget = ManyFilesInput(attrs={"multiple": True, "accept": accept})
        super().__init__(required=False, widget=widget, **options)
