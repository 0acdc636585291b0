"""What visitors ask, for editors: what is looked for often, and what is looked for in vain."""

import csv
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import AskedQuestion, AskedTotal

policy = ModelPermissionPolicy(AskedQuestion)

# Given the user and the words of a question, gives buttons for what may be done with it.
BUTTONS_HOOK = "register_search_question_buttons"
SHOWN = 50
PERIODS = {
    7: gettext_lazy("Laatste 7 dagen"),
    30: gettext_lazy("Laatste 30 dagen"),
    90: gettext_lazy("Laatste 90 dagen"),
    365: gettext_lazy("Laatste jaar"),
}
USUAL_PERIOD = 30
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Choice:
    """A period or a list that can be chosen."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the parameters of the address, as far as they make sense."""

    days: int = USUAL_PERIOD
    in_vain: bool = False

    @classmethod
    def read(cls, request: HttpRequest) -> "Asked":
        days = request.GET.get("periode", "")
        known = {str(number): number for number in PERIODS}
        return cls(known.get(days, USUAL_PERIOD), request.GET.get("lijst") == "zonder-resultaat")

    def address(self, **more: str) -> str:
        params = {"periode": str(self.days)}
        if self.in_vain:
            params["lijst"] = "zonder-resultaat"
        return f"?{urlencode(params | more)}"

    def questions(self) -> QuerySet[Any]:
        """The legible ones, those asked or missed most often first."""
        rows: QuerySet[Any] = (
            AskedQuestion.objects.exclude(words="")
            .filter(days__day__gt=self._before())
            .annotate(
                asked=Sum("days__asked"),
                without_result=Sum("days__without_result"),
                on_days=Count("days"),
            )
        )
        if self.in_vain:
            return rows.filter(without_result__gt=0).order_by("-without_result", "words")
        return rows.order_by("-asked", "words")

    def totals(self) -> dict[str, int]:
        rows = AskedTotal.objects.filter(day__gt=self._before())
        found = rows.aggregate(asked=Sum("asked"), without_result=Sum("without_result"))
        return {name: number or 0 for name, number in found.items()}

    def _before(self) -> Any:
        return localdate() - timedelta(days=self.days)


class QuestionsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_policy = policy
    permission_required = "view"
    template_name = "search/admin/questions.html"
    page_title = gettext_lazy("Zoekvragen")
    header_icon = "search"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "export" in request.GET:
            return _as_csv(Asked.read(request))
        shown: HttpResponse = super().get(request, *args, **kwargs)
        return shown

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": _("Zoekvragen")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = Asked.read(self.request)
        page = Paginator(asked.questions(), SHOWN).get_page(self.request.GET.get("p"))
        makers = hooks.get_hooks(BUTTONS_HOOK)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "asked": asked,
            "totals": asked.totals(),
            "page": page,
            "rows": [
                (row, [b for make in makers for b in make(self.request.user, row.words)])
                for row in page
            ],
            "periods": [
                Choice(str(label), Asked(days, asked.in_vain).address(), days == asked.days)
                for days, label in PERIODS.items()
            ],
            "lists": [
                Choice(_("Alle zoekvragen"), Asked(asked.days).address(), not asked.in_vain),
                Choice(_("Zonder resultaat"), Asked(asked.days, True).address(), asked.in_vain),
            ],
            "export_url": asked.address(export="csv"),
            "page_url": asked.address(p=""),
        }


def _as_csv(asked: Asked) -> HttpResponse:
    # With a mark at the start and semicolons, as the spreadsheets of a Dutch office expect.
    name = f"zoekvragen-{localdate().isoformat()}.csv"
    response = HttpResponse(
        "\ufeff",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    rows = csv.writer(response, delimiter=";")
    rows.writerow([_("Zoekvraag"), _("Keer gezocht"), _("Keer zonder resultaat"), _("Dagen")])
    for row in asked.questions():
        numbers = (row.asked, row.without_result, row.on_days)
        rows.writerow([harmless(row.words), *numbers])
    return response


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
