from django import template

from lessons.models import WantedExample
from meegenomen.core.remembered import remembered

register = template.Library()

MOST = 8


@register.simple_tag
@remembered
def wanted_examples() -> tuple[WantedExample, ...]:
    """What editors ask readers for; only what they switched on."""
    return tuple(WantedExample.objects.filter(is_shown=True)[:MOST])
