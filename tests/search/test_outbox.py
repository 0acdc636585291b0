"""What changes on the site is found, or no longer found, once it is certain."""

import pytest

from search.models import PendingChange
from search.query import SearchQuery
from search.rebuild import rebuild
from search.service import find
from tests.factories import make_lesson, make_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def index(settings, tmp_path):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    make_site()
    rebuild()


def titles(words: str) -> list[str]:
    return [hit.record.title for hit in find(SearchQuery(words=words)).hits]


def test_a_published_page_is_found():
    make_lesson("Werk vanuit één strategie")
    assert titles("strategie") == ["Werk vanuit één strategie"]
    assert not PendingChange.objects.exists()
