"""Suggestions while typing, for the script on the search fields."""

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from search.asking.params import clean
from search.page.chips import address_of
from search.query import SearchQuery
from search.results import Suggestion
from search.service import suggest

# With one letter nearly everything fits; nobody types more than this to be helped.
FEWEST_LETTERS, MOST_LETTERS = 2, 100
MOST_READ = 1000  # characters that are looked at, whatever was sent
MOST_SHOWN = 8
# Seconds. Short, because a page that is taken down must not be suggested for long.
KEPT_FOR = 30


@csrf_exempt  # nothing is posted here: a POST is told so with 405
@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    text = clean(request.GET.get("q", "")[:MOST_READ])[:MOST_LETTERS]
    found = suggest(text, limit=MOST_SHOWN) if len(text) >= FEWEST_LETTERS else ()
    response = JsonResponse(
        {
            "label": _("Suggesties"),
            "announcement": _announced(len(found)),
            "suggestions": [_shown(suggestion) for suggestion in found],
        }
    )
    patch_cache_control(response, private=True, max_age=KEPT_FOR)
    return response


def _announced(count: int) -> str:
    if not count:
        return _("Geen suggesties")
    return ngettext(
        "%(count)d suggestie, kies met de pijltjestoetsen",
        "%(count)d suggesties, kies met de pijltjestoetsen",
        count,
    ) % {"count": count}


def _shown(suggestion: Suggestion) -> dict[str, str]:
    if suggestion.url:
        return {"text": suggestion.text, "url": suggestion.url, "hint": _("Ga naar de pagina")}
    url = address_of(SearchQuery(words=suggestion.text))
    return {"text": suggestion.text, "url": url, "hint": _("Zoek hierop")}
