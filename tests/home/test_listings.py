"""The lists of pages in the admin: what they show, how they are narrowed, and what they cost."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lessons.statuses import LessonStatus, Stage
from meegenomen.core.models import OrganisationType
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(site_tree: HomePage) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user("redacteur")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client = Client()
    client.force_login(user)
    return client


def titles(editor: Client, url: str) -> set[str]:
    answer = editor.get(f"/beheer/{url}")
    assert answer.status_code == 200
    return {page.title for page in answer.context["object_list"]}


def make_lesson(number: int) -> None:
    report = factories.make_trip_report(f"Reis {number}")
    factories.make_lesson(f"Les {number}", seen_on=(report,), themes=("Regie",))


def make_report(number: int) -> None:
    places = (("Kopenhagen", "Denemarken"), ("Malmö", "Zweden"))
    factories.make_trip_report(f"Reis {number}", destinations=places)


def make_example(number: int) -> None:
    factories.make_example(
        f"Voorbeeld {number}",
        organisation=factories.make_organisation(f"Gemeente {number}"),
        countries=("Denemarken",),
    )


def make_event(number: int) -> None:
    factories.make_event(f"Bijeenkomst {number}")


def make_news(number: int) -> None:
    factories.make_news(f"Bericht {number}")


@pytest.mark.parametrize(
    ("url", "make"),
    [
        ("lessen/", make_lesson),
        ("reisverslagen/", make_report),
        ("voorbeelden/", make_example),
        ("bijeenkomsten/", make_event),
        ("nieuws/", make_news),
    ],
)
def test_a_long_list_costs_as_many_queries_as_a_short_one(
    editor: Client, url: str, make: Callable[[int], None]
) -> None:
    def queries() -> int:
        # First what is fetched once for a process or for a version of the content.
        editor.get(f"/beheer/{url}")
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(f"/beheer/{url}").status_code == 200
        return len(captured)

    for number in range(10):
        make(number)
    few = queries()
    for number in range(10, 50):
        make(number)
    assert queries() == few


def test_the_list_of_lessons_shows_what_an_editor_asks_of_them(editor: Client) -> None:
    report = factories.make_trip_report()
    series = factories.make_series("Acht lessen")
    lesson = factories.make_lesson("Begin klein", series=series, seen_on=(report,))
    page = editor.get("/beheer/lessen/").content.decode()
    for words in (
        lesson.public_number,
        "Begin klein",
        "Acht lessen",
        "Bevestigd",
        "gezien op 1 reis",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Begin klein", "Denk groot"}),
        ("q=klein", {"Begin klein"}),
        ("q=KLEIN+begin", {"Begin klein"}),
        ("q=klein+groot", set()),
        ("q=%22", set()),
        ("q=%25", set()),
        ("status=voorstel", {"Denk groot"}),
        ("status=voorstel&status=bevestigd", {"Begin klein", "Denk groot"}),
        ("evidence=met", {"Begin klein"}),
        ("evidence=zonder", {"Denk groot"}),
        ("on_site=False", {"Denk groot"}),
        ("ordering=-number", {"Begin klein", "Denk groot"}),
        ("ordering=bestaat-niet", {"Begin klein", "Denk groot"}),
        ("p=999", {"Begin klein", "Denk groot"}),
    ],
)
def test_lessons_are_narrowed_by_words_and_filters(
    editor: Client, query: str, found: set[str]
) -> None:
    factories.make_lesson("Begin klein", seen_on=(factories.make_trip_report(),))
    factories.make_lesson("Denk groot", status=LessonStatus.PROPOSED, live=False)
    assert titles(editor, f"lessen/?{query}") == found


def test_a_lesson_is_found_by_its_number(editor: Client) -> None:
    lesson = factories.make_lesson("Begin klein")
    factories.make_lesson("Denk groot")
    assert titles(editor, f"lessen/?q={lesson.public_number}") == {"Begin klein"}


@pytest.mark.parametrize("kind", ["themes", "countries"])
def test_every_list_is_narrowed_by_theme_and_country(editor: Client, kind: str) -> None:
    factories.make_news("Met", **{kind: ("Denemarken",)})
    factories.make_news("Zonder")
    term = (factories.make_theme if kind == "themes" else factories.make_country)("Denemarken")
    assert titles(editor, f"nieuws/?{kind}={term.pk}") == {"Met"}


def test_a_report_is_found_by_where_it_went(editor: Client) -> None:
    factories.make_trip_report("Naar het noorden", destinations=(("Odense", "Denemarken"),))
    factories.make_trip_report("Naar het zuiden", destinations=(("Gent", "België"),))
    assert titles(editor, "reisverslagen/?q=odense") == {"Naar het noorden"}


def test_an_example_is_found_by_organisation_stage_and_kind(editor: Client) -> None:
    water = factories.make_organisation("Waterschap Rijn", OrganisationType.WATER_AUTHORITY)
    factories.make_example("Nat", organisation=water, stage=Stage.PILOT)
    factories.make_example("Droog", stage=Stage.IDEA)
    assert titles(editor, "voorbeelden/?q=rijn") == {"Nat"}
    assert titles(editor, "voorbeelden/?stage=Idee") == {"Droog"}
    assert titles(editor, "voorbeelden/?organisation_type=waterschap") == {"Nat"}


def test_events_to_come_are_told_from_those_that_were(editor: Client) -> None:
    factories.make_event("Straks")
    factories.make_event("Toen", start=timezone.now() - timezone.timedelta(days=9))
    assert titles(editor, "bijeenkomsten/?when=komt") == {"Straks"}
    assert titles(editor, "bijeenkomsten/?when=geweest") == {"Toen"}


def test_a_list_leads_to_the_form_for_a_new_page(editor: Client) -> None:
    answer = editor.get("/beheer/reisverslagen/choose_parent/")
    assert answer.status_code == 302
    assert editor.get(answer["Location"]).status_code == 200
