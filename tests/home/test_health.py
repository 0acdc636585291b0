import pytest
from django.db import OperationalError
from django.test import Client, override_settings

from meegenomen.home.views import health


@pytest.mark.django_db
def test_a_healthy_site_says_so_without_a_cookie(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok"}
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


def test_without_a_database_it_says_503(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class GoneAway:
        def cursor(self) -> None:
            raise OperationalError("gone away")

    monkeypatch.setattr(health, "connection", GoneAway())
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"database": "down"}
    assert "The database does not answer" in caplog.text


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True, SECURE_REDIRECT_EXEMPT=[r"^healthz$"])
def test_a_load_balancer_may_ask_over_plain_http(client: Client) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/robots.txt").status_code == 301
