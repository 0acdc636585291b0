"""How much a text looks like a public page, in words that anybody can count."""

from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from search.index.rebuild import rebuild
from search.similar import similar_to
from tests.factories import make_example, make_lesson

pytestmark = pytest.mark.django_db

TITLE = "Eén balie voor jongeren"
TEXT = "Jongeren moesten op vijf plekken langs. Nu is er één middag in de week."


@pytest.fixture(autouse=True)
def index(settings: Any, tmp_path: Any, site_tree: Any) -> None:
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}


def test_the_same_story_is_wholly_alike():
    make_example(TITLE, summary=TEXT)
    rebuild()

    (found,) = similar_to(TITLE, TEXT)

    assert found.percent == 100
    assert found.record.title == TITLE
    assert len(found.shared) == found.asked


def test_the_percentage_is_the_mean_of_two_shares():
    # Of its four words "balie" and "jongeren" are in the text; of ours "jongeren" and "balie" are
    # two of the three there.
    make_example("Balie jongeren Utrecht Malmö")
    rebuild()

    (found,) = similar_to("Balie jongeren centrum", "")

    assert found.shared == ("Balie", "jongeren")
    assert found.asked == 4
    assert found.percent == round(100 * (2 / 4 + 2 / 3) / 2)


def test_inflections_and_parts_of_compounds_count():
    make_example("Jongerenbalies")
    rebuild()

    (found,) = similar_to("Een balie", "voor een jongere")

    assert found.shared == ("Jongerenbalies",)


def test_the_most_alike_comes_first_and_little_alike_is_left_out():
    make_example("Balie op school", summary="Jongeren komen langs.")
    make_example(TITLE, summary=TEXT)
    make_example("Dijken", summary="Over water, klei en één middag.")
    rebuild()

    titles = [one.record.title for one in similar_to(TITLE, TEXT, least=25)]

    assert titles == [TITLE, "Balie op school"]
    assert len(similar_to(TITLE, TEXT, limit=1)) == 1


def test_only_the_types_asked_for():
    make_lesson(TITLE)
    make_example(TITLE)
    rebuild()

    assert [one.record.type for one in similar_to(TITLE, "", types=("les",))] == ["les"]


def test_what_was_hidden_since_is_not_found():
    page = make_example(TITLE, summary=TEXT)
    rebuild()
    assert similar_to(TITLE, TEXT)

    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert similar_to(TITLE, TEXT) == ()


@pytest.mark.parametrize("text", ["", "de het een", "\x00", "x" * 20_000, '"( -'])
def test_any_text_is_compared(text):
    make_example(TITLE)
    rebuild()

    assert similar_to(text, text) == ()
