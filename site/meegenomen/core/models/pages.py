"""What every page of the site has."""

from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase, Tag
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page, PageViewRestriction

from meegenomen.core.models.visibility import VisiblePageManager, restrictions
from meegenomen.core.text import count_words, minutes_to_read, text_of_page


class TaggedPage(ItemBase):
    """One table for the tags of all pages, so that "every page with this tag" is one query.

    Filter pages by `tagged_items__tag`: taggit's own lookup `tags__slug` does not know that the key
    of a page type is that of Page.
    """

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_pages")
    content_object = ParentalKey(Page, on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_tag_once_a_page")
        ]


class PageSource(Orderable):
    """Where a page has its facts from."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("titel"), max_length=255)
    publisher = models.CharField(_("uitgever of maker"), max_length=160, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    date = models.DateField(
        _("datum"), null=True, blank=True, help_text=_("Laat leeg als de bron geen datum noemt.")
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("date")]),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("bron")
        verbose_name_plural = _("bronnen")

    def __str__(self) -> str:
        return self.title


class BasePage(Page):
    """A page with a summary, a place in the taxonomy, its sources and a day to look again."""

    summary = models.TextField(
        _("samenvatting"),
        max_length=300,
        blank=True,
        help_text=_("Eén of twee zinnen. Dit staat op kaartjes, in zoekresultaten en bovenaan."),
    )
    listing_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beeld op het kaartje"),
        help_text=_("Zonder beeld tekenen we er een."),
    )
    themes = ParentalManyToManyField(
        "core.Theme", blank=True, verbose_name=_("thema’s"), help_text=_("Kies er hoogstens drie.")
    )
    countries = ParentalManyToManyField("core.Country", blank=True, verbose_name=_("landen"))
    tags = ClusterTaggableManager(
        through=TaggedPage,
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Vrije trefwoorden, met komma’s ertussen. Kies liefst wat er al is."),
    )
    review_date = models.DateField(
        _("nakijken voor"),
        null=True,
        blank=True,
        help_text=_("Op deze dag vraagt het dashboard om de pagina na te kijken."),
    )
    review_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wie kijkt het na"),
    )
    word_count = models.PositiveIntegerField(default=0, editable=False)

    taxonomy_panel = MultiFieldPanel(
        [
            FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
            FieldPanel("countries", widget=forms.CheckboxSelectMultiple),
            FieldPanel("tags"),
        ],
        heading=_("Onderwerpen"),
    )
    review_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("review_date"), FieldPanel("review_owner")])],
        heading=_("Nakijken"),
    )
    intro_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
    ]
    closing_panels = [
        taxonomy_panel,
        InlinePanel("sources", heading=_("Bronnen"), label=_("Bron")),
        FieldPanel("listing_image"),
        review_panel,
    ]
    content_panels = [*intro_panels, *closing_panels]

    objects = VisiblePageManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.word_count = count_words(text_of_page(self))
        super().save(*args, **kwargs)

    @property
    def reading_minutes(self) -> int:
        return minutes_to_read(self.word_count)

    @property
    def path_on_site(self) -> str:
        """The path a visitor sees, without asking the database which site this is: there is one."""
        return "/" + self.url_path.split("/", 2)[2]

    @classmethod
    def reading_queryset(cls) -> "QuerySet[Any]":
        """With what a page of this type shows whenever it is read."""
        pages: QuerySet[Any] = cls._default_manager.select_related("listing_image")
        return pages

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """As Wagtail's, which asks twice for each page also when nothing is restricted."""
        if not restrictions():
            return PageViewRestriction.objects.none()
        restricting: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return restricting

    def get_meta_description(self) -> str:
        return self.search_description or self.summary
