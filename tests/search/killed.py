"""Runs part of search in a process of its own, which then kills itself as `kill -9` would."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

SETUP = """
import os, signal
import django
from django.conf import settings
django.setup()
settings.DATABASES["default"]["NAME"] = os.environ["KILLED_DATABASE"]
settings.SEARCH_ENGINE = os.environ["KILLED_ENGINE"]
settings.SEARCH_ENGINE_OPTIONS = eval(os.environ["KILLED_OPTIONS"])
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def run_until_killed(code: str) -> None:
    """`code` finds a function `die`; the process must have been killed by it."""
    done = in_a_process(code)
    assert done.returncode == -9, done.stderr


def in_a_process(code: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    options = {
        name: str(value) if isinstance(value, Path) else value
        for name, value in settings.SEARCH_ENGINE_OPTIONS.items()
    }
    return subprocess.run(  # noqa: S603  code of ours
        [sys.executable, "-c", SETUP + code],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "meegenomen.settings.test",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "KILLED_DATABASE": str(connection.settings_dict["NAME"]),
            "KILLED_ENGINE": settings.SEARCH_ENGINE,
            "KILLED_OPTIONS": repr(options),
        },
    )
