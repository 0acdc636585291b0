"""The engine of this site, as the settings say."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from search.dutch.compounds import known_parts
from search.engines.protocol import SearchEngine


def current() -> SearchEngine:
    return _made(settings.SEARCH_ENGINE, tuple(settings.SEARCH_ENGINE_OPTIONS.items()))


def load() -> None:
    """Read the code and the word list that a first search needs; the engine itself may be away."""
    import_string(settings.SEARCH_ENGINE)
    known_parts()


@lru_cache(maxsize=8)
def _made(path: str, options: tuple[tuple[str, object], ...]) -> SearchEngine:
    """One for the whole process, because an engine keeps its readers open."""
    made: SearchEngine = import_string(path)(**dict(options))
    return made
