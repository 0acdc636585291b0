"""Pages and terms to test with. Each has defaults; name what your test is about and no more.

A page comes out live, under the index page of its type, and without a revision: that is quick.
The site around it is made when there is none.
"""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from lessons.models import (
    Evidence,
    FollowUp,
    LessonIndexPage,
    LessonPage,
    LessonSeriesPage,
    PracticeExampleIndexPage,
    PracticeExamplePage,
)
from lessons.statuses import FollowUpStatus, LessonStatus, Stage
from meegenomen.core.models import Country, Organisation, OrganisationType, Photo, Theme
from meegenomen.home.models import (
    CountryIndexPage,
    CountryPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
    ThemeIndexPage,
    ThemePage,
)
from trips.models import Destination, EventIndexPage, EventPage, TripIndexPage, TripReportPage

P = TypeVar("P", bound=Page)


def make_site() -> HomePage:
    """The home page with every index page below it, as the only site."""
    with disable_reference_index_auto_update():
        return _made_site()


def _made_site() -> HomePage:
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    home = HomePage(title="Meegenomen", slug="meegenomen", hero_title="Neem mee wat werkt")
    root.add_child(instance=home)
    for index, slug, title in (
        (LessonIndexPage, "lessen", "Lessen"),
        (TripIndexPage, "reisverslagen", "Reisverslagen"),
        (PracticeExampleIndexPage, "voorbeelden", "Voorbeelden"),
        (EventIndexPage, "agenda", "Agenda"),
        (NewsIndexPage, "nieuws", "Nieuws"),
        (ThemeIndexPage, "themas", "Thema’s"),
        (CountryIndexPage, "landen", "Landen"),
    ):
        home.add_child(instance=index(title=title, slug=slug))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


def make_series(title: str = "Lessen uit Denemarken", **fields: Any) -> LessonSeriesPage:
    return _add(LessonSeriesPage(title=title), LessonIndexPage, **fields)


def make_lesson(
    title: str = "Begin klein en stel bij",
    *,
    series: LessonSeriesPage | None = None,
    seen_on: tuple[TripReportPage, ...] = (),
    applied_by: tuple[Organisation, ...] = (),
    **fields: Any,
) -> LessonPage:
    """`seen_on` gives it evidence from trips, `applied_by` follow-up by organisations."""
    lesson = LessonPage(title=title, in_one_sentence=f"{title}.", status=LessonStatus.CONFIRMED)
    lesson.evidence = [
        Evidence(report=report, passage=f"Gezien op de reis: {report.title}.") for report in seen_on
    ]
    lesson.follow_ups = [
        FollowUp(organisation=organisation, status=FollowUpStatus.APPLIED)
        for organisation in applied_by
    ]
    return _add(lesson, LessonIndexPage, parent=series, **fields)


def make_trip_report(
    title: str = "Naar Kopenhagen",
    *,
    start_date: date = date(2024, 3, 21),
    destinations: tuple[tuple[str, str], ...] = (("Kopenhagen", "Denemarken"),),
    **fields: Any,
) -> TripReportPage:
    """`destinations` are pairs of a place and the name of its country."""
    report = TripReportPage(title=title, start_date=start_date)
    report.destinations = [
        Destination(place=place, country=make_country(country)) for place, country in destinations
    ]
    return _add(report, TripIndexPage, **fields)


def make_example(
    title: str = "Eén loket voor verhuizen",
    *,
    lessons: tuple[LessonPage, ...] = (),
    **fields: Any,
) -> PracticeExamplePage:
    example = PracticeExamplePage(
        title=title, stage=Stage.IN_USE, organisation_type=OrganisationType.MUNICIPALITY
    )
    example.lessons = list(lessons)
    return _add(example, PracticeExampleIndexPage, **fields)


def make_event(
    title: str = "Regiobijeenkomst",
    *,
    start: datetime | None = None,
    **fields: Any,
) -> EventPage:
    """Thirty days from now unless you say when."""
    start = start or timezone.now() + timedelta(days=30)
    return _add(EventPage(title=title, start=start, location="Utrecht"), EventIndexPage, **fields)


def make_news(title: str = "Nieuws uit de praktijk", **fields: Any) -> NewsPage:
    return _add(NewsPage(title=title, date=date(2024, 4, 11)), NewsIndexPage, **fields)


def make_standard_page(title: str = "Over deze site", **fields: Any) -> StandardPage:
    return _add(StandardPage(title=title), HomePage, **fields)


def make_theme_page(theme: Theme | None = None, **fields: Any) -> ThemePage:
    theme = theme or make_theme()
    page = ThemePage(title=theme.name, slug=theme.slug, theme=theme)
    return _add(page, ThemeIndexPage, **fields)


def make_country_page(country: Country | None = None, **fields: Any) -> CountryPage:
    country = country or make_country()
    page = CountryPage(title=country.name, slug=country.slug, country=country)
    return _add(page, CountryIndexPage, **fields)


def make_theme(name: str = "Regie en samenwerking") -> Theme:
    return Theme.objects.get_or_create(name=name)[0]


def make_country(name: str = "Denemarken") -> Country:
    return Country.objects.get_or_create(name=name)[0]


def make_organisation(
    name: str = "Gemeente Voorbeeldstad",
    type: OrganisationType = OrganisationType.MUNICIPALITY,  # noqa: A002  the name of the field
) -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"type": type})[0]


def make_photo(title: str = "Een gracht", *, width: int = 1200, height: int = 800) -> Photo:
    picture = BytesIO()
    Picture.new("RGB", (width, height), "steelblue").save(picture, "JPEG")
    file = ContentFile(picture.getvalue(), name="foto.jpg")
    return Photo.objects.create(title=title, file=file, credit="Tekenaar")


def _add(
    page: P,
    index: type[Page],
    *,
    parent: Page | None = None,
    themes: tuple[Theme | str, ...] = (),
    countries: tuple[Country | str, ...] = (),
    tags: tuple[str, ...] = (),
    with_revision: bool = False,
    **fields: Any,
) -> P:
    """Put the page below its parent; `with_revision` publishes it the way an editor does."""
    for name, value in fields.items():
        setattr(page, name, value)
    if themes:
        page.themes = [make_theme(t) if isinstance(t, str) else t for t in themes]
    if countries:
        page.countries = [make_country(c) if isinstance(c, str) else c for c in countries]
    if page.live and page.first_published_at is None:
        page.first_published_at = page.last_published_at = timezone.now()
    parent = parent or index.objects.first() or _made(index)
    # Half the time of a page goes into noting what it refers to; few tests ask for that.
    with disable_reference_index_auto_update():
        parent.add_child(instance=page)
        if tags:
            page.tags.add(*tags)
            page.save()
    if with_revision:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def _made(index: type[Page]) -> Page:
    make_site()
    return index.objects.get()
