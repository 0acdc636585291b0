from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from taggit.models import Tag
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.widgets import AdminSnippetChooser

from meegenomen.core.models import TaggedPage
from meegenomen.home.tag_merging import merge_tags


class MergeTagForm(forms.Form):
    into = forms.ModelChoiceField(
        queryset=Tag.objects.none(),
        label=gettext_lazy("Samenvoegen met"),
        help_text=gettext_lazy("Deze tag blijft. Alle pagina’s krijgen hem."),
    )

    def __init__(self, *args: Any, tag: Tag, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into = self.fields["into"]
        into.queryset = Tag.objects.exclude(pk=tag.pk)  # type: ignore[attr-defined]  # a ModelChoiceField
        into.widget = AdminSnippetChooser(model=Tag, icon="tag")
        into.error_messages["invalid_choice"] = _("Kies een andere tag dan deze.")


class MergeTagView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView[MergeTagForm]):
    """Merging removes a tag, so it takes the right to do that."""

    permission_policy = ModelPermissionPolicy(Tag)
    permission_required = "delete"
    form_class = MergeTagForm
    template_name = "admin/tags/merge.html"
    page_title = gettext_lazy("Tags samenvoegen")
    header_icon = "tag"
    index_url_name = ""
    merge_url_name = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.tag = get_object_or_404(Tag, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.tag.name)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Tags")},
            {"url": "", "label": _("Samenvoegen"), "sublabel": self.tag.name},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"tag": self.tag}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "tag": self.tag,
            "page_count": TaggedPage.objects.filter(tag=self.tag).count(),
            "action_url": reverse(self.merge_url_name, args=[self.tag.pk]),
            "submit_button_label": _("Samenvoegen"),
            "submit_button_active_label": _("Bezig met samenvoegen"),
            "media": context["form"].media,
        }

    def form_valid(self, form: MergeTagForm) -> HttpResponse:
        into, name = form.cleaned_data["into"], self.tag.name
        count = merge_tags(self.tag, into, user=cast("User", self.request.user))
        messages.success(
            self.request,
            ngettext(
                "‘%(tag)s’ is samengevoegd met ‘%(into)s’: %(count)d pagina.",
                "‘%(tag)s’ is samengevoegd met ‘%(into)s’: %(count)d pagina’s.",
                count,
            )
            % {"tag": name, "into": into.name, "count": count},
        )
        return redirect(self.index_url_name)
