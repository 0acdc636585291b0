import pytest
from defusedxml import ElementTree
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from meegenomen.home.models import HomePage
from meegenomen.home.views import sitemap
from tests.factories import make_news

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.usefixtures("site_tree"),
]
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client: Client, path: str = "/sitemap.xml") -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    document = ElementTree.fromstring(response.content)
    return [loc.text or "" for loc in document.iter(f"{NAMESPACE}loc")]


def test_it_names_every_public_page_with_its_whole_address(client: Client) -> None:
    page = make_news("Nieuw")
    named = addresses(client)
    assert "http://testserver/" in named
    assert "http://testserver/lessen/" in named
    assert f"http://testserver{page.path_on_site}" in named
    assert len(named) == len(set(named)) == 9


def test_it_says_when_a_page_changed(client: Client) -> None:
    page = make_news()
    day = page.last_published_at.strftime("%Y-%m-%d")
    assert f"<lastmod>{day}</lastmod>" in client.get("/sitemap.xml").content.decode()


def test_a_large_site_has_a_map_of_maps(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = addresses(client)
    monkeypatch.setattr(sitemap, "URLS_A_FILE", 3)
    make_news("Maakt dat alles opnieuw wordt gemaakt")
    files = addresses(client)
    assert files == [f"http://testserver/sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [address for file in files for address in addresses(client, file[17:])]
    assert set(whole) < set(parts)
    assert len(parts) == len(set(parts)) == len(whole) + 1


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_a_file_that_is_not_there_is_not_found(client: Client, number: str) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_more_pages_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        make_news(f"Bericht {number}")
    with django_assert_max_num_queries(8):
        assert len(addresses(client)) == 13


def test_without_a_home_page_there_is_no_map(client: Client) -> None:
    HomePage.objects.get().delete()
    assert client.get("/sitemap.xml").status_code == 404
