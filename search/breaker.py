"""After repeated failures the engine is left alone for a moment: no visitor waits for it."""

import threading
import time
from collections.abc import Callable

FAILURES = 3
PAUSE = 5.0  # seconds
# A visitor waited; a page asks several questions, and must not wait for each of them.
LONG = 1.0  # seconds


class Breaker:
    """One for each process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._until = 0.0

    def may_ask(self) -> bool:
        """When a pause is over only one question tries, and the others do not wait for it."""
        if not self._until:
            return True
        with self._lock:
            now = self._clock()
            if now < self._until:
                return False
            self._until = now + PAUSE
            return True

    def failed(self, *, after: float = 0.0) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES or after >= LONG:
                self._until = self._clock() + PAUSE

    def succeeded(self, *, after: float = 0.0) -> None:
        """An answer that took long is used, but the next questions wait for no other."""
        if after >= LONG:
            self.failed(after=after)
        elif self._failures:
            with self._lock:
                self._failures = 0
                self._until = 0.0


breaker = Breaker()
