"""How often an address, and all together, may use the form."""

import datetime
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from meegenomen.submissions.models import Attempt

PERIOD = datetime.timedelta(hours=1)
KEPT = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in an hour."""

    action: str
    per_address: int
    in_all: int

    def is_reached(self, request: HttpRequest) -> bool:
        recent = Attempt.objects.filter(action=self.action, at__gt=timezone.now() - PERIOD)
        mine = recent.filter(address_hash=_address_hash(request)).count()
        return mine >= self.per_address or recent.count() >= self.in_all

    def count(self, request: HttpRequest) -> None:
        now = timezone.now()
        Attempt.objects.filter(at__lt=now - KEPT).delete()
        Attempt.objects.create(action=self.action, address_hash=_address_hash(request), at=now)


def sending() -> Limit:
    return Limit(
        "verstuur", settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS, settings.SUBMISSIONS_PER_HOUR
    )


def uploading() -> Limit:
    """Files wait on disk before they are sent, so they need a bound of their own."""
    return Limit(
        "upload", 6 * settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS, settings.SUBMISSIONS_PER_HOUR
    )


def comparing() -> Limit:
    """Looking for what is like it, at each pause while somebody types."""
    return Limit(
        "vergelijk",
        24 * settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS,
        12 * settings.SUBMISSIONS_PER_HOUR,
    )


def _address_hash(request: HttpRequest) -> str:
    """Of an IPv4 address or an IPv6 network of one household, with a key that changes every day."""
    address = _address(request)
    if address.version == 6:
        address = ipaddress.ip_network((address, 64), strict=False).network_address
    day = timezone.now().date().isoformat()
    return salted_hmac(
        f"meegenomen.submissions.{day}", str(address), algorithm="sha256"
    ).hexdigest()


def _address(request: HttpRequest) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
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
