import pytest

from meegenomen.home.models import HomePage
from tests.factories import make_site

COMMITTING = {"live_server", "transactional_db"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that really commits empties the database; what migrations put there must come back."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        fixtures = set(getattr(item, "fixturenames", ()))
        if (mark and mark.kwargs.get("transaction")) or fixtures & COMMITTING:
            restoring = pytest.mark.django_db(transaction=True, serialized_rollback=True)
            item.add_marker(restoring, append=False)


@pytest.fixture
def site_tree(db: None) -> HomePage:
    """The home page, with every index page below it."""
    return make_site()
