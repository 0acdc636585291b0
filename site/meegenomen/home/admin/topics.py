from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from meegenomen.home.admin.tags import TagViewSet
from meegenomen.home.admin.terms import CountryViewSet, OrganisationViewSet, ThemeViewSet
from meegenomen.home.admin.wanted import WantedViewSet


class TopicsGroup(SnippetViewSetGroup):
    menu_label = _("Onderwerpen")
    menu_name = "onderwerpen"
    menu_icon = "tag"
    menu_order = 160
    items = (ThemeViewSet, CountryViewSet, OrganisationViewSet, TagViewSet, WantedViewSet)
