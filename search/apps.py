from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Zoeken")

    def ready(self) -> None:
        from search.checks import check_page_types
        from search.index import receivers
        from search.promotions import receivers as promotions

        receivers.connect()
        promotions.connect()
        register(check_page_types)
