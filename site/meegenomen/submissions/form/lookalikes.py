"""Public pages that look like what somebody sends in, for the visitor and for the editor."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.records import KINDS
from search.similar import Similar, similar_to

# What somebody may have meant to tell again. The order is that of likeness, not of kind.
TYPES = ("voorbeeld", "les", "reisverslag")
CAN_BE_ADDED_TO = "voorbeeld"
MOST = 3
# Below this the words in common are those that every story about government has.
LEAST_PERCENT = 25
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Lookalike:
    page_id: int
    title: str
    url: str
    kind: str
    summary: str
    percent: int
    why: str
    """What the percentage rests on, in a sentence."""
    can_be_added_to: bool


def lookalikes(
    title: str, description: str, *, leaving_out: int | None = None
) -> tuple[Lookalike, ...]:
    """The most alike first. `leaving_out` is a page that is known to be the same."""
    found = similar_to(title, description, types=TYPES, limit=MOST + 1, least=LEAST_PERCENT)
    return tuple(_lookalike(one) for one in found if one.record.id != leaving_out)[:MOST]


def _lookalike(found: Similar) -> Lookalike:
    record = found.record
    return Lookalike(
        page_id=record.id,
        title=record.title,
        url=record.url,
        kind=str(KINDS[record.type].name),
        summary=record.summary,
        percent=found.percent,
        why=_why(found),
        can_be_added_to=record.type == CAN_BE_ADDED_TO,
    )


def _why(found: Similar) -> str:
    if not found.shared:
        return _("Alleen woorden uit de titel staan ook op die pagina.")
    words = ", ".join(found.shared[:MOST_WORDS])
    return _(
        "%(shared)s van de %(asked)s kernwoorden in titel en samenvatting van die pagina staan ook "
        "hier: %(words)s%(more)s."
    ) % {
        "shared": len(found.shared),
        "asked": found.asked,
        "words": words,
        "more": ", …" if len(found.shared) > MOST_WORDS else "",
    }
