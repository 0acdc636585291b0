"""The demonstration as `make demo` serves it: started once, and used as on any day."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

SECONDS_TO_START = 600
SECONDS_TO_MAIL = 30
# Of a database or engine elsewhere, that other tests use.
ELSEWHERE = (
    "DATABASE_URL",
    "ELASTICSEARCH_URL",
    "CACHE_URL",
    "MEDIA_ROOT",
    "SEARCH_INDEX_DIR",
    "EMAIL_URL",
)


@dataclass(frozen=True)
class Demo:
    address: str
    var: Path

    def password_of(self, name: str) -> str:
        lines = (self.var / "demo-accounts.txt").read_text(encoding="utf-8").splitlines()
        return next(line.split()[1] for line in lines if line.split()[0] == name)

    def confirmation_sent_to(self, email: str) -> str:
        """The link in the mail, which the demonstration prints."""
        deadline = time.monotonic() + SECONDS_TO_MAIL
        while time.monotonic() < deadline:
            printed = (self.var / "output.txt").read_text(encoding="utf-8")
            _, found, mail = printed.rpartition(f"To: {email}")
            if found and (link := re.search(r"http://\S+/bevestig/\S+/", mail)):
                return link[0]
            time.sleep(0.2)
        raise AssertionError(f"No mail to {email}:\n{printed}")


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    var = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    own = {"VAR_DIR": str(var), "PORT": port, "SUBMISSIONS_PER_HOUR_PER_ADDRESS": "1000"}
    with (var / "output.txt").open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "scripts/demo.py"],
            cwd=settings.BASE_DIR,
            env=environment | own,
            stdout=output,
            stderr=output,
        )
        try:
            started = Demo(f"http://127.0.0.1:{port}", var)
            wait_for(started, server)
            yield started
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


def wait_for(demo: Demo, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(demo.address, timeout=60):  # noqa: S310  our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The demonstration did not start:\n{(demo.var / 'output.txt').read_text()}")


@pytest.fixture
def address(demo: Demo) -> str:
    return demo.address


@pytest.fixture
def signed_in(visitor: Callable[..., Page], demo: Demo) -> Callable[[str], Page]:
    """Sign in with name and password, as a person does."""

    def sign_in(name: str) -> Page:
        page = visitor(viewport={"width": 1280, "height": 900})
        page.goto("/beheer/")
        page.get_by_label("Gebruikersnaam").fill(name)
        page.locator("input[type=password]").fill(demo.password_of(name))
        page.get_by_role("button", name="Inloggen").click()
        return page

    return sign_in
