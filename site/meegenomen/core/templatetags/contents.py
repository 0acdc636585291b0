"""The table of contents of a running text."""

from dataclasses import dataclass

from django import template
from django.utils.text import slugify
from wagtail.blocks import StreamValue

register = template.Library()


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    anchor: str


@register.filter
def anchor(title: str) -> str:
    """The id of a heading. The prefix keeps it apart from the ids of the page around it."""
    return f"kop-{slugify(title)}"


@register.filter
def table_of_contents(body: StreamValue) -> list[Entry]:
    titles = [block.value["text"] for block in body if block.block_type == "heading"]
    return [Entry(title, anchor(title)) for title in titles]
