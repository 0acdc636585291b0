from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model

from meegenomen.home.demo.accounts import ensure_accounts
from meegenomen.home.setup import set_up_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    set_up_site()
    return tmp_path


def passwords(file: Path) -> dict[str, str]:
    return {line.split()[0]: line.split()[1] for line in file.read_text().splitlines()}


def test_each_account_can_log_in_and_stands_in_its_group():
    found = passwords(ensure_accounts())
    groups = {}
    for name, password in found.items():
        user = authenticate(username=name, password=password)
        assert user is not None
        groups[name] = user.groups.get().name
    assert groups == {
        "redacteur": "Redacteur",
        "moderator": "Moderator",
        "beheerder": "Beheerder",
    }


def test_only_the_owner_may_read_the_passwords():
    assert ensure_accounts().stat().st_mode & 0o777 == 0o600


def test_passwords_are_of_this_machine_and_stay():
    first = passwords(ensure_accounts())
    assert len(set(first.values())) == 3
    assert passwords(ensure_accounts()) == first


def test_only_the_administrator_is_a_superuser():
    ensure_accounts()
    superusers = get_user_model().objects.filter(is_superuser=True)
    assert [user.username for user in superusers] == ["beheerder"]


def test_an_account_that_was_there_keeps_its_password():
    get_user_model().objects.create_user("moderator", password="eigen wachtwoord")
    assert "changepassword moderator" in ensure_accounts().read_text()
    assert authenticate(username="moderator", password="eigen wachtwoord")
