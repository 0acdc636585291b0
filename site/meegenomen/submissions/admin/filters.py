from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.utils import get_user_display_name

from meegenomen.core.models import OrganisationType
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.queue import Corner
from meegenomen.submissions.states import SubmissionState

NOBODY = "niemand"
ME = "ik"


class QueueFilterSet(WagtailFilterSet):
    state = MultipleChoiceFilter(
        label=_("Stand"), choices=SubmissionState.choices, widget=CheckboxSelectMultiple
    )
    in_hand = ChoiceFilter(
        label=_("In behandeling bij"),
        method="narrow_by_holder",
        choices=[],
        empty_label=_("Maakt niet uit"),
        widget=RadioSelect,
    )
    organisation_type = MultipleChoiceFilter(
        label=_("Soort organisatie"),
        choices=OrganisationType.choices,
        widget=CheckboxSelectMultiple,
    )
    received_at = DateFromToRangeFilter(label=_("Ontvangen"), widget=DateRangePickerWidget)

    class Meta:
        model = Submission
        fields: list[str] = []

    def __init__(self, *args: Any, corner: Corner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["in_hand"].extra["choices"] = _holders(corner)
        if len(corner.states) == 1:
            del self.filters["state"]
        else:
            self.filters["state"].extra["choices"] = [
                (state.value, state.label) for state in corner.states
            ]

    def narrow_by_holder(
        self, submissions: QuerySet[Submission], name: str, value: str
    ) -> QuerySet[Submission]:
        if value == NOBODY:
            return submissions.filter(taken_by=None)
        holder: int = self.request.user.pk if value == ME else int(value)
        return submissions.filter(taken_by=holder)


def _holders(corner: Corner) -> list[tuple[str, Any]]:
    """Nobody, me, and by name everybody who has something of this corner in hand."""
    in_hand = corner.submissions().exclude(taken_by=None).values("taken_by")
    users = get_user_model().objects.filter(pk__in=in_hand).order_by("pk")
    return [
        (NOBODY, _("Niemand")),
        (ME, _("Ik")),
        *((str(user.pk), get_user_display_name(user)) for user in users),
    ]
