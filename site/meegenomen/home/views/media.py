from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture as it stands on a page. Originals and documents are not below this folder."""
    response = serve(request, path, document_root=str(Path(settings.MEDIA_ROOT, "images")))
    # Another picture or another crop has another name.
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
