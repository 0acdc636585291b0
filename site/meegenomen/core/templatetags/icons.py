"""Icons from the sprite that scripts/vendor_icons.mjs makes."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
@cache
def icon(name: str, size: str = "") -> SafeString:
    """A decoration: what it means stands beside it in words.

    Made once: some forty stand on a page, and the address of the sprite is that of this release.
    """
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        f"kp-icon kp-icon--{size}" if size else "kp-icon",
        static("icons.svg"),
        name,
    )
