"""The two secrets of a submission: the key of its draft, and the link to follow it.

The key travels in the visitor's form and makes sending twice the same as sending once. The secret
of the status link is made from it with SECRET_KEY, so that a stolen database opens no link; it is
looked up by its hash, so that links keep working when SECRET_KEY changes. Who sent without proof of
work gets a third by mail: knowing it is having the mail.
"""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac

SECRET_PATTERN = "[A-Za-z0-9_-]{43}"  # noqa: S105  the form of a secret, not one


def new_key() -> str:
    """192 random bits."""
    return secrets.token_urlsafe(24)


def secret_of(key: str) -> str:
    """256 bits in 43 characters that are safe in an address."""
    digest = salted_hmac("meegenomen.submissions.secret", key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def confirmation_of(key: str) -> str:
    """128 bits in 22 characters, for the mail that asks to confirm an address."""
    digest = salted_hmac("meegenomen.submissions.confirmation", key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
