"""Which requests are a visitor's new question, and which questions may be told apart."""

import re
import unicodedata
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest
from django.urls import reverse

from search.asking.asked import key_of
from search.asking.params import clean
from search.query import SearchQuery
from search.questions.models import LONGEST

MOST_WORDS = 8
# Programs say what they are; browsers all call themselves Mozilla.
PROGRAM = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|archiv|preview|monitor|headless|lighthouse|fetch|scan|http|python|java/"
    r"|curl|wget|libwww|go-|okhttp",
    re.IGNORECASE,
)


def is_new_question(request: HttpRequest, query: SearchQuery) -> bool:
    """Not from a program, and not a next page, other filter or reload of the same question."""
    agent = request.headers.get("User-Agent", "")
    if (
        request.method != "GET"
        or not query.words
        or query.page > 1
        or not agent.startswith("Mozilla/")
        # Browsers name no address; programs that call themselves Mozilla do.
        or PROGRAM.search(agent)
        or "prefetch" in request.headers.get("Sec-Purpose", "")
    ):
        return False
    came_from = request.headers.get("Referer", "")
    if not came_from:
        # Without it a chosen filter cannot be told from a new question.
        return not query.narrowed_by
    return _words_at(came_from) != key_of(query.words)


def may_be_told_apart(words: str) -> bool:
    """No digit, which may be of a person, a case or an address; no mail address; no story."""
    plain = unicodedata.normalize("NFKC", clean(words))
    return (
        0 < len(plain) <= LONGEST
        and len(plain.split()) <= MOST_WORDS
        and "@" not in plain
        and not any(letter.isnumeric() for letter in plain)
        and any(letter.isalpha() for letter in plain)
    )


def _words_at(address: str) -> str | None:
    """The question asked at this address, when that is one of the search page."""
    try:
        parts = urlsplit(address)
        asked = parse_qs(parts.query, max_num_fields=200).get("q", [])
    except ValueError:
        return None
    return key_of(asked[-1]) if parts.path == reverse("search") and asked else None
