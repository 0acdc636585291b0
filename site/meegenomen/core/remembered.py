"""What is the same for every reader, kept by a process until the content changes."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
T = TypeVar("T")

# Tells the content version that what is being made is made of; None where content may change
# meanwhile, as outside a request that only reads.
version_in_use: ContextVar[Callable[[], str | None] | None] = ContextVar(
    "version_in_use", default=None
)


def remembered(answer: Callable[[*Args], T]) -> Callable[[*Args], T]:
    """Ask once for each content version. What comes out is shared, so nobody may change it."""

    @lru_cache(maxsize=16)
    def at(version: str, *args: *Args) -> T:
        return answer(*args)

    @wraps(answer)
    def now_or_before(*args: *Args) -> T:
        current = version_in_use.get()
        version = current() if current else None
        return answer(*args) if version is None else at(version, *args)

    return now_or_before
