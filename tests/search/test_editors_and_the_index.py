"""Whatever an editor does in the admin, the index holds what anyone may see, and nothing else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction

from lessons.models import LessonIndexPage, LessonPage, LessonSeriesPage, PracticeExamplePage
from meegenomen.core.models import Country, Organisation, OrganisationType, Theme
from meegenomen.home.models import HomePage, StandardPage, ThemePage
from search.index.rebuild import rebuild
from tests.factories import (
    make_event,
    make_example,
    make_lesson,
    make_organisation,
    make_series,
    make_site,
    make_standard_page,
    make_trip_report,
)
from tests.search.truth import assert_index_is_true, held_records
from trips.models import EventPage, Traveller, TripIndexPage, TripReportPage

pytestmark = pytest.mark.django_db(transaction=True)

QUOTED = "Gezien op de reis: Naar Kopenhagen."


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    """A lesson in a series and one beside it, both seen on a trip, and what hangs on them."""
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    make_site()
    rebuild()
    report = make_trip_report(themes=("Regie",), with_revision=True)
    report.travellers.add(Traveller(organisation=make_organisation("Dimpact")))
    report.save_revision().publish()
    series = make_series("Een reeks", with_revision=True)
    make_lesson("In de reeks", series=series, seen_on=(report,), tags=("loket",))
    make_lesson("Ernaast", seen_on=(report,), tags=("loket", "balie"), themes=("Regie",))
    make_example("Samen inkopen", organisation=make_organisation("Dimpact"))
    make_event("Regiobijeenkomst")
    about = make_standard_page("Over deze site")
    make_standard_page("Wie zijn wij", parent=about)
    assert_index_is_true()
    yield
    assert_index_is_true()


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("redacteur"))
    return client


def titles() -> set[str]:
    return {record.title for record in held_records().values()}


def quoting() -> set[str]:
    """Titles of the lessons that are found by what they say of the report."""
    return {record.title for record in held_records().values() if QUOTED in record.body}


BOTH = {"In de reeks", "Ernaast"}


def set_privacy(client: Client, page: Page, kind: str, **more: object) -> None:
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    answer = client.post(url, {"restriction_type": kind, "password": "", "groups": []} | more)
    assert answer.json()["step"] == "set_privacy_done"


def in_bulk(client: Client, action: str, *pages: Page, **more: object) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    answer = client.post(f"{url}?{ids}&next=/beheer/", more)
    assert answer.status_code == 302, answer.content.decode()


def press(client: Client, action: str, page: Page, *more: int, **post: object) -> None:
    answer = client.post(
        reverse(f"wagtailadmin_pages:{action}", args=[page.pk, *more]), post or None
    )
    assert answer.status_code == 302, answer.content.decode()


def closed_section() -> HomePage:
    """A place for reports that only who signed in may read."""
    closed = TripIndexPage(title="Besloten", slug="besloten")
    HomePage.objects.get().add_child(instance=closed)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    return closed


def test_a_report_unpublished_takes_what_lessons_say_of_it_along(editor):
    assert quoting() == BOTH
    press(editor, "unpublish", TripReportPage.objects.get())
    assert quoting() == set()
    assert titles() >= BOTH
    report = TripReportPage.objects.get()
    in_bulk(editor, "publish", report)
    assert quoting() == BOTH


def test_a_report_moved_to_a_closed_section_is_quoted_no_more_until_it_is_back(editor):
    report, open_section = TripReportPage.objects.get(), TripIndexPage.objects.get()
    closed = closed_section()
    press(editor, "move_confirm", report, closed.pk)
    assert quoting() == set()
    assert report.title not in titles()
    press(editor, "move_confirm", report, open_section.pk)
    assert quoting() == BOTH


def test_a_section_moved_with_everything_below_it(editor):
    """The tree allows no such move of an index page; a page of pages stands in for it."""
    about = StandardPage.objects.get(title="Over deze site")
    closed = make_standard_page("Besloten")
    set_privacy(editor, closed, PageViewRestriction.LOGIN)
    assert {"Over deze site", "Wie zijn wij"} <= titles()
    press(editor, "move_confirm", about, closed.pk)
    assert titles().isdisjoint({"Over deze site", "Wie zijn wij"})
    press(editor, "move_confirm", about, HomePage.objects.get().pk)
    assert {"Over deze site", "Wie zijn wij"} <= titles()


def test_a_section_that_moves_takes_along_what_is_said_elsewhere_of_pages_below_it():
    section, closed = TripIndexPage.objects.get(), closed_section()
    section.move(closed, pos="last-child")
    assert quoting() == set()
    section.refresh_from_db()
    section.move(HomePage.objects.get(), pos="last-child")
    assert quoting() == BOTH


@pytest.mark.parametrize("at", [TripReportPage, TripIndexPage, HomePage])
def test_privacy_set_and_lifted_on_a_page_or_above_it(editor, at):
    page = at.objects.get()
    set_privacy(editor, page, PageViewRestriction.LOGIN)
    assert quoting() == set()
    set_privacy(editor, page, PageViewRestriction.NONE)
    assert quoting() == BOTH


def test_a_restriction_to_a_group_stays_when_the_group_goes(editor):
    group = Group.objects.create(name="Bestuur")
    report = TripReportPage.objects.get()
    set_privacy(editor, report, PageViewRestriction.GROUPS, groups=[group.pk])
    assert quoting() == set()
    editor.post(reverse("wagtailusers_groups:delete", args=[group.pk]))
    assert not Group.objects.filter(pk=group.pk).exists()
    assert quoting() == set()
    assert report.title not in titles()


def test_a_user_who_goes_leaves_his_pages(editor):
    user = User.objects.create_superuser("weg")
    Page.objects.update(owner=user)
    before = titles()
    editor.post(reverse("wagtailusers_users:delete", args=[user.pk]))
    assert not User.objects.filter(pk=user.pk).exists()
    assert titles() == before


def test_a_series_and_its_lessons_unpublished_published_and_deleted(editor):
    series = LessonSeriesPage.objects.get()
    press(editor, "unpublish", series, include_descendants="on")
    assert titles().isdisjoint({"Een reeks", "In de reeks"})
    in_bulk(editor, "publish", series, include_descendants="on")
    assert {"Een reeks", "In de reeks"} <= titles()
    press(editor, "delete", series)
    assert titles().isdisjoint({"Een reeks", "In de reeks"})


def test_a_report_deleted_takes_what_lessons_say_of_it_along(editor):
    press(editor, "delete", TripReportPage.objects.get())
    assert quoting() == set()
    assert titles() >= BOTH


def test_many_pages_at_once(editor):
    pages = [Page.objects.get(title=title) for title in ("In de reeks", "Ernaast", "Samen inkopen")]
    in_bulk(editor, "unpublish", *pages)
    assert titles().isdisjoint({page.title for page in pages})
    in_bulk(editor, "publish", *pages)
    assert {page.title for page in pages} <= titles()
    series = LessonSeriesPage.objects.get()
    set_privacy(editor, series, PageViewRestriction.LOGIN)
    in_bulk(editor, "move", pages[1], chooser=series.pk)
    assert "Ernaast" not in titles()
    in_bulk(editor, "move", pages[0], pages[1], chooser=LessonIndexPage.objects.get().pk)
    assert titles() >= BOTH
    in_bulk(editor, "delete", *pages)
    assert titles().isdisjoint({page.title for page in pages})


def test_scheduled_publishing_and_expiry():
    report = TripReportPage.objects.get()
    report.expire_at = timezone.now() - timedelta(minutes=1)
    report.save()
    event = EventPage.objects.get()
    event.unpublish()
    event.go_live_at = timezone.now() - timedelta(minutes=1)
    event.save_revision(clean=False, approved_go_live_at=timezone.now() - timedelta(minutes=1))
    assert event.title not in titles()
    call_command("publish_scheduled")
    assert event.title in titles()
    assert report.title not in titles()
    assert quoting() == set()


def test_a_tag_renamed_merged_and_deleted(editor):
    tag = Tag.objects.get(name="loket")
    editor.post(reverse("wagtailsnippets_taggit_tag:edit", args=[tag.pk]), {"name": "plek"})
    assert sum("plek" in record.keywords for record in held_records().values()) == 2
    into = Tag.objects.get(name="balie")
    editor.post(reverse("wagtailsnippets_taggit_tag:merge", args=[tag.pk]), {"into": into.pk})
    assert {r.tags for r in held_records().values() if r.title in BOTH} == {("balie",)}
    editor.post(reverse("wagtailsnippets_taggit_tag:delete", args=[into.pk]))
    assert not Tag.objects.exists()
    assert {r.tags for r in held_records().values() if r.title in BOTH} == {()}


def test_a_theme_renamed(editor):
    theme = Theme.objects.get(name="Regie")
    post = {"name": "Samen sturen", "description": ""}
    editor.post(reverse("wagtailsnippets_core_theme:edit", args=[theme.pk]), post)
    named = {r.title for r in held_records().values() if "Samen sturen" in r.keywords}
    assert named == {"Naar Kopenhagen", "Ernaast", "Regie"}


def test_a_country_renamed(editor):
    country = Country.objects.get(name="Denemarken")
    post = {"name": "Danmark", "description": "", "code": "DK"}
    editor.post(reverse("wagtailsnippets_core_country:edit", args=[country.pk]), post)
    report = held_records()[TripReportPage.objects.get().pk]
    assert ("map-pin", "Kopenhagen, Danmark") in report.details


def test_an_organisation_renamed_and_of_another_type(editor):
    organisation = Organisation.objects.get(name="Dimpact")
    post = {"name": "Dimsam", "type": OrganisationType.PARTNERSHIP, "country": "", "url": ""}
    editor.post(reverse("wagtailsnippets_core_organisation:edit", args=[organisation.pk]), post)
    organisation.refresh_from_db()
    assert organisation.name == "Dimsam"
    for page in (TripReportPage.objects.get(), PracticeExamplePage.objects.get()):
        record = held_records()[page.pk]
        assert "Dimsam" in record.keywords
        assert record.organisation_types == (OrganisationType.PARTNERSHIP,)


def copy(client: Client, page: Page, **more: str) -> None:
    below = page.get_parent()
    post = {"new_title": "Een kopie", "new_slug": "een-kopie", "new_parent_page": str(below.pk)}
    press(client, "copy", page, **post | more)


@pytest.mark.parametrize("title", ["Ernaast", "Naar Kopenhagen", "Samen inkopen"])
def test_a_copy_that_is_live_at_once(editor, title):
    page = Page.objects.get(title=title).specific
    copy(editor, page, publish_copies="on")
    copied = type(page).objects.get(title="Een kopie")
    assert held_records()[copied.pk].themes == held_records()[page.pk].themes


def test_a_copy_that_is_a_draft(editor):
    copy(editor, Page.objects.get(title="Ernaast"))
    assert "Een kopie" not in titles()


@pytest.mark.parametrize("title", ["Ernaast", "Naar Kopenhagen", "Samen inkopen"])
def test_an_alias_follows_its_page(editor, title):
    page = Page.objects.get(title=title).specific
    copy(editor, page, alias="on")
    alias = type(page).objects.get(alias_of=page)
    record = held_records()[alias.pk]
    assert (record.title, record.themes) == (title, held_records()[page.pk].themes)
    page.title = "Een andere titel"
    page.save_revision().publish()
    assert held_records()[alias.pk].title == "Een andere titel"
    press(editor, "unpublish", page)
    assert alias.pk not in held_records()


def test_a_series_copied_with_everything_below_it(editor):
    copy(editor, LessonSeriesPage.objects.get(), copy_subpages="on", publish_copies="on")
    assert LessonPage.objects.filter(title="In de reeks").count() == 2


def test_the_page_of_a_theme_deleted_with_its_theme(editor):
    press(editor, "delete", ThemePage.objects.get())
    theme = Theme.objects.get(name="Regie")
    editor.post(reverse("wagtailsnippets_core_theme:delete", args=[theme.pk]))
    assert not any("Regie" in record.keywords for record in held_records().values())
