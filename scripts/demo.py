"""Set up the demonstration and serve it until Ctrl-C; run again, it keeps what is there."""

import argparse
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
SECONDS_TO_ANSWER = 120
# What `--reset` removes, by name: VAR_DIR may hold more than ours.
DATA = (
    *("meegenomen.sqlite3*", "media", "submissions", "search", "static", "cache"),
    *("secret-key", "demo-*.txt"),
)

STEPS = (
    ("Preparing the database", "migrate", "--no-input", "--verbosity=0"),
    ("Making the page tree, groups and workflow", "setup_site"),
    ("Loading the demonstration content", "load_demo"),
    ("Filling the search index", "rebuild_index", "--if-needed"),
    ("Bringing later changes to it", "search_worker", "--once"),
    ("Collecting styles, scripts and fonts", "collectstatic", "--no-input", "--verbosity=0"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reset", action="store_true", help="throw the data away first")
    reset = parser.parse_args().reset

    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # it is a text file
    # Also where a shell started it in the background, and had Ctrl-C ignored.
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    port = chosen_port()
    var = Path(os.environ.get("VAR_DIR", ROOT / "var")).resolve()
    var.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "meegenomen.settings.development",
        "VAR_DIR": str(var),
        "BASE_URL": f"http://{HOST}:{port}",
    }
    with sole_user_of(var):
        if reset:
            remove_data(var)
        set_up()
        serve(port, var)


def stop(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def chosen_port() -> int:
    given = os.environ.get("PORT", "8000")
    if not given.isdecimal() or not 0 < int(given) < 65536:
        sys.exit(f"PORT={given} is not a port: give a number between 1 and 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(given)))
        except PermissionError:
            sys.exit(f"Port {given} is not yours to use: choose one above 1023, PORT=8001.")
        except OSError:
            sys.exit(f"Port {given} is in use. Choose another one: PORT={int(given) + 1} make demo")
    return int(given)


@contextmanager
def sole_user_of(var: Path) -> Iterator[None]:
    """Two demonstrations in one folder would write over each other's data."""
    with (var / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"A demonstration already runs from {var}: stop that one first.")
        yield


def remove_data(var: Path) -> None:
    if "DATABASE_URL" in os.environ:
        sys.exit("DATABASE_URL is set, and only the demonstration's own database is thrown away.")
    for pattern in DATA:
        for path in var.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def set_up() -> None:
    """Each step does nothing when its work is already done."""
    # The steps below bring all pages to the index at once, so no page has to go there by itself.
    os.environ["SEARCH_APPLY"] = "worker"
    import django
    from django.core.management import call_command

    django.setup()
    for message, *command in STEPS:
        print(f"{message} ...")
        call_command(*command, stdout=StringIO())  # the words above and below say enough


def serve(port: int, var: Path) -> None:
    address = f"http://{HOST}:{port}"
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "meegenomen.wsgi:application"),
            *("--bind", f"{HOST}:{port}", "--worker-tmp-dir", str(var)),
            *("--log-level", "warning"),
        ],
        cwd=ROOT,
        env=os.environ | {"SEARCH_APPLY": "background"},
    )
    try:
        wait_until_it_answers(address, server)
        print(welcome(address, var))
        sys.exit(server.wait())
    except KeyboardInterrupt:
        print("\nStopping ...")
    finally:
        server.terminate()
        server.wait()


def wait_until_it_answers(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while server.poll() is None and time.monotonic() < deadline:
        try:
            # The home page too: the first visitor need not wait for its pictures to be resized.
            for path in ("/healthz", "/"):
                with urllib.request.urlopen(address + path, timeout=SECONDS_TO_ANSWER):
                    pass
            return
        except urllib.error.HTTPError as error:
            sys.exit(f"{error.url} answers {error.code}; the lines above say why.")
        except OSError:
            time.sleep(0.2)
    sys.exit("The site did not start; the lines above say why.")


def welcome(address: str, var: Path) -> str:
    accounts = (var / "demo-accounts.txt").read_text().strip()
    return "\n".join(
        (
            "",
            f"  The site    {address}/",
            f"  Search      {address}/zoeken/",
            f"  Share       {address}/deel-jouw-inspiratie/",
            f"  Editors     {address}/beheer/",
            "  Mail        is printed here; none goes out",
            "",
            *(f"  {line}" for line in accounts.splitlines()),
            "",
            f"  (The accounts are kept in {var / 'demo-accounts.txt'}.) Ctrl-C stops the site.",
        )
    )


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Stopped.")
