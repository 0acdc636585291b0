"""Texts about submissions that a template shows, as they were chosen in the admin."""

from typing import Any

from django import template

from meegenomen.submissions.models import RetentionSettings
from meegenomen.submissions.wording import texts

register = template.Library()


@register.inclusion_tag("submissions/criteria.html")
def acceptance_criteria() -> dict[str, Any]:
    """Nothing at all when an administrator emptied the list."""
    return {"criteria": texts.criteria()}


@register.inclusion_tag("submissions/retention_terms.html")
def retention_terms() -> dict[str, Any]:
    """How long what was sent in is kept, in whole sentences."""
    return {"terms": RetentionSettings.current()}
