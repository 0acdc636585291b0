from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client


@pytest.mark.django_db
def test_robots_may_read_all_but_the_admin_and_secret_links(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.can_fetch("*", "/")
    assert rules.can_fetch("*", "/lessen/begin-klein/")
    assert not rules.can_fetch("*", "/beheer/login/")
    assert not rules.can_fetch("*", "/volg/geheim/")
    assert rules.site_maps() == ["http://testserver/sitemap.xml"]
