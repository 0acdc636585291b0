"""How pages of different types are told apart where they stand together."""

from django import template
from wagtail.models import Page

from lessons.models import LessonPage, LessonSeriesPage, PracticeExamplePage
from lessons.statuses import FollowUpStatus, Stage, Verdict
from meegenomen.home.models import CountryPage, NewsPage, ThemePage
from search.records import KINDS, Kind
from trips.models import EventPage, TripReportPage

register = template.Library()

KIND_SLUGS: dict[type[Page], str] = {
    LessonPage: "les",
    LessonSeriesPage: "serie",
    PracticeExamplePage: "voorbeeld",
    TripReportPage: "reisverslag",
    EventPage: "bijeenkomst",
    NewsPage: "nieuws",
    ThemePage: ThemePage.kind,
    CountryPage: CountryPage.kind,
}
STATUS_STYLES = {
    Stage.IN_USE: "ok",
    Stage.PILOT: "pilot",
    Stage.IDEA: "idea",
    Stage.STOPPED: "stop",
    FollowUpStatus.APPLIED: "ok",
    FollowUpStatus.TRYING: "pilot",
    FollowUpStatus.CONSIDERED: "idea",
    FollowUpStatus.NOT_ADOPTED: "stop",
    Verdict.CONFIRMS: "ok",
    Verdict.NUANCES: "pilot",
    Verdict.CONTRADICTS: "stop",
}
SCENES = ("street", "harbour", "lighthouse", "canal", "towers")


@register.filter
def kind(page: Page) -> Kind:
    return KINDS[KIND_SLUGS.get(type(page), "pagina")]


@register.filter
def status_style(status: str) -> str:
    """Suffix of the class that draws the mark of a status; its name stands beside it in words."""
    return next((style for value, style in STATUS_STYLES.items() if value == status), "idea")


@register.filter
def scene(page: Page) -> str:
    """The drawing that stands in where a page has no picture; always the same one."""
    return f"art/{SCENES[page.pk % len(SCENES)]}.svg"
