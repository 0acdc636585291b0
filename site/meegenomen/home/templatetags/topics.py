"""The themes, countries and tags of a page, as links."""

from dataclasses import dataclass

from django import template

from meegenomen.core.models import BasePage

register = template.Library()


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    url: str


@register.filter
def topics(page: BasePage) -> list[Topic]:
    """Themes first, then tags."""
    themes = [Topic(theme.name, theme.get_absolute_url()) for theme in page.themes.all()]
    tags = [
        Topic(item.tag.name, f"/tags/{item.tag.slug}/")
        for item in page.tagged_items.select_related("tag")
    ]
    return themes + tags
