"""What axe has against a page, on a wide and a narrow screen, light and dark."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
WIDTHS = (1280, 390)
NARROWEST = 320


def violations(page: Page) -> list[str]:
    """What axe says of a page as it stands there now."""
    # A heading can be read before the styles have come, and until then its size is another.
    page.wait_for_load_state()
    said = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in said
        for node in violation["nodes"]
    ]


def faults(page: Page) -> list[str]:
    """What axe says in each look, and how far the page is wider than the narrowest screen."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{page.url} {width} px {scheme}: {said}" for said in violations(page)]
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > NARROWEST:
        found.append(f"{page.url} is {wide} px wide on a screen of {NARROWEST}")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    return found
