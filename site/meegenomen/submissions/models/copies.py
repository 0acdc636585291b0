from django.db import models
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string

from meegenomen.submissions.models.submission import Submission


class LibraryCopy(models.Model):
    """A photo or document of a submission, as it was copied to the libraries of the admin."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="copies")
    image = models.ForeignKey(
        get_image_model_string(), on_delete=models.CASCADE, null=True, related_name="+"
    )
    document = models.ForeignKey(
        get_document_model_string(), on_delete=models.CASCADE, null=True, related_name="+"
    )

    # That it was copied is no use of it.
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.image or self.document}"
