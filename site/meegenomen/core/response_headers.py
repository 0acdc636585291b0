"""What every answer says to a browser: what it may load and do, and in which packing it comes."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse_lazy

ADMIN = reverse_lazy("wagtailadmin_home")
# The admin of Wagtail writes scripts and styles into its pages, and shows files before they are
# uploaded.
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
}
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
PACKABLE = ("text/", "application/atom+xml", "application/json", "application/xml")


class SecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy of the settings, except in the admin; and no device for any page."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(str(ADMIN)) and not report_only:
            parts.replace = ADMIN_POLICY | (parts.replace or {})
        return parts


class CompressionMiddleware(GZipMiddleware):
    """Packs text; pictures and documents are packed already and go out in pieces."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(PACKABLE):
            return response
        return super().process_response(request, response)
