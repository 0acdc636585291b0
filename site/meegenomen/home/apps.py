from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from search.records import Kind, register_kind


class HomeConfig(AppConfig):
    name = "meegenomen.home"
    label = "home"
    verbose_name = _("Website")

    def ready(self) -> None:
        from meegenomen.home import signals  # noqa: F401  connects its receivers

        register_kind(Kind("nieuws", _("Nieuws"), _("Nieuws"), icon="news", colour="event"))
        register_kind(Kind("thema", _("Thema"), _("Thema’s"), icon="tag", colour="les"))
        register_kind(Kind("land", _("Land"), _("Landen"), icon="world", colour="reis"))
        register_kind(Kind("pagina", _("Pagina"), _("Pagina’s"), icon="file-text", colour="les"))
