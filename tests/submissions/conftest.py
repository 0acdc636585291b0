from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser, Permission, User
from django.core.files.storage import storages
from django.test import Client

from meegenomen.submissions.models import Submission
from tests.factories import make_country, make_lesson, make_organisation, make_theme
from tests.submissions.files import jpeg
from tests.submissions.visitor import WITH_PHOTO, Visitor


@pytest.fixture(autouse=True)
def private_files(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of their own for the files of each test."""
    storage = storages["submissions"]
    folder = tmp_path / "submissions"
    monkeypatch.setattr(storage, "_location", folder)
    # Also makes every storage forget the folders it had worked out, now and afterwards.
    settings.MEDIA_ROOT = tmp_path / "media"
    return folder


@pytest.fixture
def vocabulary(site_tree: Any) -> None:
    """What the good answers name."""
    make_theme("Dienstverlening")
    make_country("Denemarken")
    make_organisation("Gemeente Voorbeeldstad")
    lesson = make_lesson("Begin klein")
    type(lesson).objects.filter(pk=lesson.pk).update(number=1)


@pytest.fixture
def visitor(vocabulary: None) -> Visitor:
    return Visitor()


@pytest.fixture
def another_visitor(vocabulary: None) -> Callable[[str], Visitor]:
    return Visitor


@pytest.fixture
def submission(visitor: Visitor) -> Submission:
    """With a photo, waiting for a moderator."""
    return visitor.send(jpeg(), **WITH_PHOTO)


def make_user(name: str, *permissions: str) -> AbstractUser:
    user = User.objects.create_user(name, password=name)
    wanted = ["access_admin", *permissions]
    user.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    return user


@pytest.fixture
def moderator(db: None) -> Client:
    """Signed in; may judge submissions and work on pages."""
    client = Client()
    user = User.objects.create_superuser("moderator", password="moderator")
    client.force_login(user)
    return client


@pytest.fixture
def judge(db: None) -> Client:
    """Signed in; may judge submissions and nothing else."""
    client = Client()
    client.force_login(make_user("judge", "change_submission"))
    return client


@pytest.fixture
def editor(db: None) -> Client:
    """Signed in, without the right to judge, though it may look at everything else."""
    client = Client()
    client.force_login(make_user("redacteur", "view_submission"))
    return client
