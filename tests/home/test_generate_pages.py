from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from lessons.models import Evidence, LessonPage, PracticeExamplePage
from meegenomen.core.models import BasePage, ContentVersion, Organisation, TaggedPage, Theme
from meegenomen.core.text import count_words, text_of_page
from meegenomen.home.generate import generate_pages, remove_pages
from meegenomen.home.models import NewsPage
from tests.factories import make_news, make_theme
from trips.models import EventPage, OpenQuestion, TripIndexPage, TripReportPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

MANY = 120


def made_up() -> list[BasePage]:
    return list(Page.objects.filter(slug__startswith="proef-").order_by("path").specific())


def test_every_type_is_there_in_its_share():
    generate_pages(100)
    counts = {
        model: model.objects.count()
        for model in (TripReportPage, LessonPage, PracticeExamplePage, NewsPage, EventPage)
    }
    assert list(counts.values()) == [15, 12, 40, 25, 8]


def test_the_tree_stays_sound():
    make_news("Er stond al iets")
    generate_pages(MANY)
    assert not any(Page.find_problems())
    for page in made_up():
        assert page.url_path == f"{page.get_parent().url_path}{page.slug}/"
        assert page.live


def test_pages_are_as_an_editor_would_have_made_them():
    generate_pages(MANY)
    for page in made_up():
        page.full_clean()
        assert page.word_count == count_words(text_of_page(page)) > 60
        assert page.summary
        assert page.sources.exists()
        assert page.themes.exists()
        assert page.countries.exists()
        assert page.tagged_items.exists()
        page.body.stream_block.clean(page.body)


def test_pages_point_to_each_other():
    generate_pages(MANY)
    assert Evidence.objects.filter(report__isnull=False).exists()
    assert PracticeExamplePage.objects.filter(lessons__isnull=False).exists()
    assert any(lesson.corroboration.trips for lesson in LessonPage.objects.all())


def test_a_trip_has_the_countries_it_went_to():
    generate_pages(40)
    for report in TripReportPage.objects.all():
        went = {destination.country for destination in report.destinations.all()}
        assert set(report.countries.all()) == went


def test_a_page_of_each_type_answers_and_can_be_found(client):
    generate_pages(40)
    first = {type(page): page for page in made_up()}
    assert len(first) == 5
    for page in first.values():
        assert client.get(page.path_on_site).status_code == 200
        assert page.search_record().title == page.title


def test_the_years_of_publishing_are_spread():
    generate_pages(MANY)
    assert len({page.first_published_at.year for page in made_up()}) > 6


def test_the_same_seed_gives_the_same_pages_and_another_others():
    def told() -> list[tuple[object, ...]]:
        return [
            (page.slug, page.summary, str(page.body.raw_data), str(page.translation_key))
            for page in made_up()
        ]

    runs = []
    for seed in (7, 7, 8):
        generate_pages(30, seed=seed)
        runs.append(told())
        remove_pages()
    assert runs[0] == runs[1]
    assert runs[0] != runs[2]


def test_few_tags_are_on_many_pages():
    generate_pages(MANY)
    uses: dict[int, int] = {}
    for tag in TaggedPage.objects.values_list("tag", flat=True):
        uses[tag] = uses.get(tag, 0) + 1
    counts = sorted(uses.values(), reverse=True)
    assert counts[0] > 10
    assert counts[len(counts) // 2] <= 2


def test_removal_leaves_what_was_there():
    news = make_news(themes=(make_theme("Samenwerking"),), tags=("eigen",))
    before = set(Page.objects.values_list("pk", flat=True))
    generate_pages(MANY)
    out = StringIO()
    call_command("generate_pages", "--remove", stdout=out)
    assert f"{MANY} pages removed" in out.getvalue()
    assert set(Page.objects.values_list("pk", flat=True)) == before
    assert NewsPage.objects.get(pk=news.pk).tagged_items.count() == 1
    assert list(Theme.objects.values_list("name", flat=True)) == ["Samenwerking"]
    assert not Organisation.objects.exists()
    assert not any(Page.find_problems())


def test_removal_takes_along_what_an_editor_did_to_a_made_up_page():
    generate_pages(MANY)
    page = LessonPage.objects.first()
    page.title = "Aangepast"
    page.save_revision().publish()
    asking = TripReportPage(title="Eigen reis", start_date="2024-03-21")
    asking.open_questions = [OpenQuestion(question="En nu?", answered_by=page)]
    TripIndexPage.objects.get().add_child(instance=asking)
    remove_pages()
    assert not Revision.objects.exists()
    assert not Evidence.objects.exists()
    assert OpenQuestion.objects.get().answered_by is None


def test_the_page_cache_hears_of_it():
    before = ContentVersion.current()
    generate_pages(5)
    made = ContentVersion.current()
    remove_pages()
    assert len({before, made, ContentVersion.current()}) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--pages", "0"], "at least one"), (["--pages", "5"], "already")],
)
def test_what_cannot_be_done_is_said(arguments, words):
    generate_pages(3)
    with pytest.raises(CommandError, match=words):
        call_command("generate_pages", *arguments)


def test_it_says_what_is_left_to_do():
    out = StringIO()
    call_command("generate_pages", "--pages", "3", stdout=out)
    assert "run rebuild_index" in out.getvalue()
