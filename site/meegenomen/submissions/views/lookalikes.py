"""Answers the form while somebody fills it in. Of what was typed nothing is kept or logged."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from meegenomen.submissions.form.lookalikes import Lookalike, lookalikes
from meegenomen.submissions.guard import limits
from meegenomen.submissions.guard.origin import is_from_elsewhere
from meegenomen.submissions.views.posted import Stopped, posted

# Title and description at their longest, each letter written as %XX%XX%XX.
MAX_BODY = 16 * 1024


# Posted, so that what was typed is in no address and so in no log. There is no session to ride on.
@csrf_exempt
@never_cache
@require_POST
def looks_like(request: HttpRequest) -> HttpResponse:
    length = str(request.META.get("CONTENT_LENGTH") or 0)
    if not length.isdecimal() or int(length) > MAX_BODY:
        return JsonResponse({}, status=413)
    if is_from_elsewhere(request):
        return JsonResponse({}, status=403)
    limit = limits.comparing()
    if limit.is_reached(request):
        return JsonResponse({}, status=429)
    limit.count(request)
    try:
        typed = posted(request)
    except Stopped as stopped:
        return JsonResponse({}, status=stopped.status)
    found = lookalikes(typed.get("titel", ""), typed.get("gedaan", ""))
    return JsonResponse({"items": [_item(one) for one in found], "said": _said(len(found))})


def _item(one: Lookalike) -> dict[str, str | int | bool]:
    return {
        "id": one.page_id,
        "title": one.title,
        "url": one.url,
        "kind": one.kind,
        "summary": one.summary,
        "add": one.can_be_added_to,
    }


def _said(count: int) -> str:
    if not count:
        return _("Er staat nog niets op de site dat op jouw voorbeeld lijkt.")
    return ngettext(
        "%(n)s pagina op de site lijkt op jouw voorbeeld. Je vindt hem onder dit veld.",
        "%(n)s pagina’s op de site lijken op jouw voorbeeld. Je vindt ze onder dit veld.",
        count,
    ) % {"n": count}
