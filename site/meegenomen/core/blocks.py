"""The building blocks of a running text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Kop"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Kop")
        template = "blocks/heading.html"
        form_classname = "struct-block title"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Alinea")
        template = "blocks/paragraph.html"


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Beeld"))
    alt = blocks.CharBlock(
        label=_("Wat is er te zien?"),
        max_length=250,
        help_text=_("Voor lezers die het beeld niet zien. Verplicht."),
    )
    caption = blocks.CharBlock(label=_("Bijschrift"), max_length=250, required=False)
    credit = blocks.CharBlock(
        label=_("Maker"),
        max_length=200,
        required=False,
        help_text=_("Leeg: de maker die bij het beeld staat."),
    )

    class Meta:
        icon = "image"
        label = _("Beeld")
        template = "blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Citaat"), max_length=600)
    speaker = blocks.CharBlock(label=_("Wie zei dit?"), max_length=120)
    role = blocks.CharBlock(label=_("Functie of rol"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        label = _("Citaat")
        template = "blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    """A number. Numbers age, so none goes out without its date and its source."""

    value = blocks.CharBlock(label=_("Getal"), max_length=24, help_text=_("Zoals 94% of 1.250."))
    unit = blocks.CharBlock(label=_("Eenheid"), max_length=60, required=False)
    label = blocks.CharBlock(label=_("Wat telt dit?"), max_length=200)
    date = blocks.CharBlock(
        label=_("Peildatum"),
        max_length=60,
        help_text=_("Van welke dag, maand of welk jaar is dit getal?"),
    )
    source_title = blocks.CharBlock(label=_("Bron"), max_length=200)
    source_url = blocks.URLBlock(label=_("Link naar de bron"), required=False)

    class Meta:
        icon = "decimal"
        label = _("Getal")
        template = "blocks/figure.html"


class StepsBlock(blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(blocks.TextBlock(label=_("Stap"), max_length=400), **kwargs)

    class Meta:
        icon = "list-ol"
        label = _("Stappen")
        template = "blocks/steps.html"


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Kop"), max_length=120)
    text = blocks.RichTextBlock(label=_("Tekst"), features=INLINE_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Uitgelicht")
        template = "blocks/callout.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(label=_("Wat staat erin?"), max_length=250, required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class TableBlock(TypedTableBlock):
    text = blocks.CharBlock(label=_("Tekst"), required=False)
    rich_text = blocks.RichTextBlock(
        label=_("Opgemaakte tekst"), features=INLINE_FEATURES, required=False
    )

    class Meta:
        icon = "table"
        label = _("Tabel")
        template = "blocks/table.html"


class LinkCardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titel"), max_length=120, required=False)
    text = blocks.TextBlock(label=_("Tekst"), max_length=300, required=False)
    page = blocks.PageChooserBlock(label=_("Pagina op deze site"), required=False)
    url = blocks.URLBlock(label=_("Of een adres elders"), required=False)

    class Meta:
        icon = "link"
        label = _("Linkkaart")
        template = "blocks/link_card.html"

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(_("Kies een pagina of vul een adres in, één van de twee."))}
            )
        if value["url"] and not value["title"]:
            raise blocks.StructBlockValidationError(
                {"title": ValidationError(_("Geef een adres elders een titel."))}
            )
        return value


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = ImageBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    document = DocumentBlock()
    table = TableBlock()
    link_card = LinkCardBlock()
