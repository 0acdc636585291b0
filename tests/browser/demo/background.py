"""What a page shows only when the server has done its work beside the request."""

import time

from playwright.sync_api import Locator

SECONDS = 30.0


def reload_until(shown: Locator) -> None:
    deadline = time.monotonic() + SECONDS
    while not shown.count():
        assert time.monotonic() < deadline, f"{shown} is not on {shown.page.url}"
        shown.page.wait_for_timeout(500)
        shown.page.reload()
