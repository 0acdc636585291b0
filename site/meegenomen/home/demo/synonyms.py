"""The lines of synonyms of the demonstration, once."""

from django.apps import apps
from django.core.exceptions import ValidationError

from meegenomen.home.demo.library import CONTENT
from meegenomen.home.models import HomePage
from meegenomen.home.prepared.files import read
from meegenomen.home.prepared.memory import is_made, remember

KEY = "demo:synonyms"


def add_synonyms() -> None:
    home = HomePage.objects.first()
    if home is None or is_made(KEY):
        return
    # By its name: search is reached through search.records alone, and this is no record.
    line = apps.get_model("search", "SynonymLine")
    for terms in read(CONTENT / "synonyms.toml")["lines"]:
        one = line(terms=terms)
        try:
            one.full_clean()
        except ValidationError:
            continue  # a line of the editors says so already
        one.save()
    remember(home, KEY, action="wagtail.edit")
