"""A submission that becomes part of a practice example that is there already.

It goes into a draft of that page, as blocks of its own. Which blocks those are is kept, so that
the visitor hears when they come out, and erasing finds them in every revision.
"""

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from lessons.models import PracticeExamplePage
from meegenomen.submissions.audit import Act, note
from meegenomen.submissions.mails import outbox
from meegenomen.submissions.models import MailKind, Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.moderation.copying import Copies
from meegenomen.submissions.moderation.drafting import rich
from meegenomen.submissions.states import SubmissionState

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

HEADING_LENGTH = 120


def add_to(submission: Submission, user: "AbstractBaseUser", page: PracticeExamplePage) -> None:
    """Into the newest draft of the page; nothing public changes. Raises TooLate."""
    untouched = submission.state == SubmissionState.RECEIVED
    with transaction.atomic():
        judging.change(
            submission,
            judging.DRAFTABLE,
            state=SubmissionState.JUDGING,
            suspected_spam=False,
            taken_at=timezone.now(),
            taken_by=user,
            added_to=page,
        )
        with Copies.of(submission, user) as copies:
            blocks = [(*block, str(uuid4())) for block in _blocks(submission, copies)]
            # Two additions to one page go one after the other: each has to see the other's draft.
            # Only now, because whoever publishes takes the lock that copying a photo needs first.
            page = PracticeExamplePage.objects.select_for_update().get(pk=page.pk)
            draft = page.get_latest_revision_as_object()
            for block in blocks:
                draft.body.append(block)
            draft.save_revision(user=user, log_action=True)
        submission.added_blocks = [number for _kind, _value, number in blocks]
        submission.save(update_fields=["added_blocks"])
        if untouched:
            outbox.queue(submission, MailKind.TAKEN)
        note(submission, Act.ADD, user=user, page=page.pk)


def note_publication(page: PracticeExamplePage, user: "AbstractBaseUser | None") -> None:
    """Whose blocks came out with the page is told so, once."""
    out = {block.id for block in page.body}
    for submission in page.additions.filter(judging.PUBLISHABLE):
        if out.intersection(submission.added_blocks):
            with suppress(judging.TooLate):
                _publish(submission, user)


def note_placed(submission: Submission, user: "AbstractBaseUser") -> None:
    """Its text stands in the public page in other words, as a moderator says. Raises TooLate."""
    if submission.added_to is None or not submission.added_to.live:
        raise judging.TooLate
    _publish(submission, user, when=judging.OPEN & Q(added_to=submission.added_to))


def take_out(submission: Submission) -> None:
    """Of every revision of the page, for what never was public."""
    gone = set(submission.added_blocks)
    page = submission.added_to
    if page is None or not gone:
        return
    for revision in page.revisions.all():
        blocks: list[dict[str, Any]] = json.loads(revision.content.get("body") or "[]")
        kept = [block for block in blocks if block.get("id") not in gone]
        if len(kept) < len(blocks):
            revision.content["body"] = json.dumps(kept)
            revision.save(update_fields=["content"])


def _publish(
    submission: Submission, user: "AbstractBaseUser | None", *, when: Q = judging.PUBLISHABLE
) -> None:
    now = timezone.now()
    with transaction.atomic():
        judging.change(
            submission,
            when,
            state=SubmissionState.PUBLISHED,
            decided_at=now,
            decided_by=user,
            answered_at=judging.first_answer(now),
        )
        outbox.queue(submission, MailKind.PUBLISHED)
        note(submission, Act.PUBLISH, user=user)


def _blocks(submission: Submission, copies: Copies) -> list[tuple[str, Any]]:
    """Marked by a heading, so that an editor sees where it begins."""
    heading = _("Aanvulling: %(title)s") % {"title": submission.title}
    who = submission.organisation if submission.show_name else ""
    if who:
        who = format_html("<p><i>{}</i></p>", _("Van %(name)s.") % {"name": who})
    link = ""
    if submission.public_link:
        link = format_html(
            '<p><a href="{}">{}</a></p>', submission.public_link, _("Meer informatie")
        )
    return [
        ("heading", {"text": Truncator(heading).chars(HEADING_LENGTH)}),
        ("paragraph", RichText(f"{who}{rich(submission.done)}")),
        (
            "paragraph",
            RichText(
                f"<p><b>{escape(_('Wat leverde het op?'))}</b></p>{rich(submission.results)}{link}"
            ),
        ),
        *copies.blocks(),
    ]
