"""The lines of synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import SynonymLine


class SynonymViewSet(ModelViewSet):
    model = SynonymLine
    name = "synonyms"
    url_prefix = "synoniemen"
    menu_label = _("Synoniemen")
    icon = "resubmit"
    add_to_settings_menu = True
    menu_order = 650
    form_fields = ("terms",)
    list_display = ("terms",)
    search_fields = ("terms",)
    list_per_page = 50
