"""What a visitor fills in after sending: an answer to a question, or a correction."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from meegenomen.submissions.form.answers import answers_of
from meegenomen.submissions.form.fields import TextField
from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.models import MAX_MESSAGE, Submission


class AnswerForm(forms.Form):
    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="%s")
        self.fields["antwoord"] = TextField(
            label=_("Jouw antwoord"),
            help_text=_("De redactie leest dit. Het komt niet zo op de site."),
            max_length=MAX_MESSAGE,
            missing=_("Vul je antwoord in."),
            widget=forms.Textarea,
        )


class CorrectionForm(ShareForm):
    """The public form, filled in. Files and consents stay as they were."""

    STAYS = ("bestanden", "akkoord", "beeld", "vult_aan")

    def __init__(self, data: Any = None, *, submission: Submission) -> None:
        super().__init__(data, initial=answers_of(submission))
        for name in self.STAYS:
            del self.fields[name]
