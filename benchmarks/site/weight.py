"""What a browser fetches before it shows a page."""

import re
from dataclasses import dataclass

from benchmarks.site.servers import Server

# Styles, scripts, and the fonts that are asked for at once.
LINKS = re.compile(
    r'<link rel="(?:stylesheet|preload|modulepreload)" href="([^"]+)"|<script[^>]* src="([^"]+)"'
)


@dataclass(frozen=True, slots=True)
class Weight:
    """In kB of 1000 bytes."""

    html: float
    packed: float
    first_paint: float
    """Styles, scripts and preloaded fonts together, packed."""
    elsewhere: int
    """How many of those come from another site."""


def weight_of(path: str, server: Server) -> Weight:
    html = server.get(path, packed=False).body
    links = {style or script for style, script in LINKS.findall(html.decode())}
    own = {link for link in links if link.startswith("/")}
    return Weight(
        html=len(html) / 1000,
        packed=len(server.get(path).body) / 1000,
        first_paint=sum(len(server.get(link).body) for link in own) / 1000,
        elsewhere=len(links - own),
    )
