"""What search adds to the admin of Wagtail."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from search.admin import questions, urls
from search.admin.synonyms import SynonymViewSet
from search.admin.views import REBUILT, RETRIED, policy


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_permission(request.user, "view"))


class QuestionsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(questions.policy.user_has_permission(request.user, "view"))


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern | URLResolver]:
    return [path("zoekindex/", include(urls))]


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return ReportMenuItem(
        gettext_lazy("Zoeken"),
        reverse("search_report:report"),
        name="zoeken",
        icon_name="search",
        order=650,
    )


@hooks.register("register_admin_viewset")
def register_synonyms() -> SynonymViewSet:
    return SynonymViewSet()


@hooks.register("register_reports_menu_item")
def register_questions() -> MenuItem:
    return QuestionsMenuItem(
        gettext_lazy("Zoekvragen"),
        reverse("search_report:questions"),
        name="zoekvragen",
        icon_name="search",
        order=640,
    )


@hooks.register("construct_reports_menu")
def leave_out_search_terms(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own list of what visitors typed stays empty: nothing here stores it that way."""
    items[:] = [item for item in items if item.name != "search-terms"]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(
        REBUILT,
        gettext_lazy("Zoekindex opnieuw opbouwen"),
        gettext_lazy("Gevraagd om de zoekindex opnieuw op te bouwen"),
    )

    @actions.register_action(RETRIED)
    class Retried(LogFormatter):
        label = gettext_lazy("Zoekindex opnieuw proberen")

        def format_message(self, log_entry: Any) -> str:
            count = len(log_entry.data["pages"])
            return ngettext(
                "%(count)d pagina opnieuw geprobeerd voor het zoeken",
                "%(count)d pagina’s opnieuw geprobeerd voor het zoeken",
                count,
            ) % {"count": count}
