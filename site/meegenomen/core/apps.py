from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "meegenomen.core"
    label = "core"
    verbose_name = _("Kern")

    def ready(self) -> None:
        from meegenomen.core import content_version
        from meegenomen.core.document_words import kept

        content_version.connect()
        kept.connect()
