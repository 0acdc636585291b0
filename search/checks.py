"""Every page type says what it is to search, so that none is forgotten."""

from typing import Any

from django.core.checks import CheckMessage, Error
from wagtail.models import Page, get_page_models


def check_page_types(**kwargs: Any) -> list[CheckMessage]:
    return [_silent(model) for model in get_page_models() if not _speaks(model)]


def _speaks(model: type[Page]) -> bool:
    # Wagtail's own types are not ours to change; the plain Page is one of them.
    return model.__module__.startswith("wagtail.") or callable(
        getattr(model, "search_record", None)
    )


def _silent(model: type[Page]) -> CheckMessage:
    return Error(
        f"{model._meta.label} says nothing about search.",
        hint="Define search_record(); let it return None for pages that must never be found.",
        obj=model,
        id="search.E001",
    )
