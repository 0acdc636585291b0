"""What is the same on every page, kept by a process until the content changes."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

# The content version that the page being made is made of; None outside a public page.
version_in_use: ContextVar[str | None] = ContextVar("version_in_use", default=None)


def remembered(answer: Callable[[], T]) -> Callable[[], T]:
    """Ask once for each content version. What comes out is shared, so nobody may change it."""

    @lru_cache(maxsize=4)
    def at(version: str) -> T:
        return answer()

    @wraps(answer)
    def now_or_before() -> T:
        version = version_in_use.get()
        return answer() if version is None else at(version)

    return now_or_before
