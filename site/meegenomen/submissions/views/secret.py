"""Pages whose address is a key."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from meegenomen.submissions.guard import limits
from meegenomen.submissions.models import Submission

View = Callable[..., HttpResponse]


def kept_secret(view: View) -> View:
    """No search engine, no other site and no shared cache may learn the address, and who tries
    addresses is held up. A true one always opens: a neighbour's guesses lock nobody out."""

    @wraps(view)
    def keeping(request: HttpRequest, secret: str, **rest: str) -> HttpResponse:
        try:
            response = never_cache(view)(request, secret, **rest)
        except Http404:
            guessing = limits.guessing()
            if guessing.is_reached(request):
                return limits.too_often()
            guessing.count(request)
            raise
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return keeping


def find(secret: str) -> Submission:
    # By its hash: how long the look-up takes says nothing about a secret that is nearly right.
    submission = Submission.objects.with_secret(secret).select_related("page").first()
    if submission is None:
        raise Http404
    return submission
