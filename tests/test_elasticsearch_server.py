"""The script for Elasticsearch stops its own server only, and fetches nothing unasked."""

import importlib
import json
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"


@pytest.fixture
def script(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(SCRIPTS)
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return importlib.import_module("elasticsearch_server")


@pytest.fixture
def remembers(script, tmp_path):
    """Write down a server as the script does."""

    def remember(**server) -> None:
        folder = tmp_path / "elasticsearch"
        folder.mkdir()
        (folder / "server.json").write_text(json.dumps({"url": "http://127.0.0.1:1", **server}))

    return remember


@pytest.fixture
def bystander():
    process = subprocess.Popen(["/usr/bin/sleep", "60"])
    yield process
    process.kill()
    process.wait()


def test_a_process_with_the_number_of_ours_is_left_alone(script, remembers, bystander):
    remembers(pid=bystander.pid, started="1")
    assert script.remembered() is None
    assert not script.stop()
    assert bystander.poll() is None


def test_our_own_is_stopped_and_forgotten(script, remembers, bystander):
    remembers(pid=bystander.pid, started=script.began(bystander.pid))
    assert script.remembered().pid == bystander.pid
    assert script.stop()
    assert bystander.wait(10) == -15
    assert script.remembered() is None


def test_a_process_that_ended_does_not_run(script, remembers):
    process = subprocess.Popen(["/usr/bin/true"])
    started = script.began(process.pid)
    process.wait()
    remembers(pid=process.pid, started=started)
    assert script.remembered() is None


@pytest.mark.parametrize("written", ["", "{}", "[]", '{"url": "x", "more": 1}', "\x00"])
def test_notes_that_cannot_be_read_are_no_server(script, tmp_path, written):
    (tmp_path / "elasticsearch").mkdir()
    (tmp_path / "elasticsearch" / "server.json").write_text(written)
    assert script.remembered() is None


def test_nothing_is_fetched_unasked(script, monkeypatch):
    monkeypatch.setattr(script, "container_engine", lambda: "")
    with pytest.raises(script.MissingError, match=r"apt-get install|make elasticsearch"):
        script.start(download=False)
