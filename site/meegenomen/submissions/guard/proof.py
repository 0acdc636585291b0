"""Proof of work: a visitor's browser spends a second of computing on what it sends.

To a person that costs nothing; to who sends thousands it does. Made and checked with ALTCHA's
library; see docs/decisions/0066.
"""

import base64
import binascii
import datetime
import json
import time
from dataclasses import dataclass
from typing import Any

import altcha
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from meegenomen.submissions.models import UsedProof

FIELD = "bewijs"
ALGORITHM = "PBKDF2/SHA-256"
# One key in 256 begins with this, so that is how many a browser makes before it finds one.
PREFIX = "00"
SECONDS_VALID = 2 * 60 * 60
# A payload of ours is a third of this.
MAX_LENGTH = 2000


class AlreadyUsed(Exception):  # noqa: N818  an answer to the visitor, not a fault
    """Something was sent with this proof before."""


@dataclass(frozen=True, slots=True)
class Proof:
    fingerprint: str
    expires_at: datetime.datetime

    def spend(self) -> None:
        """Call within the transaction of what is sent with it. Raises AlreadyUsed, also when
        another request spends it at this moment: the unique row lets one of them through."""
        try:
            with transaction.atomic():
                UsedProof.objects.create(fingerprint=self.fingerprint, expires_at=self.expires_at)
        except IntegrityError as error:
            raise AlreadyUsed from error

    @property
    def is_used(self) -> bool:
        return UsedProof.objects.filter(fingerprint=self.fingerprint).exists()


def new_challenge() -> dict[str, Any]:
    """Costs us next to nothing to make, and is kept nowhere: the signature says it is ours."""
    challenge = altcha.create_challenge(
        ALGORITHM,
        settings.SUBMISSIONS_PROOF_COST,
        key_prefix=PREFIX,
        expires_at=int(time.time()) + SECONDS_VALID,
        hmac_secret=_secret(),
    )
    return challenge.to_dict()


def read(payload: str) -> Proof | None:
    """None when it proves nothing: missing, damaged, made up or too old."""
    if not payload or len(payload) > MAX_LENGTH:
        return None
    try:
        solved = altcha.Payload.from_dict(json.loads(base64.b64decode(payload, validate=True)))
        if not altcha.verify_solution(solved, _secret()).verified:
            return None
    except (binascii.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    challenge = solved.challenge
    expires = challenge.parameters.expires_at or 0
    return Proof(
        # We signed it, and no other challenge has the same nonce; so this names the challenge.
        fingerprint=str(challenge.signature),
        expires_at=datetime.datetime.fromtimestamp(expires, datetime.UTC),
    )


def _secret() -> bytes:
    return salted_hmac("meegenomen.submissions.guard.proof", "", algorithm="sha256").digest()
