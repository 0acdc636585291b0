"""Run every tier of tests that this machine can run, and say what it could not and why."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from elasticsearch_server import running_elasticsearch
from postgresql import MissingError, running_postgresql

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, kw_only=True)
class Tier:
    name: str
    arguments: tuple[str, ...]
    # Yields what the tests find in their environment, or raises MissingError.
    service: Callable[[], AbstractContextManager[dict[str, str]]]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    tier: str
    line: str
    failed: bool = False
    incomplete: bool = False


@contextmanager
def nothing_else() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    with running_postgresql() as address:
        yield {"DATABASE_URL": address}


@contextmanager
def elasticsearch() -> Iterator[dict[str, str]]:
    if os.environ.get("ELASTICSEARCH_URL"):
        yield {}
        return
    # Nobody who runs some tests expects to fetch 900 MB.
    with running_elasticsearch(download="CI" in os.environ) as address:
        yield {"ELASTICSEARCH_URL": address}


@contextmanager
def chromium() -> Iterator[dict[str, str]]:
    if not shutil.which("chromium"):
        raise MissingError("there is no chromium here (on Debian: apt-get install chromium)")
    yield {}


# One process a core, each with a database of its own; who is done first takes work from the other.
SPREAD = ("-n", "logical", "--dist", "worksteal")
# Where each process starts something large for itself, which tests of one file share.
BY_FILE = ("-n", "2", "--dist", "loadfile")

TIERS = (
    Tier(
        name="unit and contract",
        arguments=("-m", "not browser and not services and not elasticsearch", *SPREAD),
        service=nothing_else,
    ),
    Tier(
        name="services",
        arguments=(
            "-m",
            "(services or every_database) and not browser and not elasticsearch",
            *SPREAD,
        ),
        service=postgresql,
    ),
    Tier(name="elasticsearch", arguments=("-m", "elasticsearch", *BY_FILE), service=elasticsearch),
    Tier(name="browser", arguments=("-m", "browser", "tests/browser", *BY_FILE), service=chromium),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--require-all", action="store_true", help="a skip is a failure")
    parser.add_argument("--tier", choices=[tier.name for tier in TIERS], action="append")
    options, for_pytest = parser.parse_known_args()

    # So that a killed run stops its database too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    chosen = [tier for tier in TIERS if not options.tier or tier.name in options.tier]
    outcomes = [run(tier, for_pytest) for tier in chosen]
    print()
    for outcome in outcomes:
        print(f"{outcome.tier:<18} {outcome.line}")
    if any(outcome.failed for outcome in outcomes):
        sys.exit(1)
    if options.require_all and any(outcome.incomplete for outcome in outcomes):
        sys.exit("Every test must run here, and some did not.")


def run(tier: Tier, for_pytest: list[str]) -> Outcome:
    print(f"\n--- {tier.name} ---", flush=True)
    try:
        with tier.service() as found, tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.xml"
            environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | found
            command = [sys.executable, "-m", "pytest", "-q", "-rs", f"--junitxml={report}"]
            # What makes a run long stands below it.
            command += ["--durations=8", "--durations-min=5"]
            command += [*tier.arguments, *for_pytest]
            code = subprocess.run(command, cwd=ROOT, env=environment).returncode
            return outcome_of(tier, code, report)
    except MissingError as missing:
        line = f"not run: {missing}"
        print(line)
        return Outcome(tier=tier.name, line=line, incomplete=True)


def outcome_of(tier: Tier, code: int, report: Path) -> Outcome:
    if code not in (0, 1) or not report.exists():
        # 5 is pytest's word for "no test matched", which a -k of the caller makes likely.
        words = "no test matched" if code == 5 else f"pytest stopped with code {code}"
        return Outcome(tier=tier.name, line=words, failed=code != 5, incomplete=True)
    suite = ET.parse(report).getroot()[0].attrib  # noqa: S314  pytest wrote it just now
    total, skipped = int(suite["tests"]), int(suite["skipped"])
    wrong = int(suite["failures"]) + int(suite["errors"])
    parts = [f"{total - skipped - wrong} passed"]
    if wrong:
        parts.append(f"{wrong} FAILED")
    if skipped:
        parts.append(f"{skipped} skipped (the reasons stand above)")
    line = f"{', '.join(parts)} in {float(suite['time']):.0f} s"
    return Outcome(tier=tier.name, line=line, failed=code == 1, incomplete=bool(skipped))


if __name__ == "__main__":
    main()
