"""Anything that happens to pages, engine and processes, in any order: nothing lost, no ghosts.

Each example is rolled back in the end, so none costs more than its own steps. Nothing is applied
by itself: when it is, and how far it gets, is one more thing that happens.
"""

import uuid
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, Verbosity
from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction

from lessons.models import Evidence, LessonIndexPage, LessonPage, LessonSeriesPage
from meegenomen.core.models import Theme
from meegenomen.home.models import HomePage, StandardPage
from meegenomen.home.tag_merging import merge_tags
from search import engine
from search.engines.protocol import EngineUnavailable
from search.index import drain, rebuilds
from tests.factories import (
    make_lesson,
    make_series,
    make_site,
    make_standard_page,
    make_trip_report,
)
from tests.search.truth import assert_index_is_true, converge
from trips.models import TripIndexPage, TripReportPage

ANY = st.integers(0, 1_000)
MOVABLE = (LessonPage, LessonSeriesPage, StandardPage, TripReportPage)
KIND = st.sampled_from(MOVABLE)
PLACES = (HomePage, LessonIndexPage, LessonSeriesPage, StandardPage, TripIndexPage)


class Killed(BaseException):
    """What follows is not done, as after kill -9."""


class Site(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.numbers = count()
        self.before_write = self.after_write = None
        self.real = engine.current()
        write = type(self.real).write.__get__(self.real)

        def watched(writes):
            _raise(self.before_write)
            refused = write(writes)
            _raise(self.after_write)
            return refused

        filling = type(self.real).filling.__get__(self.real)

        def filling_unless_down(name: str = ""):
            _raise(self.before_write)
            return filling(name)

        self.real.write, self.real.filling = watched, filling_unless_down
        self.begin_with_pages_that_hang_together()
        rebuilds.run()

    def begin_with_pages_that_hang_together(self) -> None:
        report = make_trip_report(self._title("Verslag"), destinations=())
        series = make_series(self._title("Reeks"))
        for below in (series, None):
            title = self._title("Les")
            make_lesson(title, series=below, seen_on=(report,), tags=("a", "b"), themes=("Regie",))
        page = make_standard_page(self._title("Pagina"))
        make_standard_page(self._title("Pagina"), parent=page)

    def teardown(self) -> None:
        try:
            self.everything_is_applied()
        finally:
            del self.real.write, self.real.filling
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)
            self.new_index()

    def new_index(self) -> None:
        """Each test says how it gets an engine without an index."""

    # What editors do

    @rule(at=ANY, live=st.booleans())
    def add_lesson(self, at: int, live: bool) -> None:
        places = [*LessonSeriesPage.objects.all(), None]
        make_lesson(
            self._title("Les"),
            series=places[at % len(places)],
            live=live,
            tags=(f"tag {at % 3}",),
            themes=(f"Thema {at % 3}",),
        )

    @rule()
    def add_series(self) -> None:
        make_series(self._title("Reeks"))

    @rule(at=ANY)
    def add_report_that_a_lesson_quotes(self, at: int) -> None:
        report = make_trip_report(self._title("Verslag"), destinations=())
        if lesson := _one(at, LessonPage):
            lesson.evidence.add(Evidence(report=report, passage="Gezien."))
            lesson.save()

    @rule(at=ANY)
    def add_page_below_a_page(self, at: int) -> None:
        make_standard_page(self._title("Pagina"), parent=_one(at, StandardPage))

    @rule(kind=KIND, at=ANY)
    def edit(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            page.title = self._title("Anders")
            page.save_revision().publish()

    @rule(kind=KIND, at=ANY)
    def save_a_draft(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            page.title = self._title("Geheim")
            page.save_revision()

    @rule(kind=KIND, at=ANY)
    def edit_and_roll_back(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            with transaction.atomic():
                page.title = self._title("Teruggedraaid")
                page.save()
                transaction.set_rollback(True)

    @rule(kind=KIND, at=ANY)
    def give_another_address(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            page.slug = f"adres-{next(self.numbers)}"
            page.save()

    @rule(kind=KIND, at=ANY, with_what_is_below=st.booleans())
    def unpublish(self, kind: type[Page], at: int, with_what_is_below: bool) -> None:
        # As a plain page, which is how expiry comes by it.
        if page := _one(at, kind):
            plain = Page.objects.get(pk=page.pk)
            plain.unpublish()
            if with_what_is_below:
                for below in plain.get_descendants().live():
                    below.unpublish()

    @rule(kind=KIND, at=ANY)
    def publish(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            (page.get_latest_revision() or page.save_revision()).publish()

    @rule(kind=KIND, at=ANY, to=ANY)
    def move(self, kind: type[Page], at: int, to: int) -> None:
        page, place = _one(at, kind), _one(to, *PLACES)
        if page and page != place and not place.is_descendant_of(page):
            page.move(place, pos="last-child")

    @rule(kind=st.sampled_from((TripReportPage, TripIndexPage, LessonSeriesPage, *PLACES)), at=ANY)
    def restrict(self, kind: type[Page], at: int) -> None:
        page = _one(at, kind)
        if page and not page.view_restrictions.exists():
            PageViewRestriction.objects.create(page=page, restriction_type="login")

    @rule(at=ANY, kind=st.sampled_from((TripReportPage, TripIndexPage)))
    def restrict_what_lessons_quote(self, at: int, kind: type[Page]) -> None:
        self.restrict(kind, at)

    @rule(at=ANY)
    def lift(self, at: int) -> None:
        if restrictions := list(PageViewRestriction.objects.order_by("pk")):
            restrictions[at % len(restrictions)].delete()

    @rule(kind=KIND, at=ANY)
    def delete(self, kind: type[Page], at: int) -> None:
        if page := _one(at, kind):
            Page.objects.get(pk=page.pk).delete()

    @rule(at=ANY)
    def rename_a_tag_or_theme(self, at: int) -> None:
        terms = [*Tag.objects.order_by("pk"), *Theme.objects.order_by("pk")]
        if terms:
            term = terms[at % len(terms)]
            term.name = self._title("Term")
            term.save()

    @rule(at=ANY)
    def merge_two_tags(self, at: int) -> None:
        tags = list(Tag.objects.order_by("pk"))
        if len(tags) > 1:
            merge_tags(tags[at % len(tags)], tags[at % len(tags) - 1])

    # What processes do

    @rule()
    def apply(self) -> None:
        drain.drain()

    @rule(after=st.sampled_from(["claiming", "saving", "writing"]))
    def apply_and_be_killed(self, after: str) -> None:
        if after == "claiming":
            drain._claim()
        elif after == "saving":
            with self._raising(before=Killed()):
                drain.drain()
        else:
            with self._raising(after=Killed()):
                drain.drain()

    @rule()
    def claims_run_out(self) -> None:
        drain.PendingChange.objects.update(not_before=None)

    @rule(answer_lost=st.booleans())
    def engine_goes_down(self, answer_lost: bool) -> None:
        away = EngineUnavailable("away for a test")
        self.before_write, self.after_write = (None, away) if answer_lost else (away, None)

    @rule()
    def engine_comes_up(self) -> None:
        self.before_write = self.after_write = None

    @rule()
    def rebuild(self) -> None:
        with suppress(EngineUnavailable):
            rebuilds.run()

    @rule(steps=st.integers(1, 2))
    def rebuild_and_be_killed(self, steps: int) -> None:
        calls = count()

        def told(now: object) -> None:
            if next(calls) == steps:
                raise Killed

        with suppress(Killed, EngineUnavailable):
            rebuilds.run(told)

    @rule()
    def everything_is_applied(self) -> None:
        self.engine_comes_up()
        converge()
        assert_index_is_true()

    def _title(self, word: str) -> str:
        return f"{word} {next(self.numbers)}"

    @contextmanager
    def _raising(self, *, before: Killed | None = None, after: Killed | None = None):
        kept = self.before_write, self.after_write
        self.before_write, self.after_write = before, after
        try:
            with suppress(Killed):
                yield
        finally:
            self.before_write, self.after_write = kept


def _raise(error: BaseException | None) -> None:
    if error:
        raise error


def _one(at: int, *models: type[Page]):
    """One of these pages, each time the same one for the same number."""
    pages = list(Page.objects.exact_type(*models).order_by("path"))
    return pages[at % len(pages)].specific if pages else None


def play(machine: type[RuleBasedStateMachine], *, examples: int, steps: int) -> None:
    """The same examples every time, so that nobody's work fails by chance."""
    run_state_machine_as_test(
        machine,
        settings=profile(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet,
        ),
    )


@pytest.fixture
def quiet(settings, db, caplog) -> SimpleNamespace:
    """A site whose index is a small one, in chunks of two pages."""
    settings.SEARCH_APPLY = "worker"
    caplog.set_level("ERROR", "search")
    make_site()
    return settings


@pytest.fixture
def in_chunks(monkeypatch) -> None:
    for name in ("search.index.rebuild.CHUNK", "search.index.pages.AT_ONCE"):
        monkeypatch.setattr(name, 2)
    monkeypatch.setattr("search.engines.embedded.filling.KEPT_EVERY", 2)


@pytest.mark.usefixtures("in_chunks")
def test_the_embedded_index_is_true_whatever_happened(quiet, tmp_path: Path):
    def begin() -> None:
        quiet.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / uuid.uuid4().hex}

    class OnDisk(Site):
        def new_index(self) -> None:
            begin()

    begin()
    play(OnDisk, examples=25, steps=15)


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("in_chunks")
def test_elasticsearch_is_true_whatever_happened(quiet, elasticsearch):
    def begin() -> None:
        quiet.SEARCH_ENGINE = "search.engines.elasticsearch.ElasticsearchEngine"
        quiet.SEARCH_ENGINE_OPTIONS = {
            "url": elasticsearch.access.url,
            "prefix": f"{elasticsearch.indices.prefix}-{uuid.uuid4().hex[:8]}",
            "search_seconds": 30,
            "write_seconds": 60,
        }

    class InCluster(Site):
        def new_index(self) -> None:
            made = self.real.indices
            made.remove(made.all())
            begin()

    begin()
    try:
        play(InCluster, examples=5, steps=15)
    finally:
        made = engine.current().indices
        made.remove(made.all())
