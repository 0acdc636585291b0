"""What the other tests build on must itself be right: live, public, at the agreed address."""

from collections.abc import Callable
from datetime import date

import pytest
from wagtail.models import Page

from tests import factories


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "address"),
    [
        (factories.make_series, "/lessen/lessen-uit-denemarken/"),
        (factories.make_lesson, "/lessen/begin-klein-en-stel-bij/"),
        (factories.make_trip_report, "/reisverslagen/naar-kopenhagen/"),
        (factories.make_example, "/voorbeelden/een-loket-voor-verhuizen/"),
        (factories.make_event, "/agenda/regiobijeenkomst/"),
        (factories.make_news, "/nieuws/nieuws-uit-de-praktijk/"),
        (factories.make_standard_page, "/over-deze-site/"),
        (factories.make_theme_page, "/themas/regie-en-samenwerking/"),
        (factories.make_country_page, "/landen/denemarken/"),
    ],
)
def test_a_page_is_valid_and_public_at_its_address(make: Callable[[], Page], address: str) -> None:
    page = type(make()).objects.live().public().get()
    page.full_clean()
    assert page.path_on_site == page.url == address


def test_a_lesson_knows_where_it_was_seen_and_who_applied_it(site_tree: Page) -> None:
    report = factories.make_trip_report(start_date=date(2018, 4, 21))
    lesson = factories.make_lesson(seen_on=(report,), applied_by=(factories.make_organisation(),))
    lesson = type(lesson).objects.get()
    assert lesson.corroboration.trips == 1
    assert lesson.follow_ups.get().organisation.name == "Gemeente Voorbeeldstad"


def test_themes_countries_and_tags_go_by_name(site_tree: Page) -> None:
    example = factories.make_example(themes=("Inkoop",), countries=("Zweden",), tags=("regie",))
    example = type(example).objects.get()
    assert [theme.slug for theme in example.themes.all()] == ["inkoop"]
    assert [country.slug for country in example.countries.all()] == ["zweden"]
    assert [tag.name for tag in example.tags.all()] == ["regie"]


def test_a_page_with_a_revision_is_published_as_an_editor_does(site_tree: Page) -> None:
    assert factories.make_news(with_revision=True).live_revision is not None
    assert factories.make_news(title="Ander nieuws").live_revision is None
