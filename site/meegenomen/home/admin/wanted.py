"""What readers look for and the site lacks: editors word it, and switch it on one by one."""

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from lessons.models import WantedExample

LONGEST = WantedExample._meta.get_field("words").max_length


class WantedCreateView(CreateView):
    def get_initial_form_instance(self) -> WantedExample:
        """With the words of a question from the report; nothing is public before it is saved so."""
        return WantedExample(words=self.request.GET.get("woorden", "")[:LONGEST])


class WantedViewSet(SnippetViewSet):
    model = WantedExample
    icon = "help"
    menu_label = _("Gezocht")
    add_view_class = WantedCreateView
    copy_view_enabled = False
    list_display = ["words", "theme", BooleanColumn("is_shown", label=_("Op de site"))]
    list_filter = ["is_shown"]
    list_per_page = 50


def question_buttons(user: AbstractBaseUser, words: str) -> list[Button]:
    """Below what visitors ask, for who may ask readers for an example of it."""
    viewset = WantedExample.snippet_viewset  # type: ignore[attr-defined]  # Wagtail sets it
    if not viewset.permission_policy.user_has_permission(user, "add"):
        return []
    url = f"{reverse(viewset.get_url_name('add'))}?{urlencode({'woorden': words})}"
    return [Button(_now("Vraag om een voorbeeld"), url=url, classname="button button-small")]
