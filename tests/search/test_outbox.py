"""What changes on the site is found, or no longer found, once it is certain."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import DataError, OperationalError, transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction

from lessons.models import LessonSeriesPage
from meegenomen.core.models import ContentVersion, Country, Organisation, OrganisationType, Theme
from meegenomen.home.models import HomePage
from search import engine, fallback, service
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import EngineUnavailable, Write
from search.index import drain, stored
from search.index.pages import read
from search.index.rebuild import rebuild
from search.models import PendingChange, StoredRecord
from search.query import SearchQuery
from search.records import KINDS
from tests.factories import make_example, make_lesson, make_series, make_site, make_trip_report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def index(settings, tmp_path):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    make_site()
    rebuild()


def in_index(words: str) -> list[str]:
    """Titles, straight from the engine: what the service would hide is seen here."""
    hits = engine.current().search(SearchQuery(words=words)).hits
    return sorted(hit.record.title for hit in hits)


def in_database(words: str) -> list[str]:
    return sorted(hit.record.title for hit in fallback.find(SearchQuery(words=words)).hits)


def hide(page: Page, kind: str = PageViewRestriction.LOGIN) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")


def test_a_published_page_is_found_and_nothing_stays_pending():
    make_lesson("Eén strategie")
    assert in_index("strategie") == in_database("strategie") == ["Eén strategie"]
    assert not PendingChange.objects.exists()


def test_a_draft_is_not_found():
    make_lesson("Eén strategie", live=False)
    assert in_index("strategie") == in_database("strategie") == []


def test_a_draft_of_a_public_page_changes_nothing():
    lesson = make_lesson("Eén strategie", in_one_sentence="Kort.")
    lesson.title = "Een geheim"
    lesson.save_revision()
    assert in_index("geheim") == []
    assert in_index("strategie") == ["Eén strategie"]
    lesson.get_latest_revision().publish()
    assert in_index("geheim") == ["Een geheim"]
    assert in_index("strategie") == []


def test_an_unpublished_page_is_no_longer_found():
    make_lesson("Eén strategie").unpublish()
    assert in_index("strategie") == in_database("strategie") == []


def test_a_deleted_page_and_those_below_it_are_no_longer_found():
    series = make_series("Een reeks strategie")
    make_lesson("Eén strategie", series=series)
    series.delete()
    assert in_index("strategie") == in_database("strategie") == []
    assert engine.current().count() == 0


@pytest.mark.parametrize(
    "kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS]
)
def test_below_a_restricted_page_nothing_is_found_until_it_is_public_again(kind):
    series = make_series("Een reeks")
    make_lesson("Eén strategie", series=series, summary="Samen")
    restriction = hide(series, kind)
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.set([Group.objects.create(name="Bestuur")])
    assert in_index("") == in_database("") == []
    assert engine.current().suggest("strat") == ()
    restriction.delete()
    assert in_index("") == in_database("") == ["Een reeks", "Eén strategie"]


def test_a_process_that_ends_between_a_restriction_and_its_change_loses_nothing(monkeypatch):
    """Wagtail's view saves a restriction outside a transaction."""
    lesson = make_lesson("Eén strategie")

    def end(page):
        raise SystemExit

    monkeypatch.setattr("search.index.receivers._subtree_changes", end)
    with pytest.raises(SystemExit):
        hide(lesson)
    monkeypatch.undo()
    assert in_index("strategie") == ["Eén strategie"]
    PendingChange.objects.update(not_before=timezone.now())
    drain.drain()
    assert in_index("strategie") == in_database("strategie") == []


def test_a_page_moved_below_a_restricted_one_is_no_longer_found():
    series = make_series("Een reeks")
    hide(series)
    lesson = make_lesson("Eén strategie")
    assert in_index("strategie") == ["Eén strategie"]
    lesson.move(series, pos="last-child")
    assert in_index("strategie") == in_database("strategie") == []


def test_a_new_slug_changes_the_address_of_every_page_below():
    series = make_series("Een reeks")
    lesson = make_lesson("Eén strategie", series=series)
    series.refresh_from_db()
    series.slug = "anders"
    series.save()
    (hit,) = engine.current().search(SearchQuery(words="strategie")).hits
    assert hit.record.url == f"/lessen/anders/{lesson.slug}/"


def test_a_move_changes_the_address_of_every_page_below():
    one, other = make_series("Een reeks"), make_series("Nog een reeks")
    lesson = make_lesson("Eén strategie", series=one)
    lesson.move(other, pos="last-child")
    (hit,) = engine.current().search(SearchQuery(words="strategie")).hits
    assert hit.record.url == f"/lessen/{other.slug}/{lesson.slug}/"


def test_a_renamed_tag_is_found_under_its_new_name():
    lesson = make_lesson("Begin klein")
    lesson.tags.add("proeftuin")
    lesson.save()
    assert in_index("proeftuin") == ["Begin klein"]
    tag = Tag.objects.get(name="proeftuin")
    tag.name = "leerplek"
    tag.save()
    assert in_index("leerplek") == ["Begin klein"]
    assert in_index("proeftuin") == []


def test_a_report_that_goes_takes_its_corroboration_along():
    report = make_trip_report("Naar Kopenhagen")
    make_lesson("Begin klein", seen_on=(report,))
    before = engine.current().search(SearchQuery(words="klein")).hits[0].record.corroboration
    report.unpublish()
    after = engine.current().search(SearchQuery(words="klein")).hits[0].record.corroboration
    assert (before, after) == (1, 0)


def test_a_rollback_leaves_no_ghost():
    with transaction.atomic():
        make_lesson("Eén strategie")
        transaction.set_rollback(True)
    assert not PendingChange.objects.exists()
    assert in_index("strategie") == in_database("strategie") == []


@pytest.fixture
def away(monkeypatch):
    """The engine of the test refuses to write until the fixture is called."""
    write = EmbeddedEngine.write

    def refuse(self, writes):
        raise EngineUnavailable("away for a test")

    monkeypatch.setattr(EmbeddedEngine, "write", refuse)
    return lambda: monkeypatch.setattr(EmbeddedEngine, "write", write)


def test_a_change_waits_for_an_engine_that_is_away(away):
    make_lesson("Eén strategie")
    assert in_index("strategie") == []
    # The database knows already, so that a search without the engine knows no less.
    assert in_database("strategie") == ["Eén strategie"]
    (row,) = PendingChange.objects.all()
    assert (row.attempts, row.error) == (0, "away for a test")

    away()
    assert drain.drain() == 1
    assert in_index("strategie") == ["Eén strategie"]
    assert not PendingChange.objects.exists()


def test_an_engine_that_is_away_is_told_once(away, monkeypatch, caplog):
    monkeypatch.setattr(drain, "_outage", drain._Outage())
    make_lesson("Eén strategie")
    make_lesson("Eén loket")
    assert caplog.text.count("away for a test") == 1


def test_a_database_that_is_busy_loses_no_change(monkeypatch, settings):
    settings.SEARCH_APPLY = "worker"
    make_lesson("Eén strategie")

    def locked(writes):
        raise OperationalError("database is locked")

    with monkeypatch.context() as busy:
        busy.setattr("search.index.stored.save", locked)
        with pytest.raises(OperationalError):
            drain.drain()
    assert drain.drain() == 1
    assert in_index("strategie") == ["Eén strategie"]


def test_the_pages_of_themes_and_countries_have_kinds_of_their_own():
    with transaction.atomic():
        Theme.objects.create(name="Regie", slug="regie")
        Country.objects.create(name="Zweden", slug="zweden")
    hits = engine.current().search(SearchQuery()).hits
    kinds = {hit.record.title: str(KINDS[hit.record.type].name) for hit in hits}
    assert kinds == {"Regie": "Thema", "Zweden": "Land"}


def test_the_next_change_takes_along_what_waited(away):
    make_lesson("Eén strategie")
    away()
    make_lesson("Eén loket")
    assert in_index("") == ["Eén loket", "Eén strategie"]


def test_one_page_that_fails_does_not_keep_others_from_being_found(monkeypatch):
    def fail(self):
        raise ValueError("no body")

    monkeypatch.setattr(LessonSeriesPage, "search_record", fail)
    with transaction.atomic():
        series = make_series("Een reeks")
        make_lesson("Eén strategie")
    assert in_index("strategie") == ["Eén strategie"]
    (row,) = PendingChange.objects.all()
    assert (row.page_id, row.attempts, row.error) == (series.pk, 1, "ValueError: no body")
    assert row.not_before > timezone.now()

    monkeypatch.undo()
    series.save()
    assert in_index("reeks") == ["Een reeks"]


def test_a_page_that_the_database_refuses_does_not_keep_others_from_being_found(monkeypatch):
    kept = stored._store

    def refuse(writes):
        if any(write.record and write.record.title == "Eén loket" for write in writes):
            raise DataError("unsupported Unicode escape sequence")
        kept(writes)

    monkeypatch.setattr(stored, "_store", refuse)
    with transaction.atomic():
        make_lesson("Eén strategie")
        bad = make_lesson("Eén loket")
    assert in_index("strategie") == in_database("strategie") == ["Eén strategie"]
    (row,) = PendingChange.objects.all()
    assert (row.page_id, row.attempts) == (bad.pk, 1)
    assert row.error == "DataError: unsupported Unicode escape sequence"


def test_a_page_that_keeps_failing_is_set_aside_until_it_changes(monkeypatch):
    lesson = make_lesson("Eén strategie")
    monkeypatch.setattr(type(lesson), "search_record", lambda self: 1 / 0)
    lesson.save()
    for _ in range(drain.MOST_ATTEMPTS):
        PendingChange.objects.update(not_before=None)
        drain.drain()
    assert drain.set_aside() == 1
    monkeypatch.undo()
    assert drain.drain() == 0
    lesson.save()
    assert drain.set_aside() == PendingChange.objects.count() == 0


def test_a_killed_process_loses_nothing():
    """It dies between claiming and deleting; another takes over when the claim has run out."""
    lesson = make_lesson("Eén strategie")
    PendingChange.objects.create(page_id=lesson.pk)
    assert len(drain._claim()) == 1
    assert drain.drain() == 0
    PendingChange.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    assert drain.drain() == 1


def test_two_drains_at_once_keep_the_newest_state():
    lesson = make_lesson("Oud")
    PendingChange.objects.create(page_id=lesson.pk)
    slow = drain._claim()
    # While the first one is busy the page changes and a second one applies that.
    lesson.title = "Nieuw"
    lesson.save()
    assert in_index("") == ["Nieuw"]
    lesson.delete()
    drain._apply(slow)
    assert in_index("") == in_database("") == []


def test_a_write_that_comes_after_a_rebuild_forgot_the_removal_does_not_stay():
    """A drain that was held up between reading and writing, over a whole rebuild."""
    lesson = make_lesson("Eén strategie")
    PendingChange.objects.create(page_id=lesson.pk)
    (row,) = drain._claim()
    readings = read([lesson.pk])
    lesson.unpublish()
    PendingChange.objects.update(not_before=timezone.now())
    assert drain.drain() == 1
    rebuild()
    assert in_index("") == []
    engine.current().write([Write(id=lesson.pk, version=row.pk, record=readings[lesson.pk])])
    assert in_index("") == ["Eén strategie"]
    drain._settle({lesson.pk: row})
    drain.drain()
    assert in_index("") == in_database("") == []


def test_a_write_that_comes_after_a_rebuild_finds_the_removal_when_its_claim_still_ran():
    lesson = make_lesson("Eén strategie")
    PendingChange.objects.create(page_id=lesson.pk)
    (row,) = drain._claim()
    readings = read([lesson.pk])
    lesson.unpublish()
    rebuild()
    engine.current().write([Write(id=lesson.pk, version=row.pk, record=readings[lesson.pk])])
    assert in_index("") == []


def test_a_rebuild_forgets_what_it_applied_and_repairs_a_lost_index(settings):
    make_lesson("Eén strategie")
    PendingChange.objects.create(page_id=1)
    for file in settings.SEARCH_ENGINE_OPTIONS["path"].rglob("*"):
        if file.is_file():
            file.write_bytes(b"broken")
    results = service.find(SearchQuery(words="strategie"))
    assert (results.simple, results.total) == (True, 1)
    assert rebuild() == 1
    results = service.find(SearchQuery(words="strategie"))
    assert (results.simple, results.total) == (False, 1)
    assert not PendingChange.objects.exists()


def test_a_rebuild_drops_what_is_gone():
    lesson = make_lesson("Eén strategie")
    Page.objects.filter(pk=lesson.pk).update(live=False)
    assert rebuild() == 0
    assert not StoredRecord.objects.exists()


def test_a_page_changed_during_a_rebuild_is_found(monkeypatch):
    lesson = make_lesson("Oud")
    done = []

    def change_once(number):
        if not done:
            done.append(number)
            lesson.title = "Nieuw"
            lesson.save()

    rebuild(change_once)
    assert in_index("") == in_database("") == ["Nieuw"]


def test_what_older_code_applied_during_a_rebuild_is_read_again(monkeypatch, tmp_path):
    """It still serves the site while a deployment fills the index of the new code."""
    gone, changed = make_lesson("Weg"), make_lesson("Oud")
    older = EmbeddedEngine(path=tmp_path / "older")
    older.rebuild([])

    def change(progress):
        if progress.read:
            with monkeypatch.context() as meanwhile:
                meanwhile.setattr(engine, "current", lambda: older)
                gone.unpublish()
                changed.title = "Nieuw"
                changed.save()

    rebuild(change)
    assert in_index("") == in_database("") == ["Nieuw"]
    assert not PendingChange.objects.exists()


@pytest.mark.parametrize("hidden", ["draft", "restricted", "below restricted", "deleted"])
def test_a_stale_index_shows_nothing_that_is_not_public(hidden, settings):
    """As if the engine lags: the database changed, and no change reached the index."""
    series = make_series("Een reeks", summary="Geheim")
    lesson = make_lesson("Eén strategie", series=series)
    other = make_lesson("Nog een strategie", series=None)
    settings.SEARCH_APPLY = "worker"
    if hidden == "draft":
        Page.objects.filter(pk=lesson.pk).update(live=False)
    elif hidden == "restricted":
        hide(lesson)
    elif hidden == "below restricted":
        hide(series)
    else:
        lesson.delete()
    assert "Eén strategie" in in_index("strategie")

    results = service.find(SearchQuery(words="strategie"))
    assert [hit.record.title for hit in results.hits] == ["Nog een strategie"]
    assert results.total == 1
    assert [one.text for one in service.suggest("strat")] == ["Nog een strategie"]
    assert lesson.pk not in [hit.record.id for hit in service.related(other.pk)]


def test_a_better_question_tells_no_word_of_a_page_that_is_not_public(settings):
    hidden = make_lesson("Een sleuteldossier")
    misspelt = SearchQuery(words="sleuteldosier")
    assert service.find(misspelt).did_you_mean == "sleuteldossier"
    settings.SEARCH_APPLY = "worker"
    hide(hidden)
    assert engine.current().search(misspelt).did_you_mean == "sleuteldossier"

    assert service.find(misspelt).did_you_mean == ""

    settings.SEARCH_APPLY = "inline"
    make_lesson("Nog een sleuteldossier")
    assert service.find(misspelt).did_you_mean == "sleuteldossier"


def test_pages_that_are_kept_are_made_anew_once_the_index_follows(settings):
    """They show others that are like them, as the index knew those."""
    settings.SEARCH_APPLY = "worker"
    make_lesson("Eén strategie")
    before = ContentVersion.current()
    drain.drain()
    after = ContentVersion.current()
    assert after != before
    drain.drain()
    assert ContentVersion.current() == after
    rebuild()
    assert ContentVersion.current() != after


def test_pages_without_a_record_are_never_found():
    home = HomePage.objects.get()
    home.title = "Strategie"
    home.save()
    assert in_index("strategie") == []


def test_a_renamed_organisation_is_found_under_its_new_name():
    organisation = Organisation.objects.create(name="Dimpact", type=OrganisationType.MUNICIPALITY)
    make_example("Samen inkopen", organisation=organisation)
    assert in_index("dimpact") == ["Samen inkopen"]
    organisation.name = "Dimsam"
    organisation.save()
    assert in_index("dimsam") == ["Samen inkopen"]
