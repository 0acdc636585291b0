"""How far a command is: in a terminal on a line that changes, elsewhere on one now and then."""

import time
from collections.abc import Callable
from typing import Protocol

from search.index.rebuild import Progress

LINE_EVERY = 5_000  # pages, where lines stay


class Terminal(Protocol):
    """As Django's wrapper around a stream, which ends a line by itself."""

    def write(self, msg: str = ..., *, ending: str | None = ...) -> object: ...
    def flush(self) -> None: ...
    def isatty(self) -> bool: ...


class ProgressLine:
    def __init__(self, out: Terminal, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._start = clock()
        self._said = 0
        self._width = 0

    def told(self, now: Progress) -> None:
        if now.read == now.taken_over:
            self._start = self._clock()
            if now.taken_over:
                self._line(f"Going on after {now.taken_over:,} of {now.total:,} pages.")
        elif self._out.isatty():
            words = self._words(now)
            self._out.write(f"\r{words:{self._width}}", ending="")
            self._out.flush()
            self._width = len(words)
        elif now.read // LINE_EVERY > self._said:
            self._said = now.read // LINE_EVERY
            self._line(self._words(now))

    def end(self) -> None:
        if self._width:
            self._line("")
            self._width = 0

    def _line(self, words: str) -> None:
        self._out.write(words)
        self._out.flush()

    def _words(self, now: Progress) -> str:
        seconds = max(self._clock() - self._start, 0.001)
        rate = (now.read - now.taken_over) / seconds
        left = (now.total - now.read) / rate
        return (
            f"{now.read:,} of {now.total:,} pages ({100 * now.read // max(now.total, 1)}%), "
            f"{rate:,.0f} a second, {_minutes(left)} left"
        )


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
