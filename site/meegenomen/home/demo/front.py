"""What the demonstration puts on the home page, once."""

from meegenomen.home.demo.draft import SERIES
from meegenomen.home.demo.library import Library
from meegenomen.home.models import HomePage, PopularSearch
from meegenomen.home.prepared.memory import is_made, remember
from meegenomen.home.prepared.pages import publish

KEY = "demo:home"
POPULAR_SEARCHES = ("één loket", "inloggen", "levensgebeurtenissen", "financiering")


def dress_home_page(library: Library) -> None:
    home = HomePage.objects.first()
    if home is None or is_made(KEY):
        return
    home = home.get_latest_revision_as_object()
    home.featured_series_id = library.page_id(SERIES)
    home.popular_searches = [
        PopularSearch(words=words, sort_order=place) for place, words in enumerate(POPULAR_SEARCHES)
    ]
    publish(home)
    remember(home, KEY, action="wagtail.edit")
