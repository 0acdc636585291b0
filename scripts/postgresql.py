"""A PostgreSQL server of our own for as long as the tests run, from Debian's binaries."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUPERUSER = "meegenomen"
# The data are gone in a minute, so nothing has to survive a power cut. No port to clash on
# and no password to keep: the only way in is a socket in a private folder.
OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class MissingError(Exception):
    """What a tier needs is not on this machine; the message says what and how to get it."""


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Yield the DATABASE_URL of an empty server that nobody else can reach."""
    binaries = newest_binaries()
    account = unprivileged_account()

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [binaries / program, "-D", f"{folder}/data", *arguments],
            cwd=folder,
            user=account,
            group=account and pwd.getpwnam(account).pw_gid,
            extra_groups=account and [],
            # A server that inherits our pipes would keep them open.
            stdout=subprocess.DEVNULL,
            check=True,
        )

    with tempfile.TemporaryDirectory(prefix="meegenomen-postgresql-") as folder:
        if account:
            shutil.chown(folder, account)
        run("initdb", "-U", SUPERUSER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        run("pg_ctl", "start", "-w", "-l", f"{folder}/log", "-o", f"-k {folder} {OPTIONS}")
        try:
            yield f"postgres://{SUPERUSER}@/{folder}/meegenomen"
        finally:
            run("pg_ctl", "stop", "-w", "-m", "immediate")


def newest_binaries() -> Path:
    """Debian keeps each version in a folder of its own, off the PATH."""
    folders = [f for f in Path("/usr/lib/postgresql").glob("*/bin") if (f / "pg_ctl").exists()]
    if folders:
        return max(folders, key=lambda folder: int(folder.parent.name))
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).parent
    raise MissingError("there is no PostgreSQL here (on Debian: apt-get install postgresql)")


def unprivileged_account() -> str | None:
    """PostgreSQL refuses to run as root; anybody else runs it as himself."""
    if os.geteuid() != 0:
        return None
    accounts = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in accounts:
            return name
    raise MissingError("PostgreSQL refuses to run as root, and there is no user postgres or nobody")
