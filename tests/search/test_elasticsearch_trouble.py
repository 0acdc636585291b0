"""A real server that hangs, or stops and comes back: a second one, that nobody else uses."""

import importlib
import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from search import engine
from search.breaker import breaker
from search.engines.protocol import EngineUnavailable
from search.index import background
from search.index.drain import drain
from search.index.rebuild import rebuild
from search.models import PendingChange
from search.query import SearchQuery
from tests.factories import make_lesson, make_site
from tests.search.stand_in import seconds

pytestmark = [
    pytest.mark.elasticsearch,
    # The script that starts a server leaves it running on purpose.
    pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning"),
]
SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
RECOVERED_WITHIN = 60.0  # seconds
# It is microseconds; the rest is for a machine that is busy with other tests.
MOST_FOR_AN_EDITOR = 0.5


class OwnServer:
    def __init__(self) -> None:
        self._servers = importlib.import_module("elasticsearch_server")
        self._program = importlib.import_module("elasticsearch_program")
        self._folder = self._program.base() / f"trouble-{uuid.uuid4().hex[:8]}"
        self._folder.mkdir(mode=0o755)
        self.port = self._servers.free_port()
        self.server = self._servers.Server(url="")

    def start(self) -> None:
        if self._servers.container_engine():
            self.server = self._servers.start_container(self.port, download=False)
        else:
            place = replace(self._program.ready(download=False), work=self._folder)
            self.server = self._servers.start_process(place, self.port)
        self._servers.wait_until_it_answers(self.server, str(self._folder))

    def stop(self) -> None:
        self._signal(signal.SIGCONT)
        self.server.stop()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def hanging(self) -> Iterator[None]:
        self._signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        if not self.server.runs():
            return
        if self.server.container:
            verb = "pause" if number == signal.SIGSTOP else "unpause"
            command = [self._servers.container_engine(), verb, self.server.container]
            subprocess.run(command)  # noqa: S603  a container of this test
        else:
            # The launcher and the server it started.
            os.killpg(self.server.pid, number)


@pytest.fixture(scope="module")
def own(elasticsearch) -> Iterator[OwnServer]:
    """Started where the tier runs at all, from the program that this one runs from."""
    with pytest.MonkeyPatch.context() as patch:
        # The settings of a test write elsewhere, where no program is.
        patch.delenv("VAR_DIR")
        patch.syspath_prepend(SCRIPTS)
        own = OwnServer()
        try:
            own.start()
            yield own
        finally:
            own.remove()


@pytest.fixture
def site(own, settings, transactional_db, monkeypatch) -> Iterator[None]:
    """As it runs on one machine without a worker."""
    settings.SEARCH_ENGINE = "search.engines.elasticsearch.ElasticsearchEngine"
    usual = {"url": f"http://127.0.0.1:{own.port}", "prefix": f"trouble-{uuid.uuid4().hex[:8]}"}
    # A server that has only just started is slow, and that is no part of this.
    settings.SEARCH_ENGINE_OPTIONS = usual | {"write_seconds": 120.0}
    settings.SEARCH_APPLY = "worker"
    monkeypatch.setattr(background, "_worker", background._Worker())
    monkeypatch.setattr(background, "LOOK_EVERY", 5.0)
    make_site()
    rebuild()
    make_lesson("Strategie vooraf", with_revision=True)
    drain()
    settings.SEARCH_ENGINE_OPTIONS = usual
    settings.SEARCH_APPLY = "background"
    all_is_found(Client(), pages=1)
    yield
    _wait_for_the_thread()


def _wait_for_the_thread() -> None:
    if applying := background._worker._thread:
        applying.join(120)


def publish(title: str) -> float:
    """Seconds that search takes of it, all that it does between the commit and the answer."""
    apply_soon, taken = background.apply_soon, []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(background, "apply_soon", lambda: taken.append(seconds(apply_soon)))
        make_lesson(title, with_revision=True)
    assert taken
    return sum(taken)


def answer(client: Client) -> tuple[float, str]:
    start = time.monotonic()
    page = client.get("/zoeken/", {"q": "strategie"})
    assert page.status_code == 200
    return time.monotonic() - start, page.content.decode()


def in_trouble(client: Client) -> None:
    """What editors and visitors see of it."""
    assert publish("Strategie tijdens de storing") < MOST_FOR_AN_EDITOR
    breaker.succeeded()
    taken, page = answer(client)
    assert taken < 2.0
    assert "Zoeken werkt nu eenvoudiger" in page
    assert "Zoeken werkt nu eenvoudiger" in answer(client)[1]


def all_is_found(client: Client, *, pages: int = 2) -> float:
    """Seconds until it is, by nothing else than that people search."""
    start = time.monotonic()
    while time.monotonic() - start < RECOVERED_WITHIN:
        _, page = answer(client)
        try:
            hits = engine.current().search(SearchQuery(words="strategie")).hits
        except EngineUnavailable:
            hits = ()
        simpler = "Zoeken werkt nu eenvoudiger" in page
        if len(hits) == pages and not simpler and not PendingChange.objects.exists():
            return time.monotonic() - start
        time.sleep(0.5)
    raise AssertionError(f"not in {RECOVERED_WITHIN} s: {list(PendingChange.objects.values())}")


def test_a_server_that_hangs(site, own, client):
    with own.hanging():
        in_trouble(client)
        assert PendingChange.objects.exists()
    all_is_found(client)


def test_a_server_that_stops_and_comes_back(site, own, client):
    own.stop()
    try:
        in_trouble(client)
        _wait_for_the_thread()
        assert PendingChange.objects.exists()
    finally:
        own.start()
    all_is_found(client)
