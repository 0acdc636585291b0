"""The form, opened from what readers look for: filled in with the words of an editor."""

from typing import Any

from django.utils.text import capfirst

from lessons.models import WantedExample


def initial_for(number: str) -> dict[str, Any]:
    """`gezocht` is for the page, the others are answers; none when that is not asked for."""
    wanted = WantedExample.shown(number)
    if wanted is None:
        return {}
    return {
        "gezocht": wanted.words,
        "titel": capfirst(wanted.words),
        "thema": [wanted.theme.name] if wanted.theme else [],
    }
