"""Which pages anyone may see. Wagtail asks the database again for every list on a page."""

from django.db.models import Q
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from meegenomen.core.remembered import remembered


@remembered
def restrictions() -> tuple[PageViewRestriction, ...]:
    return tuple(PageViewRestriction.objects.select_related("page"))


class VisiblePageQuerySet(PageQuerySet):
    """As Wagtail's, where `public()` on a public page costs no query."""

    def private_q(self) -> Q:
        private = Q()
        for restriction in restrictions():
            private |= self.descendant_of_q(restriction.page, inclusive=True)
        return private or Q(pk__in=[])


VisiblePageManager = PageManager.from_queryset(VisiblePageQuerySet)


def all_pages() -> VisiblePageQuerySet:
    """Pages of every type, in the order of the tree."""
    return VisiblePageQuerySet(Page).order_by("path")
