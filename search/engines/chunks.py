from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
SIZE = 500


def chunks(several: Iterable[T], size: int = SIZE) -> Iterator[list[T]]:
    """Lists of so many each, made while they are asked for."""
    rest = iter(several)
    while some := list(islice(rest, size)):
        yield some
