"""From the blocks of a content file to those of a page."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from meegenomen.home.prepared.files import Table, one_line

LINK = re.compile(r'<a page="([^"]+)">(.*?)</a>', re.DOTALL)


def no_page(key: str) -> int | None:
    return None


def nothing_known(key: str) -> Table:
    raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Writer:
    """Knows what the keys in a file stand for."""

    page_id: Callable[[str], int | None] = no_page
    """None for a page that was deleted: its link becomes plain text."""
    source: Callable[[str], Table] = nothing_known
    drawing: Callable[[str], Table] = nothing_known
    """The id of a drawing, and what it shows."""

    def rich_text(self, text: str) -> str:
        """Paragraphs stand apart by an empty line; inside them HTML is as the editor makes it."""
        paragraphs = (one_line(part) for part in re.split(r"\n\s*\n", text.strip()))
        return self._linked(
            "".join(
                part if part.startswith(("<ul", "<ol")) else f"<p>{part}</p>" for part in paragraphs
            )
        )

    def stream(self, blocks: Iterable[Table]) -> str:
        """The blocks in the form in which a StreamField keeps them."""
        return json.dumps([self._block(*entry) for table in blocks for entry in table.items()])

    def _block(self, kind: str, value: Any) -> Table:
        return {"type": kind, "value": self._value(kind, value)}

    def _value(self, kind: str, value: Any) -> Any:
        match kind:
            case "heading":
                return {"text": value}
            case "paragraph":
                return self.rich_text(value)
            case "steps":
                return [one_line(step) for step in value]
            case "callout":
                return {"title": value["title"], "text": self.rich_text(value["text"])}
            case "figure":
                return self._figure(value)
            case "image":
                shown = self.drawing(value["drawing"])
                return {
                    "image": shown["id"],
                    "alt": shown["alt"],
                    "caption": value.get("caption", ""),
                    "credit": "",
                }
            case "link_card":
                return {
                    "title": value.get("title", ""),
                    "text": one_line(value.get("text", "")),
                    "page": self.page_id(value["page"]) if "page" in value else None,
                    "url": value.get("url", ""),
                }
        raise ValueError(f"A content file has a block {kind!r}, which is not known.")

    def _figure(self, value: Table) -> Table:
        source = self.source(value["source"])
        return {
            "value": value["value"],
            "unit": value.get("unit", ""),
            "label": one_line(value["label"]),
            "date": value["date"],
            "source_title": f"{source['publisher']}: {source['title']}",
            "source_url": source.get("url", ""),
        }

    def _linked(self, html: str) -> str:
        return LINK.sub(self._link, html)

    def _link(self, match: re.Match[str]) -> str:
        page_id = self.page_id(match[1])
        return f'<a linktype="page" id="{page_id}">{match[2]}</a>' if page_id else match[2]
