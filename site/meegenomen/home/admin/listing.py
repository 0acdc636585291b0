"""A flat list of all pages of one type: what its search, filters and order have in common."""

from functools import partial, reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
)
from wagtail.admin.views.pages.listing import IndexView
from wagtail.models import PagePermissionTester

from meegenomen.core.models import Country, Theme


def columns_with(*own: BaseColumn) -> list[BaseColumn]:
    """The columns of a type between those that every type has."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Titel"), sort_key="title", classname="title"),
        *own,
        DateColumn(
            "latest_revision_created_at",
            label=_("Bijgewerkt"),
            sort_key="latest_revision_created_at",
            width="12%",
        ),
        PageStatusColumn("live", label=_("Op de site"), sort_key="live", width="12%"),
    ]


class ContentFilterSet(WagtailFilterSet):
    themes = ModelMultipleChoiceFilter(
        label=_("Thema"), queryset=Theme.objects.all(), widget=CheckboxSelectMultiple
    )
    countries = ModelMultipleChoiceFilter(
        label=_("Land"), queryset=Country.objects.all(), widget=CheckboxSelectMultiple
    )
    on_site = ChoiceFilter(
        label=_("Op de site"),
        field_name="live",
        choices=[("True", _("Ja")), ("False", _("Nee"))],
        empty_label=_("Maakt niet uit"),
        widget=RadioSelect,
    )


class ListedPagePermissions(PagePermissionTester):
    """As Wagtail's, which asks the database twice about each page of a list."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # Who may not publish may not delete what is live. A page with nothing below it knows that.
        if self.page.live and self.page.is_leaf() and not self.can_publish():
            return False
        may_delete: bool = super().can_delete(ignore_bulk)
        return may_delete


class ContentListing(IndexView):
    """Search goes by fields of the type, and every column costs a fixed number of queries."""

    search_in: tuple[str, ...] = ()
    """Lookups that hold the words, beside the title."""
    prefetches: tuple[Any, ...] = ()
    """What the columns show of other tables."""

    def annotate_queryset(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        annotated: QuerySet[Any] = super().annotate_queryset(pages)
        return annotated.prefetch_related(*self.prefetches)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        for page in context["object_list"]:
            page.permissions_for_user = partial(ListedPagePermissions, page=page)
        return context

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for word in (self.search_query or "").split():
            queryset = queryset.filter(pk__in=self.with_word(word).values("pk"))
        return queryset

    def with_word(self, word: str) -> QuerySet[Any]:
        fields = ("title", "draft_title", *self.search_in)
        anywhere = reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields))
        pages: QuerySet[Any] = self.model.objects.filter(anywhere).order_by()
        return pages

    def get_ordering(self) -> str:
        """The same with and without search: there is no relevance to order by."""
        asked: str = self.request.GET.get("ordering", "")
        allowed: list[str] = self.get_valid_orderings()
        default: str = self.default_ordering
        return asked if asked in allowed else default

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        field = F(self.ordering.removeprefix("-"))
        if self.ordering.startswith("-"):
            return queryset.order_by(field.desc(nulls_last=True), "-pk")
        return queryset.order_by(field.asc(nulls_first=True), "pk")
