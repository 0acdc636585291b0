"""Free tags: who reads them all sees doubles, and here they are renamed, merged and removed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.query import PageQuerySet
from wagtail.snippets.views.snippets import SnippetViewSet

from meegenomen.core.related import pages_tagged
from meegenomen.home.admin.merge import MergeTagView
from meegenomen.home.admin.terms import PAGES_COLUMN, TermDeleteView


class TagForm(WagtailAdminModelForm):
    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if Tag.objects.filter(name__iexact=name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Deze tag is er al. Wil je er één van maken? Voeg ze samen."))
        return name


class TagDeleteView(TermDeleteView):
    def pages(self) -> PageQuerySet:
        return pages_tagged(self.object)


class TagViewSet(SnippetViewSet):
    model = Tag
    icon = "tag"
    delete_view_class = TagDeleteView
    delete_template_name = TermDeleteView.template_name
    copy_view_enabled = False
    search_fields = ["name"]
    list_display = ["name", Column("slug", label=_("Adres")), PAGES_COLUMN]
    list_per_page = 100
    ordering = ["name"]
    edit_handler = ObjectList(
        [
            FieldPanel(
                "name",
                help_text=_("Een andere naam geldt meteen overal. Het adres van de tag blijft."),
            )
        ],
        base_form_class=TagForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        tags: QuerySet[Any] = Tag.objects.annotate(page_count=Count("tagged_pages"))
        return tags

    def get_urlpatterns(self) -> list[URLPattern]:
        merge = MergeTagView.as_view(
            index_url_name=self.get_url_name("list"), merge_url_name=self.get_url_name("merge")
        )
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", merge, name="merge")]
