from collections.abc import Iterator

import pytest
from django.core.management.color import no_style
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

from lessons.models import LessonNumber
from meegenomen.home.demo import load_demo
from meegenomen.home.models import HomePage
from meegenomen.home.setup import set_up_site
from tests.factories import make_site

COMMITTING = {"live_server", "transactional_db"}
EMPTIED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have Django keep what migrations put in the database, where a test is going to empty it.

    Such tests are about commits and races, which no two databases do alike.
    """
    for item in items:
        if _commits(item):
            keeping = pytest.mark.django_db(transaction=True, serialized_rollback=True)
            item.add_marker(keeping, append=False)
            item.add_marker(pytest.mark.every_database)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that really commits leaves the database empty; the next may need what was there."""
    if not _commits(item):
        _put_back(item.config)
    else:
        item.config.stash[EMPTIED] = True


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """For the next run. Without --reuse-db the test database is gone by now."""
    if session.config.getoption("reuse_db"):
        _put_back(session.config)


def _put_back(config: pytest.Config) -> None:
    if config.stash.get(EMPTIED, False):
        config.stash[EMPTIED] = False
        with config.stash[blocking_manager_key].unblock():
            # Django's own; it lacks when making the database was what failed.
            if kept := getattr(connection, "_test_serialized_contents", ""):
                connection.creation.deserialize_db_from_string(kept)
                _count_lessons_from_one()
                connection.close()


def _count_lessons_from_one() -> None:
    """A number that is given out does not come back, but tests know those of the demonstration."""
    sequence = {"table": LessonNumber._meta.db_table, "column": LessonNumber._meta.pk.column}
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), [sequence]):
            cursor.execute(statement)


def _commits(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool((mark and mark.kwargs.get("transaction")) or fixtures & COMMITTING)


@pytest.fixture
def site_tree(db: None) -> HomePage:
    """The home page, with every index page below it."""
    return make_site()


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demonstration, loaded once for a file; its tests see it whole and leave it so."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        set_up_site()
        load_demo()
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
