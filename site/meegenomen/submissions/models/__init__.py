from .attempts import Attempt
from .copies import LibraryCopy
from .files import FileKind, ScanState, SubmissionFile
from .judging_texts import JudgingTexts
from .limit_settings import LimitSettings
from .mail_texts import MailTexts
from .messages import MAX_MESSAGE, Message
from .outgoing import MailKind, OutgoingMail
from .proofs import UsedProof
from .retention import RetentionSettings
from .submission import Submission, SubmissionQuerySet

__all__ = [
    "MAX_MESSAGE",
    "Attempt",
    "FileKind",
    "JudgingTexts",
    "LibraryCopy",
    "LimitSettings",
    "MailKind",
    "MailTexts",
    "Message",
    "OutgoingMail",
    "RetentionSettings",
    "ScanState",
    "Submission",
    "SubmissionFile",
    "SubmissionQuerySet",
    "UsedProof",
]
