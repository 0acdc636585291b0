"""What a visitor carries from step to step instead of a cookie: signed, so it cannot be altered."""

import time
from dataclasses import asdict, dataclass, replace

from django.core import signing

from meegenomen.submissions.keys import new_key
from meegenomen.submissions.uploads.waiting_room import WaitingFile

SALT = "meegenomen.submissions.form.ticket"
# Nobody fills in this form in less; a program does.
MIN_SECONDS = 3
MAX_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Ticket:
    begun: float
    """When the form was first shown, in seconds since 1970."""
    key: str = ""
    """Empty until something is sent: an empty form belongs to nobody."""
    files: tuple[WaitingFile, ...] = ()

    @classmethod
    def fresh(cls) -> "Ticket":
        return cls(begun=time.time())

    @classmethod
    def read(cls, token: str) -> "Ticket | None":
        """None when we did not sign it."""
        try:
            written = signing.loads(token, salt=SALT)
        except signing.BadSignature:
            return None
        files = tuple(WaitingFile(**file) for file in written.pop("files"))
        return cls(**written, files=files)

    @property
    def token(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @property
    def age(self) -> float:
        return time.time() - self.begun

    @property
    def is_too_young(self) -> bool:
        return self.age < MIN_SECONDS

    @property
    def is_too_old(self) -> bool:
        return self.age > MAX_SECONDS

    @property
    def next_number(self) -> int:
        return max((file.number for file in self.files), default=0) + 1

    def with_key(self) -> "Ticket":
        return self if self.key else replace(self, key=new_key())

    def with_files(self, *files: WaitingFile) -> "Ticket":
        return replace(self, files=(*self.files, *files))

    def without(self, number: int) -> "Ticket":
        return replace(self, files=tuple(file for file in self.files if file.number != number))
