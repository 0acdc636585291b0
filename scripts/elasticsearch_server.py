"""A real Elasticsearch of one node on this machine, for development and tests.

    python3 scripts/elasticsearch_server.py start
    python3 scripts/elasticsearch_server.py stop

Not named elasticsearch.py, because that would hide the library from whatever runs in this folder.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import elasticsearch_program as program
from elasticsearch_program import Place
from postgresql import MissingError

WAIT = 240.0  # seconds; it takes 12 on an idle machine of two cores
IMAGE = f"elasticsearch:{program.VERSION}"
HEAP = "-Xms512m -Xmx512m"


@dataclass(frozen=True, kw_only=True)
class Server:
    """What is remembered of a started server, to find it back and to know that it is ours."""

    url: str
    pid: int = 0
    started: str = ""
    """When the process began, as the kernel counts; another process with this pid has another."""
    container: str = ""

    def runs(self) -> bool:
        if self.container:
            asked = [*self._engine(), "inspect", "-f", "{{.State.Running}}", self.container]
            found = subprocess.run(asked, capture_output=True, text=True)
            return found.stdout.strip() == "true"
        # Nothing is known of when a process began that has ended.
        return bool(self.pid and self.started) and began(self.pid) == self.started

    def stop(self) -> None:
        if not self.runs():
            return
        if self.container:
            subprocess.run([*self._engine(), "stop", self.container], check=True, text=True)
            return
        os.kill(self.pid, 15)
        until = time.monotonic() + 30
        while self.runs() and time.monotonic() < until:
            time.sleep(0.1)
        if self.runs():
            # The launcher waits for a server that does not react; they share a process group.
            os.killpg(self.pid, 9)

    def _engine(self) -> list[str]:
        return [container_engine() or "docker"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["start", "stop"])
    parser.add_argument("--port", type=int, default=0, help="instead of any free one")
    options = parser.parse_args()
    try:
        if options.action == "start":
            server = remembered() or start(port=options.port, install=True)
            print(f"ELASTICSEARCH_URL={server.url}")
        else:
            print("Stopped." if stop() else "There was none of ours to stop.")
    except MissingError as missing:
        sys.exit(str(missing))


@contextmanager
def running_elasticsearch(*, download: bool) -> Iterator[str]:
    """Yield the address of the server that runs already, or of one that stops afterwards."""
    if server := remembered():
        yield server.url
        return
    server = start(download=download)
    try:
        yield server.url
    finally:
        stop()


def remembered() -> Server | None:
    """The server that was started here and still runs."""
    try:
        server = Server(**json.loads((program.folder() / "server.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return server if server.runs() else None


def stop() -> bool:
    server = remembered()
    if server:
        server.stop()
    (program.folder() / "server.json").unlink(missing_ok=True)
    return server is not None


def start(*, port: int = 0, install: bool = False, download: bool = True) -> Server:
    """Return when it answers; raises MissingError when this machine cannot run one."""
    port = port or free_port()
    program.folder().mkdir(parents=True, exist_ok=True)
    if container_engine():
        server = start_container(port, download=download)
        log = f"`{container_engine()} logs {server.container}`"
    else:
        place = program.ready(install=install, download=download)
        server = start_process(place, port)
        log = str(place.log)
    (program.folder() / "server.json").write_text(json.dumps(asdict(server)))
    try:
        wait_until_it_answers(server, log)
    except BaseException:
        stop()
        raise
    return server


def container_engine() -> str:
    """Docker or Podman, when one is not only installed but running too."""
    for name in ("docker", "podman"):
        if shutil.which(name):
            asked = subprocess.run([name, "info"], capture_output=True, timeout=30)
            if asked.returncode == 0:
                return name
    return ""


def start_container(port: int, *, download: bool) -> Server:
    engine = container_engine()
    here = subprocess.run([engine, "image", "inspect", IMAGE], capture_output=True)
    if here.returncode and not download:
        raise MissingError(f"no image {IMAGE} yet (`make elasticsearch` fetches it)")
    command = [engine, "run", "--detach", "--rm", f"--publish=127.0.0.1:{port}:9200"]
    for setting in (
        "discovery.type=single-node",
        "xpack.security.enabled=false",
        f"ES_JAVA_OPTS={HEAP}",
    ):
        command += ["--env", setting]
    run = subprocess.run([*command, IMAGE], stdout=subprocess.PIPE, text=True)
    if run.returncode:
        raise MissingError(f"{command[0]} could not start {IMAGE}")
    return Server(url=f"http://127.0.0.1:{port}", container=run.stdout.strip())


def start_process(place: Place, port: int) -> Server:
    """In a process group of its own, as an account without rights when we are root."""
    place.configure(
        {
            "cluster.name": "meegenomen",
            "discovery.type": "single-node",
            "http.host": "127.0.0.1",
            "http.port": port,
            "transport.host": "127.0.0.1",
            "transport.port": free_port(),
            "path.data": place.data,
            "path.logs": place.logs,
            "xpack.security.enabled": "false",
            # A laptop with a full disk would be refused every write.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
    )
    with place.log.open("wb") as log:
        process = subprocess.Popen(
            place.command(),
            cwd=place.home,
            env={
                "PATH": os.environ.get("PATH", os.defpath),
                "ES_JAVA_OPTS": HEAP,
                "ES_TMPDIR": str(place.temporary),
            },
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=place.account,
            group=place.group,
            extra_groups=[] if place.account else None,
        )
    return Server(url=f"http://127.0.0.1:{port}", pid=process.pid, started=began(process.pid))


def wait_until_it_answers(server: Server, log: str) -> None:
    address = f"{server.url}/_cluster/health?wait_for_status=yellow&timeout=5s"
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            if not server.runs():
                raise MissingError(f"Elasticsearch stopped while it started: see {log}") from None
            time.sleep(0.5)
    raise MissingError(f"Elasticsearch did not answer within {WAIT:.0f} s: see {log}")


def began(pid: int) -> str:
    """Boot-relative start time of a process; empty when there is none, or only its remains."""
    try:
        # After the name, which may hold spaces and brackets.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
