"""The committed results of the scripts must match what they are made from."""

import hashlib
import re
from pathlib import Path

import pytest

from search.records import KINDS

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "site" / "static" / "css"
TEMPLATES = [*ROOT.glob("templates/**/*.html")]


@pytest.mark.parametrize(("entry", "bundle"), [("index", "site"), ("forms-index", "forms")])
def test_a_style_sheet_was_built_from_the_sources_that_are_here(entry, bundle):
    index = (STYLES / f"{entry}.css").read_text()
    sources = index + "".join(
        (STYLES / name).read_text() for name in re.findall(r'@import "(.+?)";', index)
    )

    digest = hashlib.sha256(sources.encode()).hexdigest()

    assert digest in (STYLES / f"{bundle}.css").read_text()[:200], "Run `npm run css`."


def test_no_style_sheet_is_left_out():
    imported = {
        name
        for entry in ("index", "forms-index")
        for name in re.findall(r'@import "(.+?)";', (STYLES / f"{entry}.css").read_text())
    }
    linked = {
        name
        for template in TEMPLATES
        for name in re.findall(r'static "css/(.+?)"', template.read_text())
    }
    entries = {"index.css", "forms-index.css"}

    assert {file.name for file in STYLES.glob("*.css")} <= imported | linked | entries


def test_every_icon_that_a_template_or_a_kind_names_is_in_the_sprite():
    sprite = set(re.findall(r'id="i-([\w-]+)"', (ROOT / "site/static/icons.svg").read_text()))
    named = {kind.icon for kind in KINDS.values()}
    for template in TEMPLATES:
        named |= set(re.findall(r'{% icon "([\w-]+)"', template.read_text()))

    assert named <= sprite


def test_no_template_needs_what_the_security_policy_forbids():
    forbidden = re.compile(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)|javascript:|https?://")
    public = [file for file in TEMPLATES if "wagtailadmin" not in file.parts]

    found = {
        str(file.relative_to(ROOT)): match.group()
        for file in public
        if (match := forbidden.search(file.read_text()))
    }

    assert not found
