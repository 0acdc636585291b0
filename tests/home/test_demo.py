"""The demonstration is loaded once for this file; each test sees it whole and changes nothing."""

import re
from datetime import date

import pytest
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.rich_text import RichText

from lessons.models import LessonPage, PracticeExamplePage, WantedExample
from meegenomen.core.models import BasePage, Photo, TaggedPage, Theme
from meegenomen.home.demo import load_demo
from meegenomen.home.demo.library import CONTENT
from meegenomen.home.models import HomePage, NewsPage, StandardPage
from search.models import SynonymLine
from trips.models import Author, EventPage, TripReportPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

LESSONS = [
    "Werk vanuit één strategie, jaren vooruit",
    "Leg de regie op één plek",
    "Eén loket voor de hele overheid",
    "Ordenen rond levensgebeurtenissen, niet rond organisaties",
    "Eén inlogmiddel, ook bij bank en bedrijf",
    "Digitaal als norm, met hulp voor wie het niet kan",
    "Ontwikkel en betaal samen",
    "Begin klein, met dienstverlening als doel",
]

# Of countries, places, organisations and things; and words that begin a title inside a sentence.
NAMES = """
    A4 Berichtenbox Binnenlandse CIO’s Common Copenhagen Deel Deen Deens Deense
    Den Denemarken Denen Denmark
    DigiD Digital Digitaliseringsstyrelsen Dimpact Directeuren Drachten Europa Finland Friesland
    Ground Haag Hengelo Hub ICT Kopenhagen København Limburg Malmö Minc MitID Nederland Nederlands
    Nederlandse Ontwikkel PodiumD Publieksdiensten Realiseren Rijk Roermond Staat Uitvoering
    Utrecht VNG Werk Zaken Zweden
"""


def content_pages() -> list[BasePage]:
    pages = Page.objects.live().filter(
        pk__in=PageLogEntry.objects.filter(data__prepared__startswith="demo:").values("page")
    )
    return [page for page in pages.specific() if not isinstance(page, HomePage)]


def streams(page: Page) -> list[StreamValue]:
    values = (getattr(page, field.name, None) for field in page._meta.get_fields())
    return [value for value in values if isinstance(value, StreamValue)]


def test_loaded_again_it_changes_nothing():
    def state() -> list[object]:
        return [
            Page.objects.count(),
            Revision.objects.count(),
            PageLogEntry.objects.count(),
            TaggedPage.objects.count(),
            Photo.objects.count(),
            list(Page.objects.order_by("pk").values_list("latest_revision_created_at", flat=True)),
        ]

    before = state()
    assert load_demo() == []
    assert state() == before


def test_what_an_editor_deleted_or_renamed_stays_so():
    PracticeExamplePage.objects.get(slug="mobiel-team").delete()
    renamed = LessonPage.objects.get(title=LESSONS[0])
    renamed.title, renamed.slug = "Anders", "anders"
    renamed.save_revision().publish()
    Theme.objects.filter(name="Financiering").update(name="Geld")
    SynonymLine.objects.filter(terms__startswith="loket").delete()
    before = Page.objects.count(), Theme.objects.count(), SynonymLine.objects.count()
    assert before[2] > 5
    assert load_demo() == []
    assert (Page.objects.count(), Theme.objects.count(), SynonymLine.objects.count()) == before


def test_what_editors_chose_is_there_once():
    before = SearchPromotion.objects.count(), WantedExample.objects.count()
    assert SearchPromotion.objects.get().page.specific.title == LESSONS[2]
    assert before == (1, 3)
    WantedExample.objects.first().delete()
    load_demo()
    assert (SearchPromotion.objects.count(), WantedExample.objects.count()) == (1, 2)


def test_a_load_that_was_cut_short_is_finished():
    page = LessonPage.objects.get(title=LESSONS[2])
    page.evidence.all().delete()
    Revision.objects.for_instance(page).delete()
    LessonPage.objects.filter(pk=page.pk).update(
        live=False, first_published_at=None, latest_revision=None, live_revision=None
    )
    assert load_demo() == [page.title]
    assert LessonPage.objects.get(pk=page.pk).evidence.exists()


def test_the_series_has_its_eight_lessons_in_order():
    assert list(LessonPage.objects.order_by("path").values_list("title", flat=True)) == LESSONS
    numbers = list(LessonPage.objects.order_by("path").values_list("number", flat=True))
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("lesson", [LESSONS[4], LESSONS[5], LESSONS[6]])
def test_two_trips_six_years_apart_saw_the_same(lesson):
    corroboration = LessonPage.objects.get(title=lesson).corroboration
    assert str(corroboration) == "gezien op 2 reizen, 2018-2024"


def test_every_lesson_has_what_a_reader_needs():
    for lesson in LessonPage.objects.all():
        assert lesson.in_one_sentence
        assert lesson.conditions_there
        assert lesson.position_here
        assert 3 <= lesson.first_steps.count() <= 5
        assert lesson.evidence.exists()
        assert lesson.word_count > 200


def test_there_are_enough_examples_and_each_is_honest_about_what_failed():
    assert PracticeExamplePage.objects.live().count() >= 10
    for example in PracticeExamplePage.objects.all():
        assert example.organisation_type
        assert example.why_it_works
        assert example.what_did_not_work


def test_every_page_names_its_sources():
    without = [
        page.title
        for page in content_pages()
        if not page.sources.exists() and not getattr(page, "is_example", False)
    ]
    assert without == []


def test_a_source_without_a_date_gets_none():
    undated = {"vng-2019", "svdu-case", "cg-2024"}
    text = (CONTENT / "sources.toml").read_text()
    parts = dict(re.findall(r"^\[([\w-]+)\]\n(.*?)(?=^\[|\Z)", text, re.DOTALL | re.MULTILINE))
    assert {key for key, part in parts.items() if "\ndate" not in part} == undated


def test_every_figure_has_its_date_and_source():
    figures = [
        block.value
        for page in content_pages()
        for stream in streams(page)
        for block in stream
        if block.block_type == "figure"
    ]
    assert len(figures) >= 8
    assert all(figure["date"] and figure["source_title"] for figure in figures)


def test_every_page_would_pass_the_editor():
    for page in content_pages():
        page.full_clean()
        for stream in streams(page):
            stream.stream_block.clean(stream)


def test_steps_are_sentences():
    steps = [
        step
        for page in [*content_pages(), *StandardPage.objects.all()]
        for stream in streams(page)
        for block in stream
        if block.block_type == "steps"
        for step in block.value
    ]
    assert len(steps) > 10
    assert all(isinstance(step, str) and not step.startswith("{") for step in steps)


def test_an_example_from_here_stands_first():
    latest = PracticeExamplePage.objects.live().order_by("-first_published_at").first()
    assert latest.organisation.country.name == "Nederland"


def test_every_link_between_pages_leads_somewhere():
    html = " ".join(
        str(block.value.source if isinstance(block.value, RichText) else block.value)
        for page in content_pages()
        for stream in streams(page)
        for block in stream
    )
    ids = {int(found) for found in re.findall(r'linktype=\\?"page\\?" id=\\?"(\d+)', html)}
    assert ids
    assert Page.objects.live().filter(pk__in=ids).count() == len(ids)
    assert "<a page=" not in html


def test_every_page_answers(client):
    failing = {
        page.url_path: status
        for page in Page.objects.live().filter(depth__gt=1).specific()
        if (status := client.get(page.path_on_site).status_code) != 200
    }
    assert failing == {}


def test_every_drawing_says_what_it_shows_and_who_drew_it():
    assert Photo.objects.exists()
    for photo in Photo.objects.all():
        assert photo.credit == "Meegenomen (tekening)"
        assert photo.description
        assert (photo.width, photo.height) == (1600, 900)


def test_the_meetings_of_2024_are_over_and_the_invented_ones_are_to_come():
    past = EventPage.objects.past()
    assert {timezone.localtime(event.start).year for event in past} == {2024}
    assert [event.location for event in past.order_by("start")] == [
        "Roermond",
        "Hengelo",
        "Utrecht",
        "Den Haag",
        "Drachten",
    ]
    upcoming = EventPage.objects.upcoming()
    assert upcoming.count() == 2
    assert all(event.is_example for event in upcoming)
    assert not any(event.is_example for event in past)


def test_the_days_of_a_trip_show_only_when_they_are_known():
    periods = {report.slug: report.period for report in TripReportPage.objects.all()}
    assert periods["staat-van-de-uitvoering-kopenhagen-2024"] == "21 en 22 maart 2024"
    assert periods["common-ground-kopenhagen-2024"] == "maart 2024"


def test_the_home_page_shows_the_series():
    home = HomePage.objects.get()
    assert home.featured_series.title == "Acht lessen uit Denemarken"
    assert home.popular_searches.count() == 4


@pytest.mark.parametrize("words", ["één loket", "inloggen", "levensgebeurtenissen", "financiering"])
def test_a_popular_search_has_something_to_find(words):
    records = [page.search_record() for page in content_pages()]
    texts = [f"{r.title} {r.summary} {r.body} {' '.join(r.keywords)}".lower() for r in records]
    assert sum(words in text for text in texts) >= 3


def test_every_theme_and_country_in_use_is_introduced():
    for index in ("themas", "landen"):
        pages = HomePage.objects.get().get_children().get(slug=index).get_children().specific()
        assert pages
        for page in pages:
            assert page.live
            assert page.introduction
            assert page.summary
            assert page.pages().exists()


def test_nobody_is_named():
    """Only a word that stands here may have a capital inside a sentence."""
    texts = [path.read_text() for path in CONTENT.rglob("*.toml")]
    prose = " ".join(
        line for text in texts for line in text.splitlines() if not line.startswith(("[", "#"))
    )
    inside = re.findall(r"(?<=[a-zéë,] )[A-Z][\w’.]*\w", re.sub(r"<[^>]+>", "", prose))
    assert set(inside) - set(NAMES.split()) == set()
    assert set(Author.objects.values_list("name", flat=True)) == {"Redactie", "Een deelnemer"}
    assert set(NewsPage.objects.values_list("author", flat=True)) == {""}


def test_the_third_meeting_is_on_the_day_of_its_source():
    event = EventPage.objects.get(location="Utrecht", is_example=False)
    assert timezone.localtime(event.start).date() == date(2024, 5, 17)
