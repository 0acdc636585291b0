from .attempts import Attempt
from .copies import LibraryCopy
from .files import FileKind, ScanState, SubmissionFile
from .messages import MAX_MESSAGE, Message
from .outgoing import MailKind, OutgoingMail
from .proofs import UsedProof
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
    "ScanState",
    "Submission",
    "SubmissionFile",
    "SubmissionQuerySet",
    "UsedProof",
]
