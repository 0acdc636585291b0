"""Has the files of submissions looked at for viruses, when a scanner is set up.

Fails closed: a file that was not found clean is not opened, and goes into no draft.
"""

import logging
from dataclasses import dataclass

from django.conf import settings

from meegenomen.submissions.background import Background
from meegenomen.submissions.models import ScanState, Submission, SubmissionFile
from meegenomen.submissions.uploads.scanner import Unanswered, virus_in

logger = logging.getLogger(__name__)


class NotScanned(Exception):  # noqa: N818  an answer to the moderator, not a fault
    """A file still waits for the virus scanner."""


@dataclass(frozen=True, slots=True)
class Scanned:
    clean: int
    infected: int
    waiting: int


def usable_files(submission: Submission) -> list[SubmissionFile]:
    """What may go into a page, without what is infected. Raises NotScanned."""
    files = [file for file in submission.files.all() if file.scan != ScanState.INFECTED]
    if not all(file.may_be_opened for file in files):
        raise NotScanned
    return files


def scan_waiting() -> Scanned:
    """Stops when the scanner is away: with a hundred waiting, one has to find that out."""
    clean = infected = 0
    waiting = SubmissionFile.objects.filter(scan=ScanState.WAITING).order_by("pk")
    for file in waiting if settings.CLAMAV else ():
        try:
            with file.stored.open() as content:
                virus = virus_in(content, settings.CLAMAV)
        except FileNotFoundError:
            continue  # erased a moment ago
        except Unanswered as error:
            logger.warning("The virus scanner does not answer, files wait: %s", error)
            break
        state = ScanState.INFECTED if virus else ScanState.CLEAN
        waiting.filter(pk=file.pk).update(scan=state, virus=virus[:100])
        infected += bool(virus)
        clean += not virus
    return Scanned(clean, infected, waiting.all().count())


def scan_soon() -> None:
    """After commit, beside the request unless the settings say otherwise."""
    if settings.CLAMAV:
        _scanning.after_commit()


_scanning = Background("scan", scan_waiting)
