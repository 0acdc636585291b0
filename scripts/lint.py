"""Run every check, also when an earlier one failed, and say at the end which did."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "style": ["ruff", "check", "--quiet"],
    "format": ["ruff", "format", "--check", "--quiet"],
    "types": ["mypy"],
    "layers": ["lint-imports"],
    "templates": ["djlint", "--lint", "--quiet", "templates"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}
SETTINGS = {"deployment": "meegenomen.settings.production"}


def main() -> None:
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        sys.exit(f"\nTo mend: {', '.join(failed)}.")
    print("\nAll checks pass.")


def passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as var:
        environment = os.environ | {
            "VAR_DIR": var,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "DJANGO_SETTINGS_MODULE": SETTINGS.get(name, "meegenomen.settings.test"),
        }
        run = subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    seconds = time.monotonic() - started
    if run.returncode == 0:
        print(f"ok      {name} ({seconds:.0f} s)", flush=True)
        return True
    print(f"FAILED  {name} ({seconds:.0f} s): {' '.join(command)}\n{run.stdout}", flush=True)
    return False


if __name__ == "__main__":
    main()
