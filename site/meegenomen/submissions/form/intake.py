"""Take the chosen files in one by one, so that one that is refused spoils no other."""

from dataclasses import dataclass, replace

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meegenomen.submissions.form.ticket import Ticket
from meegenomen.submissions.guard.bounds import bounds
from meegenomen.submissions.uploads import waiting_room
from meegenomen.submissions.uploads.inspection import inspect
from meegenomen.submissions.uploads.names import short_name
from meegenomen.submissions.uploads.refusals import Refused


@dataclass(frozen=True, slots=True)
class Intake:
    ticket: Ticket
    """With the files that were taken."""
    refusals: tuple[str, ...] = ()
    """A sentence for each that was not."""


def take_in(uploads: list[UploadedFile], ticket: Ticket) -> Intake:
    refusals: list[str] = []
    # Also a file that is refused takes a number: a script that counted along asks for the
    # description of each photo under its number.
    allowed = bounds()
    for number, upload in enumerate(uploads, start=ticket.next_number):
        if len(ticket.files) >= allowed.files:
            refusals.append(_refusal(upload, _too_many(allowed.files)))
            continue
        try:
            inspected = inspect(upload, max_bytes=allowed.bytes)
            ticket = ticket.with_files(waiting_room.keep(inspected, number))
        except Refused as refused:
            refusals.append(_refusal(upload, str(refused)))
    return Intake(ticket, tuple(refusals))


def drop_lost(ticket: Ticket) -> Intake:
    """Files that waited too long are gone; say so instead of sending without them."""
    there = tuple(file for file in ticket.files if waiting_room.is_there(file))
    if there == ticket.files:
        return Intake(ticket)
    return Intake(
        replace(ticket, files=there),
        (_("We bewaren bestanden een dag. Een deel is daarom weg: kies ze opnieuw."),),
    )


def _refusal(upload: UploadedFile, reason: str) -> str:
    return f"{short_name(upload.name or '')}: {reason}"


def _too_many(most: int) -> str:
    return ngettext(
        "je kunt hoogstens %(most)s bestand meesturen. Verwijder dat eerst.",
        "je kunt hoogstens %(most)s bestanden meesturen. Verwijder er eerst een.",
        most,
    ) % {"most": most}
