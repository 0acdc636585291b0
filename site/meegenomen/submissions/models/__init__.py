from .attempts import Attempt
from .files import FileKind, SubmissionFile
from .submission import Submission, SubmissionQuerySet

__all__ = ["Attempt", "FileKind", "Submission", "SubmissionFile", "SubmissionQuerySet"]
