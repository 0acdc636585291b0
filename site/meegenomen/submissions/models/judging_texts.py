from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, StructBlock, TextBlock
from wagtail.contrib.settings.models import register_setting
from wagtail.fields import StreamField

from meegenomen.submissions.models.setting import Setting
from meegenomen.submissions.wording import standard_texts


class ReasonBlock(StructBlock):
    title = CharBlock(label=_("Korte naam, voor de redactie"), max_length=80)
    text = TextBlock(
        label=_("Wat de inzender leest"),
        help_text=_("Vriendelijk en concreet. De moderator kan er per keer iets aan veranderen."),
        max_length=1000,
    )

    class Meta:
        icon = "cross"
        label = _("Reden")


@register_setting(icon="list-ul")
class JudgingTexts(Setting):
    """What a submission is judged by, and why one is not placed."""

    criteria = StreamField(
        [("criterion", CharBlock(label=_("Eis"), icon="check", max_length=200))],
        default=standard_texts.criteria,
        blank=True,
        max_num=12,
        verbose_name=_("waar we op letten"),
        help_text=_("Staat naast het formulier. Eén eis per regel."),
    )
    reasons = StreamField(
        [("reason", ReasonBlock())],
        default=standard_texts.refusal_reasons,
        blank=True,
        max_num=30,
        verbose_name=_("redenen om iets niet te plaatsen"),
        help_text=_("Hieruit kiest een moderator bij het afwijzen."),
    )

    panels = [FieldPanel("criteria"), FieldPanel("reasons")]

    class Meta:
        default_permissions = ("change",)
        verbose_name = _("eisen en redenen bij inzendingen")
