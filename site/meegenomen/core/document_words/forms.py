from typing import Any

from django.utils.html import format_html
from wagtail.documents.forms import BaseDocumentForm

from meegenomen.core.models import DocumentText


class DocumentForm(BaseDocumentForm):
    """Tells an editor whether search can read the document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = DocumentText.objects.filter(pk=self.instance.file_hash).defer("text").first()
        if kept and "file" in self.fields:
            self.fields["file"].help_text = format_html(
                "{} {}", self.fields["file"].help_text, kept.get_outcome_display()
            )
