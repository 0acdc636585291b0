"""A report for those who judge: what came in, what became of it, and how long people waited."""

import codecs
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from meegenomen.submissions.admin.permissions import policy
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.figures import Figures, by_month, longest_waiting

# How a spreadsheet knows a formula; a tab or return before one is skipped by some.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def defused(value: Any) -> Any:
    """Text that a spreadsheet takes for text; a number stays a number."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


class ReportFilterSet(WagtailFilterSet):
    received_at = DateFromToRangeFilter(
        label=gettext_lazy("Ontvangen"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Submission
        fields: list[str] = []


def _month(figures: Figures) -> str:
    return date_format(figures.month, "F Y") if figures.month else _("Alles bij elkaar")


def _hours(value: float | None) -> str:
    """In days where hours say little."""
    if value is None:
        return ""
    if value < 48:
        return _("%(n)s uur") % {"n": str(value).replace(".", ",")}
    return _("%(n)s dagen") % {"n": round(value / 24)}


class SubmissionsReport(ReportView):
    page_title = gettext_lazy("Inzendingen per maand")
    header_icon = "mail"
    template_name = "submissions/admin/report.html"
    results_template_name = "submissions/admin/report_results.html"
    index_url_name = "inzendingen:report"
    index_results_url_name = "inzendingen:report_results"
    permission_policy = policy
    any_permission_required = ["change"]
    filterset_class = ReportFilterSet
    paginate_by = None
    export_filename = "inzendingen-per-maand"
    columns = [
        Column("name", label=gettext_lazy("Maand"), accessor=_month, classname="queue-whole"),
        Column("received", label=gettext_lazy("Ontvangen")),
        Column("accepted", label=gettext_lazy("Geplaatst")),
        Column("refused", label=gettext_lazy("Afgewezen")),
        Column("withdrawn", label=gettext_lazy("Ingetrokken")),
        Column("spam", label=gettext_lazy("Spam")),
        Column(
            "median",
            label=gettext_lazy("Eerste antwoord na (mediaan)"),
            accessor=lambda figures: _hours(figures.median_hours),
        ),
        Column(
            "longest",
            label=gettext_lazy("Eerste antwoord na (langst)"),
            accessor=lambda figures: _hours(figures.longest_hours),
        ),
    ]
    list_export = [
        "name",
        "received",
        "accepted",
        "refused",
        "withdrawn",
        "spam",
        "median_hours",
        "longest_hours",
    ]
    export_headings = {
        "name": gettext_lazy("Maand"),
        "received": gettext_lazy("Ontvangen"),
        "accepted": gettext_lazy("Geplaatst"),
        "refused": gettext_lazy("Afgewezen"),
        "withdrawn": gettext_lazy("Ingetrokken"),
        "spam": gettext_lazy("Spam"),
        "median_hours": gettext_lazy("Eerste antwoord na, mediaan in uren"),
        "longest_hours": gettext_lazy("Eerste antwoord na, langst in uren"),
    }

    def get_queryset(self) -> QuerySet[Submission]:
        return Submission.objects.all()

    def get_filtered_queryset(self) -> Any:
        """Not submissions any more from here on."""
        months = by_month(super().get_filtered_queryset())
        # A sum among the months would be counted along in a spreadsheet.
        return [figures for figures in months if figures.month] if self.is_export else months

    @property
    def no_results_message(self) -> str:
        return _("In deze periode is er niets ingestuurd.")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {"longest_waiting": longest_waiting().first()}

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        return defused(super().preprocess_field_value(field, value, export_format))

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Marked as UTF-8, because Excel takes it for something else otherwise."""
        yield codecs.BOM_UTF8
        yield from super().stream_csv(queryset)

    def write_csv_response(self, queryset: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().write_csv_response(queryset)
        response["Content-Type"] = "text/csv; charset=utf-8"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response
