from .attempts import Attempt
from .copies import LibraryCopy
from .files import FileKind, SubmissionFile
from .messages import MAX_MESSAGE, Message
from .outgoing import MailKind, OutgoingMail
from .retention import RetentionSettings
from .submission import Submission, SubmissionQuerySet

__all__ = [
    "MAX_MESSAGE",
    "Attempt",
    "FileKind",
    "LibraryCopy",
    "MailKind",
    "Message",
    "OutgoingMail",
    "RetentionSettings",
    "Submission",
    "SubmissionFile",
    "SubmissionQuerySet",
]
