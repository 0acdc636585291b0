from .attempts import Attempt
from .copies import LibraryCopy
from .files import FileKind, SubmissionFile
from .outgoing import MailKind, OutgoingMail
from .retention import RetentionSettings
from .submission import Submission, SubmissionQuerySet

__all__ = [
    "Attempt",
    "FileKind",
    "LibraryCopy",
    "MailKind",
    "OutgoingMail",
    "RetentionSettings",
    "Submission",
    "SubmissionFile",
    "SubmissionQuerySet",
]
