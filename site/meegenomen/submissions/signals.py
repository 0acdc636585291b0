"""What a page says to the submission it was made from, and a setting to the pages that tell it."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from lessons.models import PracticeExamplePage
from meegenomen.core.models import ContentVersion
from meegenomen.submissions.models import RetentionSettings
from meegenomen.submissions.moderation import adding, judging, libraries


@receiver(page_published, sender=PracticeExamplePage)
def tell_the_submission(instance: PracticeExamplePage, revision: Any = None, **_: Any) -> None:
    user = getattr(revision, "user", None)
    judging.note_publication(instance, user)
    adding.note_publication(instance, user)
    libraries.open_documents(instance)


@receiver(page_unpublished, sender=PracticeExamplePage)
def take_documents_back(instance: PracticeExamplePage, **_: Any) -> None:
    libraries.close_documents(instance)


@receiver(post_save, sender=RetentionSettings)
def tell_the_term_on_kept_pages(**_: Any) -> None:
    """Other things of submissions show on no page that is kept; this does, on the privacy page."""
    ContentVersion.renew()
