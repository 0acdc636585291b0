"""A submission as a draft page: every answer in its place, ready for an editor."""

from typing import TYPE_CHECKING

from django.utils.html import escape, linebreaks
from django.utils.text import Truncator
from wagtail.log_actions import log
from wagtail.rich_text import RichText

from lessons.models import PracticeExampleIndexPage, PracticeExamplePage
from lessons.statuses import Origin
from meegenomen.core.models import Organisation
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.copying import Copies

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

SUMMARY_LENGTH = 300


def make_page(submission: Submission, user: "AbstractBaseUser") -> PracticeExamplePage:
    """Not public, and before the moderators as any page is. Call within a transaction."""
    with Copies.of(submission, user) as copies:
        page = _page(submission, user, copies)
        PracticeExampleIndexPage.objects.get().add_child(instance=page)
        page.save_revision(user=user, log_action=True)
        log(instance=page, action="wagtail.create", user=user)
        if workflow := page.get_workflow():
            workflow.start(page, user)
    return page


def rich(text: str) -> str:
    """Plain text as rich text; nothing a visitor writes is markup."""
    return linebreaks(escape(text))


def _page(submission: Submission, user: "AbstractBaseUser", copies: Copies) -> PracticeExamplePage:
    page = PracticeExamplePage(
        title=submission.title,
        summary=_summary(submission.done),
        stage=submission.stage,
        organisation_type=submission.organisation_type,
        # The page shows it only where no organisation is named.
        organisation_size=submission.organisation_size,
        results=rich(submission.results),
        link=submission.public_link,
        origin=Origin.SUBMISSION,
        live=False,
        owner=user,
    )
    if submission.show_name:
        page.organisation = _organisation(submission)
        page.contact = submission.byline[:200]
    files = copies.blocks()
    page.body = [("paragraph", RichText(rich(submission.done))), *files]
    page.listing_image = next((value["image"] for kind, value in files if kind == "image"), None)
    page.themes = list(submission.themes.all())
    page.countries = [submission.country] if submission.country else []
    page.lessons = [submission.lesson] if submission.lesson else []
    return page


def _organisation(submission: Submission) -> Organisation:
    name = submission.organisation
    known = Organisation.objects.filter(name__iexact=name).first()
    if known:
        return known
    made = Organisation.objects.create(
        name=name, type=submission.organisation_type, country=submission.country
    )
    Submission.objects.filter(pk=submission.pk).update(made_organisation=made)
    return made


def _summary(text: str) -> str:
    """The first sentence, if that is short enough for a card."""
    first = " ".join(text.split()).split(". ")[0]
    return Truncator(first if first.endswith((".", "!", "?")) else f"{first}.").chars(
        SUMMARY_LENGTH
    )
