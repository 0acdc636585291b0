from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from search.records import Kind, register_kind


class TripsConfig(AppConfig):
    name = "trips"
    label = "trips"
    verbose_name = _("Reizen")

    def ready(self) -> None:
        from trips import documents, vocabularies

        vocabularies.register()
        documents.register()
        register_kind(
            Kind("reisverslag", _("Reisverslag"), _("Reisverslagen"), icon="route", colour="reis")
        )
        register_kind(
            Kind(
                "bijeenkomst",
                _("Bijeenkomst"),
                _("Bijeenkomsten"),
                icon="calendar-event",
                colour="event",
            )
        )
