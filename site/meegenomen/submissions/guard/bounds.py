"""How much may come in: what an administrator chose, or else the settings of the server."""

from dataclasses import dataclass

from django.conf import settings

from meegenomen.submissions.models import LimitSettings


@dataclass(frozen=True, slots=True)
class Bounds:
    per_hour_per_address: int
    per_hour: int
    files: int
    megabytes: int
    """Of one file."""

    @property
    def bytes(self) -> int:
        """Of one file."""
        return self.megabytes * 1024 * 1024


def bounds() -> Bounds:
    chosen = LimitSettings.current()
    return Bounds(
        per_hour_per_address=chosen.per_hour_per_address
        or settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS,
        per_hour=chosen.per_hour or settings.SUBMISSIONS_PER_HOUR,
        files=chosen.files,
        megabytes=chosen.megabytes,
    )
