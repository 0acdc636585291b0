"""The pages of errors, which nobody sees on purpose: given to a browser as the site makes them."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.views import defaults
from playwright.sync_api import Page

from tests.browser.axe import faults
from tests.factories import make_site

ERRORS = {
    400: lambda request: defaults.bad_request(request, SuspiciousOperation()),
    403: lambda request: defaults.permission_denied(request, PermissionDenied()),
    500: defaults.server_error,
}


@pytest.mark.parametrize("status", ERRORS)
def test_the_page_of_an_error_is_accessible(page: Page, address: str, status: int) -> None:
    make_site()
    made: Callable[[HttpRequest], HttpResponse] = ERRORS[status]
    answer = made(RequestFactory().get("/stuk/"))
    assert answer.status_code == status
    page.route(
        "**/stuk/",
        lambda route: route.fulfill(
            status=status, content_type="text/html; charset=utf-8", body=answer.content
        ),
    )

    page.goto(f"{address}/stuk/")

    # In our own look, also where the server is in trouble.
    heading = page.get_by_role("heading", level=1)
    assert heading.evaluate("h1 => getComputedStyle(h1).fontFamily").startswith('"Meegenomen')
    assert faults(page) == []
