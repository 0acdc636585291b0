"""The site on generated pages that is measured: made once in a folder, and used again."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(var: Path) -> dict[str, str]:
    """For every process that has to do with the site of this folder."""
    return {
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "DJANGO_SETTINGS_MODULE": "meegenomen.settings.production",
        "VAR_DIR": str(var),
        "SECRET_KEY": "measuring-opens-nothing-and-this-is-long-enough-to-pass",
        "SECURE_SSL_REDIRECT": "0",
        "SEARCH_APPLY": "worker",
        "LOG_LEVEL": "ERROR",
    }


def prepare(var: Path, pages: int) -> None:
    """Expects the environment of this folder. Search does not know the pages yet."""
    done = var / "ready"
    var.mkdir(parents=True, exist_ok=True)
    # Also what older code made is used again.
    manage("migrate", "--no-input", "--verbosity=0")
    manage("collectstatic", "--no-input", "--verbosity=0")
    if not done.exists():
        print(f"Making {pages} pages in {var}; this is done once.", file=sys.stderr)
        manage("setup_site")
        manage("load_demo")
        manage("generate_pages", f"--pages={pages}")
        done.touch()


def manage(*arguments: str, **environment: str) -> None:
    output_of("manage.py", *arguments, **environment)


def output_of(*arguments: str, **environment: str) -> str:
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    return ran.stdout.decode()
