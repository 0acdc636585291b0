"""Sends 200 examples at once to a real server, and looks whether each is there once.

    make bench-submissions                      # 200 visitors, in var/bench-submissions
    make bench-submissions ARGS="--visitors 50"

Meanwhile somebody keeps asking for the home page. The server is as in production: the workers of
gunicorn.conf.py, SQLite, every limit on; each visitor has an address of its own, as behind a proxy.
Only the proof of work is made easy, because here the computers of the visitors are the server's
too. Ends with 1 when something was lost, double or refused.
"""

import argparse
import json
import os
import re
import secrets
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import altcha  # noqa: E402  found through the line above
from PIL import Image  # noqa: E402  the same

from benchmarks.site.generated import environment, output_of, prepare  # noqa: E402  the same
from benchmarks.site.servers import free_port, wait_for  # noqa: E402  the same

FORM = "/deel-jouw-inspiratie/"
# Whoever fills in the form faster is taken for a program.
TO_FILL_IN = 4.0
PATIENCE = 300.0
PAGES = 100
BOUNDARY = "grens-van-een-meting"
COUNT = (
    "from meegenomen.submissions.models import Submission as S;"
    "print(*S.objects.filter(organisation='{run}').values_list('title', flat=True), sep='\\n')"
)


Files = dict[str, tuple[str, bytes]]
"""Name and content by the name of the field."""


@dataclass
class Visitor:
    number: int
    run: str
    port: int
    seconds: list[float] = field(default_factory=list)
    """Of each of both steps."""
    outcome: str = ""
    _ticket: str = ""
    _proof: str = ""

    def open(self) -> None:
        page = self._ask("GET", FORM)[1]
        self._ticket = hidden(page)["kaartje"]
        asked = json.loads(self._ask("GET", f"{FORM}rekensom/")[1])
        challenge = altcha.Challenge.from_dict(asked)
        if solution := altcha.solve_challenge(challenge):
            self._proof = altcha.Payload(challenge, solution).to_base64()

    def send(self) -> None:
        """Both steps: the check page, with a photo for every other visitor, and "Verstuur"."""
        answers = self._answers()
        files = {"bestanden": ("foto.jpg", photo())} if self.number % 2 else {}
        status, page = self._timed(answers, files)
        if status != 200 or "verstuur" not in page:
            self.outcome = f"check: {status}"
            return
        status, _ = self._timed(hidden(page) | {"verstuur": "1"}, {})
        self.outcome = "sent" if status == 303 else f"send: {status}"

    def _answers(self) -> dict[str, str]:
        return {
            "kaartje": self._ticket,
            "bewijs": self._proof,
            "titel": f"Voorbeeld {self.number}",
            "gedaan": f"Wat wij deden, nummer {self.number} van {self.run}.",
            "opgeleverd": "Het scheelt een dag in de week.",
            "fase": "Pilot",
            "thema": "Iets anders",
            "organisatie": self.run,
            "soort": "Gemeente",
            "land": "Nederland",
            "naam": "Noor Willems",
            "akkoord": "on",
            "alt1": "Een lege balie",
            "beeld": "on",
        }

    def _timed(
        self, answers: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> tuple[int, str]:
        start = time.perf_counter()
        try:
            return self._ask("POST", FORM, multipart(answers, files))
        except OSError as error:
            return 0, type(error).__name__
        finally:
            self.seconds.append(time.perf_counter() - start)

    def _ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"X-Forwarded-For": f"198.{self.number // 250}.{self.number % 250}.7"}
        if body:
            headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()


def multipart(answers: dict[str, str], files: Files) -> bytes:
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in answers.items()
    ]
    parts += [
        f'Content-Disposition: form-data; name="{name}"; filename="{called}"\r\n\r\n'.encode()
        + content
        for name, (called, content) in files.items()
    ]
    wrapped = b"".join(b"--%s\r\n%s\r\n" % (BOUNDARY.encode(), part) for part in parts)
    return wrapped + b"--%s--\r\n" % BOUNDARY.encode()


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page, as far as this form has them once."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


@cache
def photo() -> bytes:
    buffer = BytesIO()
    Image.effect_noise((1600, 1200), 40).convert("RGB").save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--dir", type=Path, default=ROOT / "var" / "bench-submissions")
    options = parser.parse_args()
    var = options.dir.resolve()
    os.environ |= environment(var) | {
        "SUBMISSIONS_PROOF_COST": "1",
        "TRUSTED_PROXIES": "1",
        "EMAIL_URL": "dummymail://",
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    prepare(var, PAGES)
    run = f"Meting {secrets.token_hex(4)}"
    port = free_port()
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "meegenomen.wsgi:application"),
            *("--bind", f"127.0.0.1:{port}", "--log-level", "warning"),
        ],
        cwd=ROOT,
    )
    try:
        wait_for(port, server)
        visitors = [Visitor(number, run, port) for number in range(options.visitors)]
        home_page(port, threading.Event(), times=20)  # so that both workers have begun
        idle = home_page(port, threading.Event(), times=20)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(Visitor.open, visitors))
        time.sleep(TO_FILL_IN)
        done = threading.Event()
        with ThreadPoolExecutor(len(visitors) + 1) as pool:
            meanwhile = pool.submit(home_page, port, done)
            start = time.perf_counter()
            list(pool.map(Visitor.send, visitors))
            took = time.perf_counter() - start
            done.set()
            busy = meanwhile.result()
    finally:
        server.terminate()
        server.wait(timeout=60)
    titles = output_of("manage.py", "shell", "--verbosity=0", "-c", COUNT.format(run=run)).split(
        "\n"
    )
    sys.exit(report(visitors, [title for title in titles if title], took, idle, busy))


def home_page(port: int, done: threading.Event, times: int = 1_000_000) -> list[float]:
    """Seconds for each time that somebody asked for it, one after the other."""
    seconds: list[float] = []
    while len(seconds) < times and not done.is_set():
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        start = time.perf_counter()
        connection.request("GET", "/")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            sys.exit(f"The home page answered {answer.status}.")
        seconds.append(time.perf_counter() - start)
        connection.close()
    return seconds


def report(
    visitors: list[Visitor], titles: list[str], took: float, idle: list[float], busy: list[float]
) -> int:
    outcomes = Counter(visitor.outcome for visitor in visitors)
    steps = [visitor.seconds for visitor in visitors]
    expected = {f"Voorbeeld {visitor.number}" for visitor in visitors}
    print(f"{len(visitors)} visitors at once, {os.cpu_count()} cores: {took:.1f} s in all")
    print(f"outcomes: {dict(outcomes)}")
    print(f"kept: {len(titles)}, lost: {len(expected - set(titles))}")
    print(f"double: {len(titles) - len(set(titles))}")
    for step, name in enumerate(("check page", "send")):
        print(line(name, [all_of[step] for all_of in steps if len(all_of) > step]))
    print(line("home page, idle", idle))
    print(line("home page, meanwhile", busy))
    return 0 if sorted(titles) == sorted(expected) and set(outcomes) == {"sent"} else 1


def line(name: str, seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=20) if len(seconds) > 1 else [*seconds] * 19
    return (
        f"{name:<22} {len(seconds):>5} times  median {cuts[9]:6.2f} s  p95 {cuts[18]:6.2f} s"
        f"  longest {max(seconds):6.2f} s"
    )


if __name__ == "__main__":
    main()
