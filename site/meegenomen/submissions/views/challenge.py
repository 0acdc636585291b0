"""What the browser of a visitor works on while the form is filled in."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meegenomen.submissions.guard import limits, proof
from meegenomen.submissions.guard.origin import is_from_elsewhere


@never_cache
@require_safe
def challenge(request: HttpRequest) -> HttpResponse:
    """Without one the form still works, by a confirmed mail address."""
    if is_from_elsewhere(request):
        return HttpResponse(status=403)
    limit = limits.proving()
    if limit.is_reached(request):
        return limits.too_often()
    limit.count(request)
    return JsonResponse(proof.new_challenge(), headers={"X-Robots-Tag": "noindex"})
