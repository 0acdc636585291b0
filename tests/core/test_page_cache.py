"""Public pages are kept for everyone, and never longer than they are true."""

import gzip
from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from meegenomen.core import page_cache
from meegenomen.core.models import ContentVersion, Organisation, PhotoRendition
from meegenomen.core.remembered import version_in_use
from meegenomen.home.models import HomePage, NewsIndexPage
from tests.factories import make_news, make_photo, make_standard_page, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    caches["pages"].clear()


def is_kept(path: str, client: Client | None = None, **headers: str) -> bool:
    """Whether a second request is answered with one query: that of the version."""
    client = client or Client()
    client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as queries:
        client.get(path, headers=headers)
    return len(queries) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/lessen/",
        "/nieuws/nieuws-uit-de-praktijk/",
        "/nieuws/?pagina=1",
        "/nieuws/?jaar=2024",
        "/tags/loket/",
        "/feeds/nieuw.atom",
        "/sitemap.xml",
    ],
)
def test_public_pages_are_kept(path: str) -> None:
    make_news(tags=("loket",))
    assert is_kept(path)


@pytest.mark.parametrize(
    "path",
    [
        "/?onbekend=1",
        "/bestaat-niet/",
        "/healthz",
        "/zoeken/",
        "/deel-jouw-inspiratie/",
        "/volg/geheim/",
        "/beheer/login/",
        "/robots.txt",
    ],
)
def test_nothing_else_is_kept(path: str) -> None:
    Client().get(path)
    assert not caches["pages"]._cache


def test_what_is_kept_is_the_page_itself(client: Client) -> None:
    make_news("Nieuw")
    first, second = client.get("/nieuws/"), client.get("/nieuws/")
    assert "Nieuw" in first.content.decode()
    assert first.content == second.content
    assert dict(first.items()) == dict(second.items())


def test_two_questions_have_two_answers(client: Client) -> None:
    make_news("Uit 2024", date=date(2024, 1, 1))
    make_news("Uit 2023", date=date(2023, 1, 1))
    assert "Uit 2024" not in client.get("/nieuws/?jaar=2023").content.decode()
    assert "Uit 2023" not in client.get("/nieuws/?jaar=2024").content.decode()


def test_two_names_of_the_site_have_their_own_addresses(client: Client) -> None:
    assert b"http://testserver/" in client.get("/").content
    assert b"http://localhost/" in client.get("/", headers={"host": "localhost"}).content
    assert b"https://testserver/" in client.get("/", secure=True).content


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    client.get("/")
    assert client.get("/", headers={"host": "elders.example"}).status_code == 400


def test_a_browser_that_cannot_unpack_gets_it_plain(client: Client) -> None:
    packed = client.get("/", headers={"accept-encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    plain = client.get("/")
    assert "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content
    assert is_kept("/", **{"accept-encoding": "gzip, br"})


def test_another_day_is_another_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/")
    monkeypatch.setattr(page_cache, "localdate", lambda: date(2030, 1, 1))
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
    assert len(queries) > 1


def test_a_browser_may_keep_a_page_but_must_ask(client: Client) -> None:
    for _first_and_kept in range(2):
        response = client.get("/nieuws/")
        assert response["Cache-Control"] == "no-cache"
        again = client.get("/nieuws/", headers={"if-none-match": response["ETag"]})
        assert again.status_code == 304
        assert again.content == b""
    make_news()
    changed = client.get("/nieuws/", headers={"if-none-match": response["ETag"]})
    assert changed.status_code == 200


def test_a_head_request_may_use_what_a_get_left(client: Client) -> None:
    client.head("/nieuws/")
    assert not caches["pages"]._cache
    client.get("/nieuws/")
    with CaptureQueriesContext(connection) as queries:
        assert client.head("/nieuws/").status_code == 200
    assert len(queries) == 1


def publish() -> None:
    make_news("Anders", with_revision=True)


def rename() -> None:
    page = Page.objects.get(slug="onderwerp").specific
    page.title = "Anders"
    page.save_revision().publish()


def unpublish() -> None:
    Page.objects.get(slug="onderwerp").specific.unpublish()


def delete() -> None:
    Page.objects.get(slug="onderwerp").specific.delete()


def restrict() -> None:
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="onderwerp"), restriction_type=PageViewRestriction.LOGIN
    )


def move() -> None:
    page = Page.objects.get(slug="onderwerp").specific
    page.move(HomePage.objects.get(), pos="last-child")


@pytest.mark.parametrize("change", [publish, rename, unpublish, delete, restrict, move])
def test_a_change_shows_at_once(client: Client, change: Callable[[], None]) -> None:
    make_news("Onderwerp", slug="onderwerp")
    before = client.get("/nieuws/").content
    assert is_kept("/nieuws/")
    change()
    assert client.get("/nieuws/").content != before


def test_a_change_that_is_rolled_back_changes_nothing(client: Client) -> None:
    client.get("/nieuws/")
    version = ContentVersion.current()
    with transaction.atomic():
        make_news("Toch niet")
        assert ContentVersion.current() != version
        transaction.set_rollback(True)
    assert ContentVersion.current() == version
    assert is_kept("/nieuws/")


def test_saving_a_draft_empties_nothing() -> None:
    page = make_news()
    version = ContentVersion.current()
    page.title = "Nog niet af"
    page.save_revision()
    assert ContentVersion.current() == version


def test_a_rendition_made_while_reading_empties_nothing() -> None:
    photo = make_photo()
    version = ContentVersion.current()
    PhotoRendition.objects.create(
        image=photo, filter_spec="fill-10x10", file="images/foto.jpg", width=10, height=10
    )
    assert ContentVersion.current() == version


@pytest.mark.parametrize(
    "change",
    [
        lambda: make_theme("Iets nieuws"),
        lambda: make_photo(),
        lambda: NewsIndexPage.objects.get().themes.add(make_theme()),
        lambda: make_news(tags=("nieuw",)),
    ],
)
def test_a_change_of_what_stands_on_pages_counts(change: Callable[[], object]) -> None:
    version = ContentVersion.current()
    change()
    assert ContentVersion.current() != version


def test_a_change_while_a_page_is_made_counts_as_later(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve = NewsIndexPage.serve

    def slow(page: NewsIndexPage, request: object) -> object:
        response = serve(page, request).render()
        if not NewsIndexPage.objects.get().get_children().exists():
            make_news("Net te laat")
        return response

    monkeypatch.setattr(NewsIndexPage, "serve", slow)
    assert "Net te laat" not in client.get("/nieuws/").content.decode()
    assert "Net te laat" in client.get("/nieuws/").content.decode()


def test_who_is_logged_in_gets_a_page_of_their_own(client: Client) -> None:
    client.force_login(User.objects.create_superuser("beheerder"))
    assert not is_kept("/", client)
    assert not caches["pages"]._cache


def test_a_page_behind_a_password_is_never_kept(client: Client) -> None:
    page = make_news("Besloten")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sesam"
    )
    client.get(page.path_on_site)
    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "sesam", "return_url": page.path_on_site},
    )
    assert "Besloten" in client.get(page.path_on_site).content.decode()
    assert not caches["pages"]._cache


def test_without_a_version_nothing_is_kept() -> None:
    ContentVersion.objects.all().delete()
    assert not is_kept("/")
    assert not caches["pages"]._cache


class Broken(LocMemCache):
    def get(self, *args: object, **kwargs: object) -> None:
        raise ConnectionError("no such cache")

    set = get


def test_a_broken_cache_only_makes_the_site_slower(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(page_cache, "caches", {"pages": Broken("broken", {})})
    assert client.get("/").status_code == 200
    assert client.get("/").status_code == 200
    assert "The page cache cannot be read" in caplog.text


def test_a_version_that_cannot_be_read_is_no_version(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise DatabaseError("gone away")

    client.get("/")
    monkeypatch.setattr(ContentVersion, "current", fails)
    assert client.get("/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_change_outside_a_transaction_counts_once_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []
    monkeypatch.setattr(ContentVersion, "renew", lambda: seen.append(Organisation.objects.count()))
    organisation = Organisation(name="Gemeente Voorbeeldstad", type="gemeente")
    organisation.save()
    organisation.delete()
    assert seen == [1, 1]


def test_nothing_is_remembered_outside_a_request_that_reads(client: Client) -> None:
    client.get("/nieuws/")
    assert version_in_use.get() is None
    client.post("/zoeken/")
    assert version_in_use.get() is None


@pytest.mark.parametrize("address", ["/zoeken/", "/deel-jouw-inspiratie/", "/bestaat-niet/"])
def test_what_is_not_kept_shows_a_change_at_once(client: Client, address: str) -> None:
    client.get(address)
    page = make_standard_page("Een nieuwe pagina in de voet")
    assert page.title in client.get(address).content.decode()
    page.unpublish()
    assert page.title not in client.get(address).content.decode()
