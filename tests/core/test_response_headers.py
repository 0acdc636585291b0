import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def policy(client: Client, path: str) -> dict[str, str]:
    header = client.get(path)["Content-Security-Policy"]
    return dict(directive.split(" ", 1) for directive in header.split("; "))


@pytest.mark.parametrize("path", ["/", "/nieuws/", "/bestaat-niet/", "/zoeken/", "/robots.txt"])
def test_public_pages_load_nothing_inline_and_nothing_from_elsewhere(
    client: Client, path: str
) -> None:
    for _first_and_kept in range(2):
        directives = policy(client, path)
        assert directives["default-src"] == "'self'"
        assert directives["object-src"] == "'none'"
        assert not {"script-src", "style-src"} & directives.keys()
        assert "unsafe" not in " ".join(directives.values())


@pytest.mark.parametrize("path", ["/beheer/login/", "/beheer/", "/beheer/bestaat-niet/"])
def test_the_admin_may_write_scripts_into_its_pages(client: Client, path: str) -> None:
    client.force_login(User.objects.create_superuser("beheerder"))
    directives = policy(client, path)
    assert directives["script-src"] == "'self' 'unsafe-inline'"
    assert directives["default-src"] == "'self'"
    assert directives["frame-ancestors"] == "'self'"


def test_no_page_may_use_a_camera(client: Client) -> None:
    assert "camera=()" in client.get("/")["Permissions-Policy"]
    assert "camera=()" in client.get("/beheer/login/")["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/sitemap.xml", "/feeds/nieuw.atom", "/beheer/login/"])
def test_text_goes_out_packed(client: Client, path: str) -> None:
    make_news()
    response = client.get(path, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/lessen/",
        "/reisverslagen/",
        "/voorbeelden/",
        "/agenda/",
        "/agenda/agenda.ics",
        "/nieuws/",
        "/themas/",
        "/landen/",
        "/zoeken/",
        "/tags/loket/",
        "/feeds/nieuw.atom",
        "/sitemap.xml",
        "/robots.txt",
        "/healthz",
        "/bestaat-niet/",
    ],
)
def test_no_public_page_sets_a_cookie_or_depends_on_one(client: Client, path: str) -> None:
    make_news(tags=("loket",))
    response = client.get(path)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
