"""From a filled-in form to a submission that is kept: all of it, once."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from meegenomen.submissions.form.answers import fields_of, themes_of
from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.form.ticket import Ticket
from meegenomen.submissions.guard.proof import AlreadyUsed, Proof
from meegenomen.submissions.guard.scanning import scan_soon
from meegenomen.submissions.guard.spam import signs_in
from meegenomen.submissions.keys import hash_of, secret_of
from meegenomen.submissions.mails import outbox
from meegenomen.submissions.models import MailKind, Submission, SubmissionFile
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.uploads import waiting_room


def receive(form: ShareForm, ticket: Ticket, proof: Proof | None) -> Submission:
    """Keep what a valid form says. The same ticket gives the same submission, however often.

    Without a proof it waits for a confirmed mail address. Raises AlreadyUsed for a proof that
    something else was sent with; then nothing is kept.
    """
    files: list[SubmissionFile] = []
    try:
        # Files first: a row without its file would be a loss, a file without a row is swept away.
        for position, waiting in enumerate(ticket.files):
            files.append(_moved_in(waiting, position, form))
        with transaction.atomic():
            submission = _stored(form, ticket.key, proof)
            if proof:
                proof.spend()
            for file in files:
                file.submission = submission
                file.save()
            scan_soon()
            waits = submission.state == SubmissionState.UNCONFIRMED
            outbox.queue(submission, MailKind.CONFIRM if waits else MailKind.RECEIVED)
    except (IntegrityError, FileNotFoundError, AlreadyUsed):
        # Somebody clicked twice, and the other click was first.
        for file in files:
            file.stored.storage.delete(file.stored.name)
        if earlier := Submission.objects.filter(key=ticket.key).first():
            return earlier
        raise
    for waiting in ticket.files:
        waiting_room.discard(waiting)
    return submission


def _stored(form: ShareForm, key: str, proof: Proof | None) -> Submission:
    said: dict[str, Any] = form.cleaned_data
    signs = signs_in(form)
    # What looks like spam gets no mail, so it could never be confirmed: it goes to its own corner.
    arrived = proof or signs
    submission = Submission.objects.create(
        key=key,
        secret_hash=hash_of(secret_of(key)),
        adds_to=said["vult_aan"],
        people_agree=said["beeld"],
        state=SubmissionState.RECEIVED if arrived else SubmissionState.UNCONFIRMED,
        suspected_spam=bool(signs),
        spam_signs=signs,
        **fields_of(said),
    )
    submission.themes.set(themes_of(said))
    return submission


def _moved_in(waiting: waiting_room.WaitingFile, position: int, form: ShareForm) -> SubmissionFile:
    file = SubmissionFile(
        kind=waiting.kind,
        name=waiting.name,
        alt=form.cleaned_data.get(waiting.alt_field, ""),
        size=waiting.size,
        position=position,
    )
    with waiting_room.opened(waiting) as content:
        file.stored.save(waiting.id, ContentFile(content.read()), save=False)
    return file
