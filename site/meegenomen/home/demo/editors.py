"""What the editors of the demonstration put above results and ask readers for, once."""

from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from lessons.models import WantedExample
from meegenomen.home.demo.library import CONTENT, Library
from meegenomen.home.models import HomePage
from meegenomen.home.prepared.files import read
from meegenomen.home.prepared.memory import is_made, remember

KEY = "demo:editors"


def add_choices_of_editors(library: Library) -> None:
    home = HomePage.objects.first()
    if home is None or is_made(KEY):
        return
    choices = read(CONTENT / "editors.toml")
    for promoted in choices["promoted"]:
        if page_id := library.page_id(promoted["page"]):
            SearchPromotion.objects.create(
                query=Query.get(promoted["words"]),
                page_id=page_id,
                description=promoted["description"],
                sort_order=0,
            )
    for wanted in choices["wanted"]:
        WantedExample.objects.create(words=wanted["words"], is_shown=True)
    remember(home, KEY, action="wagtail.edit")
