from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "meegenomen.submissions"
    label = "submissions"
    verbose_name = _("Inzendingen")

    def ready(self) -> None:
        from meegenomen.submissions import signals  # noqa: F401  it connects its receivers
