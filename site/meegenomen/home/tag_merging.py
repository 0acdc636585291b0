"""Two tags for one thing become one, and no page loses its tag."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Revision

from meegenomen.core.models import TaggedPage

MERGED = "meegenomen.merge_tags"


@transaction.atomic
def merge_tags(tag: Tag, into: Tag, *, user: AbstractBaseUser | None = None) -> int:
    """Give all pages of `tag` the tag `into`, remove `tag` and return how many pages that were."""
    if tag.pk == into.pk:
        raise ValueError("A tag cannot be merged into itself.")
    already = TaggedPage.objects.filter(tag=into).values("content_object")
    pages = TaggedPage.objects.filter(tag=tag)
    count: int = pages.count()
    pages.exclude(content_object__in=already).update(tag=into)
    for revision in _revisions_with(tag):
        _replace(revision, tag, into)
    _lead_on(tag, into)
    log(into, MERGED, user=user, data={"tag": tag.name, "pages": count})
    tag.delete()
    # Search follows tags by their saves; the update above told it nothing.
    into.save()
    return count


def _revisions_with(tag: Tag) -> QuerySet[Any]:
    """Drafts and older versions that hold the tag, found by its text in the stored JSON."""
    revisions: QuerySet[Any] = Revision.page_revisions.annotate(
        text=Cast("content", TextField())
    ).filter(text__contains=f'"tag": {tag.pk}')
    return revisions


def _replace(revision: Any, tag: Tag, into: Tag) -> None:
    items = revision.content.get("tagged_items", [])
    has_both = any(item["tag"] == into.pk for item in items)
    kept = []
    for item in items:
        if item["tag"] == tag.pk:
            if has_both:
                continue
            item = item | {"tag": into.pk}
        kept.append(item)
    if kept != items:
        Revision.objects.filter(pk=revision.pk).update(
            content=revision.content | {"tagged_items": kept}
        )


def _lead_on(tag: Tag, into: Tag) -> None:
    """An address that was public once goes on leading somewhere."""
    old, new = f"/tags/{tag.slug}/", f"/tags/{into.slug}/"
    Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
    Redirect.objects.filter(
        old_path__in=[Redirect.normalise_path(old), Redirect.normalise_path(new)]
    ).delete()
    Redirect.add_redirect(old, new)
