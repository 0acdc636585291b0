"""Loading the demonstration: only what is lacking, and nothing of what an editor changed."""

from django.db import transaction
from wagtail.models import Page

from meegenomen.home.demo.draft import add_drafts
from meegenomen.home.demo.editors import add_choices_of_editors
from meegenomen.home.demo.fill import fill
from meegenomen.home.demo.front import dress_home_page
from meegenomen.home.demo.library import Library
from meegenomen.home.demo.synonyms import add_synonyms
from meegenomen.home.prepared.pages import is_untouched, publish


def load_demo() -> list[str]:
    """Publish what is not there yet, and say what that was."""
    library = Library()
    with transaction.atomic():
        add_drafts(library)
    published = []
    # Pages point to each other, so all of them exist before the first is filled.
    for texts in library.texts.values():
        for key, text in texts.items():
            page = Page.objects.filter(pk=library.page_id(key)).first()
            if page and is_untouched(page):
                page = page.specific
                with transaction.atomic():
                    fill(page, text, library)
                    publish(page)
                published.append(page.title)
    with transaction.atomic():
        dress_home_page(library)
        add_synonyms()
        add_choices_of_editors(library)
    return published
