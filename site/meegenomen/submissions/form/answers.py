"""The answers on the form as fields of a submission, and back again."""

from typing import Any

from django.db.models import QuerySet

from lessons.models import LessonPage
from meegenomen.core.models import Country, OrganisationType, Theme
from meegenomen.submissions.form import choices
from meegenomen.submissions.models import Submission


def fields_of(said: dict[str, Any]) -> dict[str, Any]:
    """What a visitor may also change later; `said` is the cleaned data of a form."""
    return {
        "title": said["titel"],
        "done": said["gedaan"],
        "results": said["opgeleverd"],
        "stage": said["fase"],
        "other_theme": choices.OTHER_THEME in said["thema"],
        "lesson": _lesson(said["les"]),
        "organisation": said["organisatie"],
        "organisation_type": choices.organisation_type_of(said["soort"]),
        "organisation_size": "" if said["naam_tonen"] else said["omvang"],
        "country": Country.objects.filter(name=said["land"]).first(),
        "link": said["link"],
        "name": said["naam"],
        "role": said["functie"],
        "email": said["email"],
        "show_name": said["naam_tonen"],
    }


def themes_of(said: dict[str, Any]) -> QuerySet[Theme]:
    return Theme.objects.filter(name__in=said["thema"])


def answers_of(submission: Submission) -> dict[str, Any]:
    """To fill in the form with. What is not public any more is not in its lists either."""
    themes: list[str] = list(submission.themes.values_list("name", flat=True))
    if submission.other_theme:
        themes.append(choices.OTHER_THEME)
    lesson = submission.lesson
    return {
        "titel": submission.title,
        "gedaan": submission.done,
        "opgeleverd": submission.results,
        "fase": submission.stage,
        "thema": themes,
        "les": f"L-{lesson.number}" if lesson else "",
        "organisatie": submission.organisation,
        "soort": str(OrganisationType(submission.organisation_type).label),
        "omvang": submission.organisation_size,
        "land": submission.country.name if submission.country else choices.OTHER_COUNTRY,
        "link": submission.link,
        "naam": submission.name,
        "functie": submission.role,
        "email": submission.email,
        "naam_tonen": submission.show_name,
    }


def _lesson(number: str) -> LessonPage | None:
    """The lesson that "L-3" names."""
    if not number:
        return None
    found: LessonPage | None = (
        LessonPage.objects.live().public().filter(number=int(number.removeprefix("L-"))).first()
    )
    return found
