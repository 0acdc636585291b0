"""What was done with a submission, by whom and when: in the log of the admin, without its words."""

from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from meegenomen.submissions.models import Submission

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


class Act(TextChoices):
    """Named as an order. What the log says of it afterwards stands in `DONE`."""

    TAKE = "submissions.take", gettext_lazy("Neem inzending in behandeling")
    HAND_OVER = "submissions.hand_over", gettext_lazy("Draag inzending over")
    LET_GO = "submissions.let_go", gettext_lazy("Laat inzending los")
    ASK = "submissions.ask", gettext_lazy("Stel de inzender een vraag")
    ANSWER = "submissions.answer", gettext_lazy("Beantwoord de vraag")
    CORRECT = "submissions.correct", gettext_lazy("Wijzig inzending")
    DRAFT = "submissions.draft", gettext_lazy("Maak een concept van de inzending")
    ADD = "submissions.add", gettext_lazy("Voeg inzending toe aan een pagina")
    PUBLISH = "submissions.publish", gettext_lazy("Publiceer inzending")
    REFUSE = "submissions.refuse", gettext_lazy("Wijs inzending af")
    MARK_SPAM = "submissions.mark_spam", gettext_lazy("Zet inzending bij spam")
    UNMARK_SPAM = "submissions.unmark_spam", gettext_lazy("Haal inzending uit de spam")
    WITHDRAW = "submissions.withdraw", gettext_lazy("Trek inzending in")
    ERASE = "submissions.erase", gettext_lazy("Wis inzending")


DONE: dict[Act, Promise] = {
    Act.TAKE: gettext_lazy("Inzending in behandeling genomen"),
    Act.HAND_OVER: gettext_lazy("Inzending overgedragen"),
    Act.LET_GO: gettext_lazy("Inzending losgelaten"),
    Act.ASK: gettext_lazy("Vraag aan de inzender gesteld"),
    Act.ANSWER: gettext_lazy("Vraag door de inzender beantwoord"),
    Act.CORRECT: gettext_lazy("Inzending door de inzender gewijzigd"),
    Act.DRAFT: gettext_lazy("Concept van de inzending gemaakt"),
    Act.ADD: gettext_lazy("Inzending toegevoegd aan een pagina"),
    Act.PUBLISH: gettext_lazy("Inzending gepubliceerd"),
    Act.REFUSE: gettext_lazy("Inzending afgewezen"),
    Act.MARK_SPAM: gettext_lazy("Inzending bij spam gezet"),
    Act.UNMARK_SPAM: gettext_lazy("Inzending uit de spam gehaald"),
    Act.WITHDRAW: gettext_lazy("Inzending door de inzender ingetrokken"),
    Act.ERASE: gettext_lazy("Inzending gewist"),
}


def note(
    submission: Submission, act: Act, *, user: "AbstractBaseUser | None" = None, **data: Any
) -> None:
    """By number: a title would outlive the submission. Call within the transaction of the act."""
    number = _("Inzending %(number)s") % {"number": submission.pk}
    log(instance=submission, action=act.value, user=user, title=number, data=data or None)


def name_acts(actions: Any) -> None:
    """For `register_log_actions`."""
    for act, done in DONE.items():
        actions.register_action(act.value, act.label, done)
