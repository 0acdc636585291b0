from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from search.records import Kind, register_dependents, register_index_listener, register_kind


class HomeConfig(AppConfig):
    name = "meegenomen.home"
    label = "home"
    verbose_name = _("Website")

    def ready(self) -> None:
        from meegenomen.core.models import ContentVersion, Country, Theme
        from meegenomen.home import signals  # noqa: F401  connects its receivers
        from meegenomen.home.models import CountryPage, ThemePage

        # A page that is kept shows others that are like it, as the index knew them.
        register_index_listener(ContentVersion.renew)
        # The page of a term shows its name, also where it does not carry the term itself.
        register_dependents(
            Theme, lambda term: ThemePage.objects.filter(theme=term).values_list("pk", flat=True)
        )
        register_dependents(
            Country,
            lambda term: CountryPage.objects.filter(country=term).values_list("pk", flat=True),
        )
        register_kind(Kind("nieuws", _("Nieuws"), _("Nieuws"), icon="news", colour="event"))
        register_kind(Kind("thema", _("Thema"), _("Thema’s"), icon="tag", colour="les"))
        register_kind(Kind("land", _("Land"), _("Landen"), icon="world", colour="reis"))
        register_kind(Kind("pagina", _("Pagina"), _("Pagina’s"), icon="file-text", colour="les"))
