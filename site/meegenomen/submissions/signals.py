"""What a page says to the submission it was made from."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from lessons.models import PracticeExamplePage
from meegenomen.submissions import adding, judging, libraries


@receiver(page_published, sender=PracticeExamplePage)
def tell_the_submission(instance: PracticeExamplePage, revision: Any = None, **_: Any) -> None:
    user = getattr(revision, "user", None)
    judging.note_publication(instance, user)
    adding.note_publication(instance, user)
    libraries.open_documents(instance)


@receiver(page_unpublished, sender=PracticeExamplePage)
def take_documents_back(instance: PracticeExamplePage, **_: Any) -> None:
    libraries.close_documents(instance)
