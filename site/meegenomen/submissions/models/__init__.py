from .attempts import Attempt
from .files import FileKind, SubmissionFile
from .outgoing import MailKind, OutgoingMail
from .submission import Submission, SubmissionQuerySet

__all__ = [
    "Attempt",
    "FileKind",
    "MailKind",
    "OutgoingMail",
    "Submission",
    "SubmissionFile",
    "SubmissionQuerySet",
]
