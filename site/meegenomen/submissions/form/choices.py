"""What a visitor may choose from. All of it is public: nothing here says what is still waiting."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import FollowUp, LessonPage, PracticeExamplePage
from lessons.statuses import Stage
from meegenomen.core.models import (
    Country,
    Organisation,
    OrganisationSize,
    OrganisationType,
    Theme,
)
from trips.models import Traveller, TripReportPage

Choices = list[tuple[str, str | Promise]]

OTHER_THEME = "Iets anders"
OTHER_COUNTRY = "Anders"
NOTHING_CHOSEN = ("", gettext_lazy("Maak een keuze"))
MAX_SUGGESTED = 500


def themes() -> Choices:
    return [*_pairs(Theme.objects.values_list("name", flat=True)), (OTHER_THEME, _("Iets anders"))]


def lessons() -> Choices:
    found = LessonPage.objects.live().public().order_by("number").values_list("number", "title")
    return [NOTHING_CHOSEN, *((f"L-{number}", f"L-{number}: {title}") for number, title in found)]


def organisation_types() -> Choices:
    """By their names: these are the values of the form, and part of the contract."""
    return [NOTHING_CHOSEN, *_pairs(str(kind.label) for kind in OrganisationType)]


def organisation_sizes() -> Choices:
    """In inhabitants and in colleagues, because a list cannot know what was chosen above it."""
    municipality, other = OrganisationType.MUNICIPALITY, OrganisationType.OTHER
    words = _("%(size)s: %(inhabitants)s of %(colleagues)s")
    return [
        NOTHING_CHOSEN,
        *(
            (
                size.value,
                words
                % {
                    "size": size.label,
                    "inhabitants": size.among(municipality),
                    "colleagues": size.among(other),
                },
            )
            for size in OrganisationSize
        ),
    ]


def countries() -> Choices:
    names = Country.objects.values_list("name", flat=True)
    return [NOTHING_CHOSEN, *_pairs(names), (OTHER_COUNTRY, _("Anders"))]


def stages() -> Choices:
    return [(stage.value, str(stage.label)) for stage in Stage]


def stage_hints() -> dict[str, str]:
    return {
        Stage.IDEA: _("nog niet begonnen"),
        Stage.PILOT: _("we proberen het uit"),
        Stage.IN_USE: _("het is onze gewone manier van werken"),
        Stage.STOPPED: _("we weten nu waarom het niet werkte"),
    }


def organisation_type_of(name: str) -> OrganisationType:
    return next(kind for kind in OrganisationType if str(kind.label) == name)


def suggested_organisations() -> list[str]:
    """Names that already stand on a public page.

    Not every organisation we know: making a draft of a submission adds one before it is public.
    """
    examples = PracticeExamplePage.objects.live().public()
    lessons = LessonPage.objects.live().public()
    reports = TripReportPage.objects.live().public()
    named = Organisation.objects.filter(
        Q(pk__in=examples.values("organisation"))
        | Q(pk__in=FollowUp.objects.filter(page__in=lessons).values("organisation"))
        | Q(pk__in=Traveller.objects.filter(page__in=reports).values("organisation"))
    )
    return list(named.order_by("name").values_list("name", flat=True)[:MAX_SUGGESTED])


def _pairs(names: Iterable[str]) -> Choices:
    return [(name, name) for name in names]
