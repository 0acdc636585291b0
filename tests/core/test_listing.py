from datetime import date

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from meegenomen.core.listing import Listing
from tests.factories import make_trip_report
from trips.models import TripReportPage

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def reports():
    return [
        make_trip_report("2018", start_date=date(2018, 4, 1), themes=("Dienstverlening",)),
        make_trip_report("2024", start_date=date(2024, 3, 21), themes=("Regie", "Dienstverlening")),
        make_trip_report(
            "2025", start_date=date(2025, 6, 2), destinations=(("Tallinn", "Estland"),)
        ),
    ]


def listing(query: str = "", **options) -> Listing:
    pages = TripReportPage.objects.live().public().order_by("-start_date")
    request = RequestFactory().get("/reisverslagen/", QueryDict(query))
    return Listing(pages, request, date_field="start_date", **options)


def titles(listing: Listing) -> list[str]:
    return [page.title for page in listing.page]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["2025", "2024", "2018"]),
        ("thema=dienstverlening", ["2024", "2018"]),
        ("thema=dienstverlening&jaar=2018", ["2018"]),
        ("land=estland", ["2025"]),
        ("land=estland&jaar=2018", []),
        ("utm_source=brief&onbekend=1", ["2025", "2024", "2018"]),
    ],
)
def test_filters_narrow_the_list_and_unknown_parameters_do_nothing(reports, query, expected):
    assert titles(listing(query)) == expected


@pytest.mark.parametrize(
    "query", ["thema=bestaat-niet", "land=%00", "jaar=abc", "jaar=-1", "jaar=99999999999999999999"]
)
def test_an_impossible_filter_is_named_and_left_out(reports, query):
    found = listing(query)

    assert len(titles(found)) == 3
    assert len(found.messages) == (0 if "%00" in query else 1)


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", "1e3", "٣", "9" * 200])
def test_an_impossible_page_is_named_and_another_is_shown(reports, page):
    found = listing(f"pagina={page}", page_size=2)

    assert found.page.object_list
    assert found.messages == ["Die pagina is er niet. Je ziet een pagina die er wel is."]


def test_only_terms_in_use_are_offered(reports):
    offered = {
        narrow.name: [choice.name for choice in narrow.choices] for narrow in listing().filters
    }

    assert offered == {
        "thema": ["Dienstverlening", "Regie"],
        "land": ["Denemarken", "Estland"],
        "jaar": ["2025", "2024", "2018"],
    }


def test_a_filter_is_dropped_with_the_others_kept(reports):
    [theme, year] = listing("thema=regie&jaar=2024&pagina=2").chosen

    assert (theme.url_without, year.url_without) == ("?jaar=2024", "?thema=regie")


def test_the_pager_keeps_the_filters(reports):
    assert listing("thema=regie&pagina=1").query_string == "?thema=regie"


def test_a_draft_shows_in_no_filter(reports):
    reports[2].unpublish()

    assert "Estland" not in str(listing().filters)
