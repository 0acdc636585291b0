"""Lists of pages that a reader narrows by theme, country and year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meegenomen.core.models import BasePage, Country, Theme
from meegenomen.core.remembered import remembered

PAGE_SIZE = 12


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow a list: a parameter, what may be chosen and what is."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    chosen: Choice | None
    url_without: str
    """Query string that drops this filter and keeps the others."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """Pages of one type as they are today: there is one list of each type."""

    model: type[Any]
    today: date
    pages: QuerySet[Any] = field(compare=False)
    date_field: str


@remembered
def _vocabularies(listed: _Listed) -> Mapping[str, Mapping[str, str]]:
    """For each filter the values that some page has, with their names."""
    dated = listed.pages.annotate(listed_year=ExtractYear(listed.date_field))
    years = dated.order_by("-listed_year").values_list("listed_year", flat=True).distinct()
    return {
        "thema": _names_of(Theme, listed.pages.order_by().values("themes")),
        "land": _names_of(Country, listed.pages.order_by().values("countries")),
        "jaar": {str(value): str(value) for value in years if value},
    }


def _names_of(model: type[Theme] | type[Country], used: QuerySet[Any]) -> dict[str, str]:
    return dict(model._default_manager.filter(pk__in=used).values_list("slug", "name"))


class Listing:
    """One page of a list, as the address asked for it. Unknown parameters are ignored."""

    def __init__(
        self,
        pages: QuerySet[Any],
        request: HttpRequest,
        *,
        date_field: str,
        page_size: int = PAGE_SIZE,
    ) -> None:
        self._all = pages
        self._date_field = date_field
        self._page_size = page_size
        self._asked = {
            name: request.GET.get(name, "").replace("\x00", "").strip()[:80]
            for name in ("thema", "land", "jaar", "pagina")
        }
        self.messages: list[str] = []
        offered = _vocabularies(_Listed(pages.model, localdate(), pages, date_field))
        labels = {"thema": _("Thema"), "land": _("Land"), "jaar": _("Jaar")}
        self._drop_unknown(offered)
        self.filters = tuple(
            self._filter(name, label, offered[name])
            for name, label in labels.items()
            if offered[name]
        )
        self.page = self._page()

    @cached_property
    def chosen(self) -> tuple[Filter, ...]:
        return tuple(narrowed for narrowed in self.filters if narrowed.chosen)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def query_string(self) -> str:
        """What the pager keeps: every filter, not the page."""
        return self._without("pagina")

    def _page(self) -> PaginatorPage[Any]:
        paginator = Paginator(self._narrowed(), self._page_size)
        asked = self._asked["pagina"]
        if not asked:
            return paginator.page(1)
        if not (asked.isascii() and asked.isdigit()) or not 1 <= int(asked) <= paginator.num_pages:
            self.messages.append(_("Die pagina is er niet. Je ziet een pagina die er wel is."))
        return paginator.get_page(asked)

    def _narrowed(self) -> QuerySet[Any]:
        pages = self._all
        for narrowed in self.chosen:
            if narrowed.chosen is None:
                continue
            value = narrowed.chosen.value
            match narrowed.name:
                case "thema":
                    pages = pages.filter(themes__slug=value)
                case "land":
                    pages = pages.filter(countries__slug=value)
                case "jaar":
                    pages = pages.filter(**{f"{self._date_field}__year": int(value)})
        return pages

    def _drop_unknown(self, vocabularies: Mapping[str, Mapping[str, str]]) -> None:
        for name in ("thema", "land", "jaar"):
            asked = self._asked[name]
            if asked and asked not in vocabularies.get(name, {}):
                self._asked[name] = ""
                self.messages.append(
                    _("‘%(value)s’ kennen we hier niet. Dat filter doet nu niet mee.")
                    % {"value": asked}
                )

    def _filter(self, name: str, label: str, names: Mapping[str, str]) -> Filter:
        asked = self._asked[name]
        choices = tuple(Choice(value, term) for value, term in names.items())
        chosen = Choice(asked, names[asked]) if asked else None
        return Filter(name, label, choices, chosen, self._without(name, "pagina"))

    def _without(self, *dropped: str) -> str:
        kept = {name: value for name, value in self._asked.items() if value and name not in dropped}
        return "?" + urlencode(kept) if kept else "?"


class IndexPage(BasePage):
    """A page that lists the pages of one type below it."""

    date_field = ""

    max_count = 1
    content_panels = BasePage.intro_panels

    class Meta:
        abstract = True

    def listed(self) -> QuerySet[Any]:
        """Live, public pages in the order of the list, with what a card shows fetched."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing(self.listed(), request, date_field=self.date_field)
        return context
