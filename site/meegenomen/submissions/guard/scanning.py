"""Has the files of submissions looked at for viruses, when a scanner is set up.

Fails closed: a file that was not found clean is not opened, and goes into no draft.
"""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connections, transaction

from meegenomen.submissions.models import ScanState, Submission, SubmissionFile
from meegenomen.submissions.uploads.scanner import Unanswered, virus_in

logger = logging.getLogger(__name__)
_asked = threading.Event()


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
        scan = _ask if settings.SUBMISSIONS_MAIL_IN_BACKGROUND else scan_waiting
        transaction.on_commit(scan, robust=True)


def _ask() -> None:
    """One run at a time, and at most one that waits: it takes along all that came meanwhile."""
    if not _asked.is_set():
        _asked.set()
        _thread().submit(_run)


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="scan")


def _run() -> None:
    _asked.clear()
    try:
        scan_waiting()
    except DatabaseError:
        logger.exception("The database was busy or away, files wait for the scanner")
    finally:
        connections.close_all()
