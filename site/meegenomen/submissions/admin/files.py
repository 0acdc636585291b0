from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from meegenomen.submissions.models import SubmissionFile


class FileView(PermissionCheckedMixin, View):
    """A file as it was sent in: to keep, never to show within this site."""

    permission_policy: Any = None
    permission_required = "change"
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        file = get_object_or_404(SubmissionFile, pk=pk)
        if not file.may_be_opened:
            raise PermissionDenied
        response = FileResponse(
            file.stored.open(),
            as_attachment=True,
            filename=file.name,
            content_type="application/octet-stream",
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["Cache-Control"] = "private, no-store"
        return response
