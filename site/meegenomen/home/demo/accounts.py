"""The accounts of the demonstration, with passwords of this machine alone."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from meegenomen.home.groups import ADMINISTRATOR, EDITOR, MODERATOR, Role

FILE = "demo-accounts.txt"


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    role: Role
    may: str
    is_superuser: bool = False


ACCOUNTS = (
    Account("redacteur", EDITOR, "schrijft en dient in"),
    Account("moderator", MODERATOR, "beoordeelt en publiceert"),
    Account("beheerder", ADMINISTRATOR, "beheert alles", is_superuser=True),
)


def ensure_accounts() -> Path:
    """Make those that are lacking. An account that exists keeps its password, known or not."""
    file = Path(settings.VAR_DIR) / FILE
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for account in ACCOUNTS:
        password = _make(account)
        known = any(line.split()[:1] == [account.name] for line in lines)
        if password is None and known:
            continue
        lines = [line for line in lines if line.split()[:1] != [account.name]]
        shown = password or f"(al ingesteld; opnieuw: manage.py changepassword {account.name})"
        lines.append(f"{account.name:<12}{shown:<26}{account.may}")
    _write(file, lines)
    return file


def _make(account: Account) -> str | None:
    """The password, or None when the account was there."""
    users = get_user_model().objects
    if users.filter(username=account.name).exists():
        return None
    password = secrets.token_urlsafe(12)
    user = users.create_user(
        username=account.name,
        email=f"{account.name}@example.org",
        password=password,
        first_name=account.name.capitalize(),
        is_staff=account.is_superuser,
        is_superuser=account.is_superuser,
    )
    user.groups.add(Group.objects.get(name=account.role.name))
    return password


def _write(file: Path, lines: list[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # The mode first, so that nobody reads a password in between.
    file.touch(mode=0o600)
    file.chmod(0o600)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
