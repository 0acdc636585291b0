"""The managed vocabularies in the admin, each with the number of pages that carry a term."""

from functools import reduce
from operator import add
from typing import Any

from django.contrib import messages
from django.db.models import (
    Count,
    IntegerField,
    OuterRef,
    ProtectedError,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet

from meegenomen.core.models import BasePage, Country, Organisation, Theme
from meegenomen.core.related import pages_about

SHOWN = 20
PAGES_COLUMN = NumberColumn("page_count", label=_("Pagina’s"), sort_key="page_count", width="10%")


def with_page_count(terms: QuerySet[Any], field: str) -> QuerySet[Any]:
    """Adds `page_count`: on how many pages, of whatever type, each of the terms stands."""
    counts = [
        Coalesce(Subquery(_rows_of(model, field), output_field=IntegerField()), 0)
        for model in get_page_models()
        if issubclass(model, BasePage)
    ]
    counted: QuerySet[Any] = terms.annotate(page_count=reduce(add, counts, Value(0)))
    return counted


def _rows_of(model: type[BasePage], field: str) -> QuerySet[Any]:
    """The rows that tie pages of this type to the term of the outer query, counted."""
    relation = model._meta.get_field(field)
    ties: QuerySet[Any] = relation.remote_field.through._default_manager.filter(
        **{relation.m2m_reverse_field_name(): OuterRef("pk")}
    )
    by_term: QuerySet[Any] = ties.order_by().values(relation.m2m_reverse_field_name())
    counted: QuerySet[Any] = by_term.annotate(n=Count("pk")).values("n")
    return counted


class TermDeleteView(DeleteView):
    """Says where a term is used: Wagtail's own register of usage does not follow such a field."""

    template_name = "admin/terms/confirm_delete.html"

    def pages(self) -> PageQuerySet:
        return pages_about(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = self.pages().order_by("title")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"pages": pages[:SHOWN], "page_count": pages.count()}

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            deleted: HttpResponse = super().form_valid(form)
        except ProtectedError as error:
            messages.error(
                self.request,
                _now("‘%(term)s’ is nog nodig en blijft. Haal het eerst weg bij: %(where)s.")
                % {
                    "term": self.object,
                    "where": ", ".join(sorted(str(used) for used in error.protected_objects)),
                },
            )
            return redirect(self.get_success_url())
        return deleted


class OrganisationDeleteView(TermDeleteView):
    def pages(self) -> PageQuerySet:
        return Page.objects.none()


class TermViewSet(SnippetViewSet):
    delete_view_class = TermDeleteView
    delete_template_name = TermDeleteView.template_name
    copy_view_enabled = False
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_page_count(self.model.objects.all(), self.field)

    field = ""
    """The field of a page that holds these terms."""


class ThemeViewSet(TermViewSet):
    model = Theme
    field = "themes"
    icon = "folder-open-inverse"
    list_display = ["name", Column("description", label=_("Omschrijving")), PAGES_COLUMN]


class CountryViewSet(TermViewSet):
    model = Country
    field = "countries"
    icon = "globe"
    list_display = ["name", Column("code", label=_("Landcode"), sort_key="code"), PAGES_COLUMN]


class OrganisationForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):  # it brings the widgets of the admin
        model = Organisation
        fields = ["name", "type", "country", "url"]


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """An organisation that is not there yet is made without leaving the page."""

    creation_form_class = OrganisationForm
    creation_tab_label = _("Nieuwe organisatie")
    create_action_label = _("Maken en kiezen")


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    chooser_viewset_class = OrganisationChooserViewSet
    delete_view_class = OrganisationDeleteView
    delete_template_name = TermDeleteView.template_name
    copy_view_enabled = False
    list_display = ["name", "type", "country"]
    list_filter = ["type", "country"]
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Organisation.objects.select_related("country")
