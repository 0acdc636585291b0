import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from taggit.models import Tag

from tests.factories import make_example, make_lesson, make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def test_a_tag_lists_pages_of_every_type(client: Client) -> None:
    make_news(tags=("anders",))
    pages = [make_lesson(tags=("loket",)), make_example(tags=("loket",))]
    response = client.get("/tags/loket/")
    assert response.status_code == 200
    assert response.context["tag"].name == "loket"
    assert {page.pk for page in response.context["pages"]} == {page.pk for page in pages}


def test_a_tag_with_many_pages_has_a_pager(client: Client) -> None:
    for number in range(13):
        make_news(f"Bericht {number}", tags=("veel",))
    assert len(client.get("/tags/veel/").context["pages"]) == 12
    assert len(client.get("/tags/veel/?pagina=2").context["pages"]) == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999", "%00", "²"])
def test_a_page_that_is_not_there_gives_one_that_is(client: Client, number: str) -> None:
    make_news(tags=("loket",))
    assert len(client.get(f"/tags/loket/?pagina={number}").context["pages"]) == 1


@pytest.mark.parametrize("slug", ["onbekend", "ongebruikt", "alleen-een-concept"])
def test_a_tag_without_public_pages_is_not_found(client: Client, slug: str) -> None:
    Tag.objects.create(name="ongebruikt", slug="ongebruikt")
    make_news(tags=("alleen een concept",), live=False)
    response = client.get(f"/tags/{slug}/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_more_pages_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        make_news(f"Bericht {number}", tags=("veel",))
        make_lesson(f"Les {number}", tags=("veel",))
    with django_assert_max_num_queries(15):
        client.get("/tags/veel/")
