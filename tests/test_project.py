"""What holds for the project as a whole."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

ROOT = Path(__file__).resolve().parents[1]
SECRETS = re.compile(
    r"""-----BEGIN\ [A-Z ]*PRIVATE\ KEY-----   # keys
      | \b(?:AKIA|ASIA)[0-9A-Z]{16}\b          # Amazon
      | \bgh[pousr]_[A-Za-z0-9]{36}            # GitHub
      | \bglpat-[A-Za-z0-9_-]{20}              # GitLab
      | django-insecure-                       # what startproject writes
      | ://[^\s/:@'"]+:(?!password@)[^\s/:@'"$<{]+@  # a password in an address
    """,
    re.VERBOSE,
)
READ_FROM_ENVIRONMENT = re.compile(r'\benv(?:\.\w+)?\(\s*"([A-Z_]+)"')
WRITTEN_BY_TOOLS = {"uv.lock", "package-lock.json"}


def committed_files() -> list[Path]:
    listing = subprocess.check_output(  # noqa: S603  nothing in it comes from outside
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],  # noqa: S607  git is on the PATH
        cwd=ROOT,
        text=True,
    )
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def test_no_secret_is_committed() -> None:
    found = []
    for file in committed_files():
        try:
            text = file.read_text()
        except UnicodeDecodeError:
            continue  # a font or a picture
        if file.name not in WRITTEN_BY_TOOLS and file != Path(__file__):
            found += [f"{file.relative_to(ROOT)}: {match[0]}" for match in SECRETS.finditer(text)]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "postgres://meegenomen:geheim@database/meegenomen",
        "SECRET_KEY = 'django-insecure-abc'",
    ],
)
def test_a_secret_would_be_noticed(text: str) -> None:
    assert SECRETS.search(text)


def test_what_the_running_site_writes_is_not_committed() -> None:
    assert not [file for file in committed_files() if (ROOT / "var") in file.parents]


def test_the_lock_file_follows_the_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    metadata = next(p for p in lock["package"] if p["name"] == "meegenomen")["metadata"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[^A-Za-z0-9._-]", requirement)[0] for requirement in requirements}

    assert {r["name"] for r in metadata["requires-dist"]} == names(
        project["project"]["dependencies"]
    )
    assert {r["name"] for r in metadata["requires-dev"]["dev"]} == names(
        project["dependency-groups"]["dev"]
    )


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_system_checks_have_nothing_to_say() -> None:
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize(
    "model",
    [model for model in get_page_models() if model is not Page],
    ids=lambda model: model.__name__,
)
def test_every_page_type_has_a_template(model: type[Page]) -> None:
    assert get_template(model.template)


def test_the_readme_names_commands_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md", "docs/operations.md"):
        named = set(re.findall(r"\bmake ([a-z][a-z-]*)`?", code_in(ROOT / document)))
        assert named <= targets, document
    assert {"demo", "demo-reset", "test", "lint"} <= set(
        re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text())
    )


def test_the_documents_link_to_files_that_exist() -> None:
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name} -> {target}"


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) < 120


def test_every_setting_from_the_environment_is_described() -> None:
    settings = ROOT / "site" / "meegenomen" / "settings"
    read = {
        name
        for file in settings.glob("*.py")
        for name in READ_FROM_ENVIRONMENT.findall(file.read_text())
    }
    described = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "operations.md").read_text(), re.MULTILINE)
    )
    assert described == read


def code_in(document: Path) -> str:
    """What stands between backticks: prose may say "make it work"."""
    return " ".join(re.findall(r"```.*?```|`[^`]+`", document.read_text(), re.DOTALL))
