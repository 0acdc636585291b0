"""How often an address, and all together, may use the form."""

import datetime
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from meegenomen.submissions.guard.bounds import bounds
from meegenomen.submissions.models import Attempt

PERIOD = datetime.timedelta(hours=1)
KEPT = datetime.timedelta(days=1)
# So many times what one address may do, the whole network around it may do.
NEIGHBOURS = 4
# So that nobody fills the mailbox of somebody else with our mail.
MAILS_A_DAY = 3

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in an hour."""

    action: str
    per_address: int
    in_all: int

    def is_reached(self, request: HttpRequest) -> bool:
        recent = Attempt.objects.filter(action=self.action, at__gt=timezone.now() - PERIOD)
        caller = Caller.of(request)
        return (
            recent.filter(address_hash=caller.address_hash).count() >= self.per_address
            or recent.filter(network_hash=caller.network_hash).count()
            >= self.per_address * NEIGHBOURS
            or recent.count() >= self.in_all
        )

    def count(self, request: HttpRequest) -> None:
        now, caller = timezone.now(), Caller.of(request)
        Attempt.objects.filter(action=self.action, at__lt=now - KEPT).delete()
        Attempt.objects.create(
            action=self.action,
            address_hash=caller.address_hash,
            network_hash=caller.network_hash,
            at=now,
        )


def sending() -> Limit:
    return _limit("verstuur")


def uploading() -> Limit:
    """Files wait on disk before they are sent, so they need a bound of their own."""
    return _limit("upload", per_address=6)


def proving() -> Limit:
    """Each page of the form may ask for a challenge, and each mistake shows one again."""
    return _limit("rekensom", per_address=12, in_all=12)


def comparing() -> Limit:
    """Looking for what is like it, at each pause while somebody types."""
    return _limit("vergelijk", per_address=24, in_all=12)


def changing() -> Limit:
    """Answers and corrections: each leaves a line in the log of the admin."""
    return _limit("wijzig", per_address=6, in_all=6)


def guessing() -> Limit:
    """Addresses of status pages that do not exist. Nobody guesses 256 bits."""
    return _limit("misgokt", per_address=12, in_all=12)


def _limit(action: str, *, per_address: int = 1, in_all: int = 1) -> Limit:
    """So many times what is allowed of submissions."""
    allowed = bounds()
    return Limit(action, per_address * allowed.per_hour_per_address, in_all * allowed.per_hour)


def too_often() -> HttpResponse:
    """For what is no page of a form, where there is nothing to lose."""
    response = HttpResponse(status=429, content_type="text/plain; charset=utf-8")
    response.write(_("Te vaak geprobeerd. Probeer het over een uur nog eens."))
    response["Retry-After"] = str(int(PERIOD.total_seconds()))
    return response


def is_mailed_enough(email: str) -> bool:
    """Whether this address was asked for confirmation often enough for a day."""
    asked = Attempt.objects.filter(action="bevestig", address_hash=hash_of_day(email.lower()))
    return asked.filter(at__gt=timezone.now() - KEPT).count() >= MAILS_A_DAY


def count_mail(email: str) -> None:
    Attempt.objects.create(
        action="bevestig", address_hash=hash_of_day(email.lower()), at=timezone.now()
    )


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as far as we keep it: hashes with a key that changes every day."""

    address_hash: str
    """Of an IPv4 address, or of the IPv6 network of one household (/64)."""
    network_hash: str
    """Of what one provider hands out together: /24, and /48 for IPv6."""

    @classmethod
    def of(cls, request: HttpRequest) -> "Caller":
        address = _address(request)
        near, wide = (32, 24) if address.version == 4 else (64, 48)
        return cls(hash_of_day(_prefix(address, near)), hash_of_day(_prefix(address, wide)))


def hash_of_day(text: str) -> str:
    day = timezone.now().date().isoformat()
    return salted_hmac(f"meegenomen.submissions.{day}", text, algorithm="sha256").hexdigest()


def _prefix(address: Address, length: int) -> str:
    return str(ipaddress.ip_network((address, length), strict=False))


def _address(request: HttpRequest) -> Address:
    written = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        # Each proxy appends whom it heard; what stands before that was written by the visitor.
        heard = request.headers.get("X-Forwarded-For", "").split(",")
        if len(heard) >= settings.TRUSTED_PROXIES:
            written = heard[-settings.TRUSTED_PROXIES].strip()
    try:
        address = ipaddress.ip_address(written)
    except ValueError:  # a Unix socket has no address: all its visitors share one limit
        return ipaddress.IPv4Address(0)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address
