"""What in a text may be about a person: enough for a warning, never for a refusal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PersonalData(TextChoices):
    EMAIL = "email", _("e-mailadres")
    PHONE = "telefoon", _("telefoonnummer")
    HANDLE = "naam", _("naam met een @")
    BSN = "bsn", _("nummer dat een burgerservicenummer kan zijn")


@dataclass(frozen=True, slots=True)
class Finding:
    kind: PersonalData
    text: str
    """As it was written."""


# Every repetition is bounded or of one kind of character, so that no text takes long.
EMAIL = re.compile(r"[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
HANDLE = re.compile(r"(?<![\w.@/])@[^\W_][\w.]{1,40}\b")
# Ten digits after a 0, or more with the number of a country; between them at most two signs.
PHONE = re.compile(
    r"(?<![\w+.,-])(?:(?:\+|00)[1-9](?:[\s().-]{0,2}\d){8,13}|0[1-9](?:[\s().-]{0,2}\d){8})(?![\w-])"
)
BSN = re.compile(
    r"(?<![\w.,-])"
    r"(?:\d{8,9}|\d{3}([. ])\d{3}\1\d{3}|\d{4}([. ])\d{2}\2\d{3})"
    r"(?![\w-])"
)


def find(texts: Iterable[str]) -> tuple[Finding, ...]:
    """Each once, in the order of the kinds; what is an address is no name and no number too."""
    found: dict[Finding, None] = {}
    for text in texts:
        for kind, pattern in (
            (PersonalData.EMAIL, EMAIL),
            (PersonalData.PHONE, PHONE),
            (PersonalData.HANDLE, HANDLE),
            (PersonalData.BSN, BSN),
        ):
            hits = [hit[0] for hit in pattern.finditer(text)]
            if kind == PersonalData.BSN:
                hits = [hit for hit in hits if passes_eleven_test(hit)]
            found |= {Finding(kind, hit): None for hit in hits}
            text = pattern.sub(" ", text) if kind != PersonalData.BSN else text
    order = list(PersonalData)
    return tuple(sorted(found, key=lambda finding: order.index(finding.kind)))


def passes_eleven_test(number: str) -> bool:
    """The check on a citizen service number: weights 9 to 2, and -1 for the last digit."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    digits = [0] * (9 - len(digits)) + digits
    if len(digits) != 9 or not any(digits):
        return False
    total = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits[:8], strict=True))
    return (total - digits[8]) % 11 == 0
