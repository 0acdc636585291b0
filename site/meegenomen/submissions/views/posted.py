"""What a browser posted to a page that is a key."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from meegenomen.submissions.guard import limits
from meegenomen.submissions.guard.origin import is_from_elsewhere


class Stopped(Exception):  # noqa: N818  an answer to the visitor, not a fault
    """With a sentence that says why, and the status of the answer."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


def posted(request: HttpRequest) -> QueryDict:
    """Raises Stopped for what is too much to read."""
    try:
        return request.POST
    except (
        RequestDataTooBig,
        TooManyFieldsSent,
        TooManyFilesSent,
        MultiPartParserError,
        ValueError,
        UnreadablePostError,
    ):
        raise Stopped(
            _(
                "Dit konden we niet lezen: het is te veel, of het is onderweg beschadigd. Er is "
                "niets veranderd. Ga terug met de knop van je browser: daar staat je tekst nog."
            ),
            413,
        ) from None


def refuse_from_elsewhere(request: HttpRequest) -> None:
    """Raises Stopped."""
    # These pages tell nobody where somebody comes from; older browsers then call it "null".
    says_nothing = "Sec-Fetch-Site" not in request.headers
    if says_nothing and request.headers.get("Origin") == "null":
        return
    if is_from_elsewhere(request):
        raise Stopped(
            _("Dit kwam van een andere site. Er is niets veranderd. Doe het hier opnieuw."), 403
        )


def refuse_too_often(request: HttpRequest) -> None:
    """Counts this one too. Raises Stopped."""
    changing = limits.changing()
    if changing.is_reached(request):
        raise Stopped(
            _(
                "Er is het afgelopen uur al veel gewijzigd, door jou of door iedereen samen. Er is "
                "nu niets veranderd. Laat dit venster open en probeer het over een uur nog eens."
            ),
            429,
        )
    changing.count(request)
