"""Content files: TOML, so that prose reads as prose."""

import tomllib
from pathlib import Path
from typing import Any

Table = dict[str, Any]


def read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_folder(folder: Path) -> dict[str, Table]:
    """The tables of a folder by the name of their file, in that order."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.toml"))}


def one_line(text: str) -> str:
    """Files break their lines where the editor of a programmer does; pages do not."""
    return " ".join(text.split())
