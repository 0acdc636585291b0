"""What a moderator should know of a submission before judging it, in a few words each."""

from django.utils.translation import gettext as _

from meegenomen.submissions.guard.personal_data import Finding, find
from meegenomen.submissions.models import ScanState, Submission


def notices_of(submission: Submission) -> list[str]:
    """Asks the database nothing when the files and mails were fetched along."""
    said = []
    if submission.suspected_spam:
        said.append(_("vermoedelijk spam"))
    if personal_data_in(submission):
        said.append(_("persoonsgegevens?"))
    if not submission.show_name and not submission.erased_at:
        said.append(_("zonder naam"))
    said += _about_files(submission)
    if submission.corrected_at:
        said.append(_("gewijzigd"))
    if any(mail.error for mail in submission.mails.all()):
        said.append(_("mail mislukt"))
    return said


def _about_files(submission: Submission) -> list[str]:
    closed = [file for file in submission.files.all() if not file.may_be_opened]
    if any(file.scan == ScanState.INFECTED for file in closed):
        return [_("virus gevonden")]
    return [_("nog niet gescand")] if closed else []


def personal_data_in(submission: Submission) -> tuple[Finding, ...]:
    return find(
        [
            submission.title,
            submission.done,
            submission.results,
            *(file.alt for file in submission.files.all()),
        ]
    )
