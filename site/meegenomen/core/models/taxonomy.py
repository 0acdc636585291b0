"""The managed vocabularies: themes, countries and organisations."""

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Term(index.Indexed, models.Model):
    """A word with an address. The slug is made once: a public address never changes."""

    name = models.CharField(_("naam"), max_length=80, unique=True)
    slug = models.SlugField(_("adres"), max_length=80, unique=True, editable=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        wanted = slugify(self.name)[:70] or "term"
        taken = set(
            type(self)
            ._default_manager.filter(slug__startswith=wanted)
            .values_list("slug", flat=True)
        )
        slug, number = wanted, 2
        while slug in taken:
            slug, number = f"{wanted}-{number}", number + 1
        return slug


class Theme(Term):
    description = models.CharField(
        _("omschrijving"),
        max_length=255,
        blank=True,
        help_text=_("In één zin: waar gaat dit thema over? Dit staat bovenaan de themapagina."),
    )

    panels = [FieldPanel("name"), FieldPanel("description")]

    class Meta(Term.Meta):
        verbose_name = _("thema")
        verbose_name_plural = _("thema’s")

    def get_absolute_url(self) -> str:
        return f"/themas/{self.slug}/"


class Country(Term):
    description = models.CharField(
        _("omschrijving"),
        max_length=255,
        blank=True,
        help_text=_("In één zin: wat is hier te leren? Dit staat bovenaan de landenpagina."),
    )
    code = models.CharField(
        _("landcode"), max_length=2, blank=True, help_text=_("Twee letters, zoals DK of NL.")
    )

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("code")]

    class Meta(Term.Meta):
        verbose_name = _("land")
        verbose_name_plural = _("landen")

    def get_absolute_url(self) -> str:
        return f"/landen/{self.slug}/"


class OrganisationType(models.TextChoices):
    MUNICIPALITY = "gemeente", _("Gemeente")
    PROVINCE = "provincie", _("Provincie")
    WATER_AUTHORITY = "waterschap", _("Waterschap")
    MINISTRY = "ministerie", _("Ministerie")
    AGENCY = "uitvoeringsorganisatie", _("Uitvoeringsorganisatie")
    PARTNERSHIP = "samenwerkingsverband", _("Samenwerkingsverband")
    OTHER = "anders", _("Anders")


class OrganisationSize(models.TextChoices):
    """How large an organisation is that is not named; coarse, so that it gives no name away."""

    SMALL = "klein", _("Klein")
    MEDIUM = "middelgroot", _("Middelgroot")
    LARGE = "groot", _("Groot")

    def among(self, kind: str) -> str:
        """What that is for this kind of organisation: inhabitants, or people who work there."""
        if kind == OrganisationType.MUNICIPALITY:
            return {
                OrganisationSize.SMALL: gettext("tot 50.000 inwoners"),
                OrganisationSize.MEDIUM: gettext("50.000 tot 100.000 inwoners"),
                OrganisationSize.LARGE: gettext("meer dan 100.000 inwoners"),
            }[self]
        return {
            OrganisationSize.SMALL: gettext("tot 250 medewerkers"),
            OrganisationSize.MEDIUM: gettext("250 tot 1.000 medewerkers"),
            OrganisationSize.LARGE: gettext("meer dan 1.000 medewerkers"),
        }[self]


def words_for(kind: str, size: str) -> str:
    """An organisation without its name, such as "Gemeente (tot 50.000 inwoners)"."""
    if not kind:
        return ""
    label = str(OrganisationType(kind).label)
    return f"{label} ({OrganisationSize(size).among(kind)})" if size else label


class Organisation(index.Indexed, models.Model):
    name = models.CharField(_("naam"), max_length=160, unique=True)
    type = models.CharField(_("soort organisatie"), max_length=24, choices=OrganisationType)
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("land"),
        related_name="organisations",
    )
    url = models.URLField(_("website"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("type"), FieldPanel("country"), FieldPanel("url")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("type"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")

    def __str__(self) -> str:
        return self.name
