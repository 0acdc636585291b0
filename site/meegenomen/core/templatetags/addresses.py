"""Addresses as the outside world sees them."""

from django import template
from django.http import HttpRequest
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    request: HttpRequest | None = context.get("request")
    return request.build_absolute_uri(path) if request else path


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The address of this page without filters; the pages of a list each have their own."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return ""
    number = request.GET.get("pagina", "")[:9]
    if number.isascii() and number.isdigit() and int(number) > 1:
        return request.build_absolute_uri(f"{request.path}?pagina={int(number)}")
    return request.build_absolute_uri(request.path)
