from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from search.admin.report import report
from search.index import rebuilds, retrying
from search.models import Rebuild

REBUILT = "search.index.rebuild"
RETRIED = "search.retry"

policy = ModelPermissionPolicy(Rebuild)


class ReportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_policy = policy
    permission_required = "view"
    template_name = "search/admin/report.html"
    page_title = gettext_lazy("Zoeken")
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": _("Zoeken")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may_act = policy.user_has_permission(self.request.user, "add")
        return context | {"report": report(), "may_act": may_act}


class RetryView(PermissionCheckedMixin, View):
    permission_policy = policy
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        rows = retrying.retry()
        if rows:
            log(rows[0], RETRIED, title=_("Zoekindex"), data={"pages": [r.page_id for r in rows]})
        messages.success(
            request,
            ngettext(
                "%(count)d pagina wordt opnieuw geprobeerd.",
                "%(count)d pagina’s worden opnieuw geprobeerd.",
                len(rows),
            )
            % {"count": len(rows)}
            if rows
            else _("Er is geen pagina die opnieuw geprobeerd moet worden."),
        )
        return redirect("search_report:report")


class RebuildView(PermissionCheckedMixin, View):
    permission_policy = policy
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        asked = rebuilds.ask()
        if asked:
            log(asked, REBUILT, title=_("Zoekindex"))
            messages.success(
                request, _("De index wordt opnieuw opgebouwd. Zoeken blijft intussen werken.")
            )
        else:
            messages.warning(request, _("De index wordt al opnieuw opgebouwd."))
        return redirect("search_report:report")
