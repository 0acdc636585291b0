from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from lessons.models import PracticeExamplePage
from lessons.statuses import Origin, Stage
from meegenomen.core.models import OrganisationType
from meegenomen.home.admin.listing import ContentFilterSet, ContentListing, columns_with


class ExampleFilterSet(ContentFilterSet):
    stage = MultipleChoiceFilter(
        label=_("Hoe ver"), choices=Stage.choices, widget=CheckboxSelectMultiple
    )
    organisation_type = MultipleChoiceFilter(
        label=_("Soort organisatie"),
        choices=OrganisationType.choices,
        widget=CheckboxSelectMultiple,
    )
    origin = MultipleChoiceFilter(
        label=_("Herkomst"), choices=Origin.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = PracticeExamplePage
        fields: list[str] = []


class ExampleListing(ContentListing):
    search_in = ("summary", "organisation__name")
    prefetches = ("organisation", "countries")


class ExampleListingViewSet(PageListingViewSet):
    model = PracticeExamplePage
    name = "voorbeelden"
    icon = "pick"
    menu_label = _("Praktijkvoorbeelden")
    add_to_admin_menu = False
    index_view_class = ExampleListing
    filterset_class = ExampleFilterSet
    ordering = "-latest_revision_created_at"
    columns = columns_with(
        Column("organisation_words", label=_("Organisatie"), sort_key="organisation__name"),
        Column("stage", label=_("Hoe ver"), accessor="get_stage_display", sort_key="stage"),
        Column("origin", label=_("Herkomst"), accessor="get_origin_display", sort_key="origin"),
    )
