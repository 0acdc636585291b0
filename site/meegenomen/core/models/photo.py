from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Photo(AbstractImage):
    """A picture with the name of its maker; its description is the alternative text by default."""

    credit = models.CharField(
        _("maker"),
        max_length=200,
        blank=True,
        help_text=_("Wie maakte de foto of tekening? Dit staat onder het beeld."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta:
        verbose_name = _("afbeelding")
        verbose_name_plural = _("afbeeldingen")


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            )
        ]
