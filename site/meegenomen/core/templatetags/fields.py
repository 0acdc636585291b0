"""What the templates in components/forms need to know of a form field."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def widget(field: BoundField, **attrs: str) -> SafeString:
    """The control itself, with names of attributes written with underscores."""
    named: dict[str, str | bool] = {
        name.replace("_", "-"): value for name, value in attrs.items() if value
    }
    if field.field.required:
        # `required` would colour an empty field red before anyone typed.
        named["aria-required"] = "true"
    if limit := field.field.widget.attrs.get("maxlength") or getattr(
        field.field, "max_length", None
    ):
        named["data-count"] = f"{field.auto_id}_count"
        named["maxlength"] = str(limit)
    return field.as_widget(attrs=named)


@register.filter
def focus_target(field: BoundField) -> str:
    """The id of the control that a link in the error summary leads to."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def described_by(field: BoundField) -> str:
    """For a fieldset, which Django leaves to the template."""
    ids = []
    if field.help_text:
        ids.append(f"{field.auto_id}_helptext")
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    return " ".join(ids)


@register.filter
def choice_hint(field: BoundField, value: object) -> str:
    """The words below one choice, from an optional `choice_hints` on the form field."""
    hints: dict[str, str] = getattr(field.field, "choice_hints", {})
    return hints.get(str(value), "")
