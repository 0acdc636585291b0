"""What a first visit to a page loads: uv run python benchmarks/page_weight.py http://127.0.0.1:8000.

Adds up the HTML as it is, and styles, scripts and fonts as they travel (gzip; a font is packed
already). Reports only: a browser decides which fonts a page needs, so it asks a real one.
"""

import argparse
import gzip
from dataclasses import dataclass
from urllib.parse import urljoin

from playwright.sync_api import Browser, Response, sync_playwright

PATHS = ["/", "/lessen/", "/reisverslagen/", "/voorbeelden/", "/agenda/", "/zoeken/?q=loket"]
HTML_LIMIT = 25_000
ASSETS_LIMIT = 60_000
COUNTED = {"stylesheet", "script", "font"}


@dataclass(frozen=True, slots=True)
class Weight:
    html: int
    assets: int
    requests: int
    elsewhere: int
    cookies: int


def weigh(browser: Browser, url: str) -> Weight:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(url, wait_until="networkidle")
    origin = urljoin(url, "/")
    weight = Weight(
        html=len(responses[0].body()),
        assets=sum(
            travelling(response)
            for response in responses
            if response.request.resource_type in COUNTED
        ),
        requests=len(responses),
        elsewhere=sum(not response.url.startswith((origin, "data:")) for response in responses),
        cookies=len(context.cookies()),
    )
    context.close()
    return weight


def travelling(response: Response) -> int:
    body = response.body()
    return len(body) if response.request.resource_type == "font" else len(gzip.compress(body, 9))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base_url")
    parser.add_argument("paths", nargs="*", default=PATHS)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    print(f"{'html':>8} {'assets':>8} {'requests':>8} {'others':>6} {'cookies':>7}  page")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.chromium, args=["--no-sandbox", "--disable-quic"]
        )
        for path in arguments.paths:
            weight = weigh(browser, urljoin(arguments.base_url, path))
            over = weight.html > HTML_LIMIT or weight.assets > ASSETS_LIMIT
            print(
                f"{weight.html:8} {weight.assets:8} {weight.requests:8} {weight.elsewhere:6} "
                f"{weight.cookies:7}  {path}{'  OVER' if over else ''}"
            )
        browser.close()


if __name__ == "__main__":
    main()
