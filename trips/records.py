"""From a page with its taxonomy to what search knows of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from meegenomen.core.document_words.kept import public_words
from meegenomen.core.document_words.pages import documents_in_text
from meegenomen.core.models import BasePage
from search.records import SearchRecord


def record_of(
    page: BasePage,
    *,
    type: str,  # noqa: A002  the name of the field in the contract of search
    body: str = "",
    number: str = "",
    keywords: Iterable[str] = (),
    organisation_types: Iterable[str] = (),
    date: date | None = None,
    corroboration: int = 0,
    status: str = "",
    details: Iterable[tuple[str, str]] = (),
    documents: Iterable[Any] = (),
) -> SearchRecord:
    """The record of a page: what all pages have, and what its type adds.

    Reads documents that were not read before, so it is not for a request.
    """
    themes = list(page.themes.all())
    countries = list(page.countries.all())
    tags = [item.tag for item in page.tagged_items.all()]
    named = [term.name for term in (*themes, *countries, *tags)]
    return SearchRecord(
        id=page.pk,
        type=type,
        url=page.path_on_site,
        title=page.title,
        summary=page.summary,
        body=body,
        number=number,
        keywords=_unique([*keywords, *named]),
        themes=_unique(theme.slug for theme in themes),
        tags=_unique(tag.slug for tag in tags),
        countries=_unique(country.slug for country in countries),
        organisation_types=_unique(organisation_types),
        date=date,
        corroboration=corroboration,
        status=status,
        details=tuple((icon, words) for icon, words in details if words),
        documents=public_words([*documents, *documents_in_text(page)]),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
