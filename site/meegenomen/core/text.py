"""The words of a page, for its reading time and for search."""

import math
import re
from typing import TYPE_CHECKING

from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

if TYPE_CHECKING:
    from wagtail.models import Page

# Adults read about this many words of plain Dutch a minute.
WORDS_A_MINUTE = 200
CLOSING = ".!?:;…”’)"


def text_of_page(page: "Page") -> str:
    """The running text of all rich text and StreamFields of a page, without markup."""
    parts: list[str] = []
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            parts += value.stream_block.get_searchable_content(value)
        elif isinstance(field, RichTextField):
            parts.append(get_text_for_indexing(getattr(page, field.name)))
    return " ".join(_sentence(str(part).strip()) for part in parts if str(part).strip())


def _sentence(block: str) -> str:
    """A heading or a caption stays apart from what follows, also where only text is shown."""
    return block if block[-1] in CLOSING else f"{block}."


def count_words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def minutes_to_read(words: int) -> int:
    """Whole minutes, at least one."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))
