"""The worker of gunicorn that serves this site: gthread, which waits for nobody for ever.

A thread of gthread reads a request as slowly as it is sent, so a few visitors who begin an upload
and then fall silent would hold them all. See docs/decisions/0067.
"""

import signal
import socket
import struct
import time
from typing import Any

from gunicorn.workers import base, gthread


class Worker(gthread.ThreadWorker):
    # Without a byte for so many seconds, a visitor is taken for gone.
    SILENCE = 10
    # In so many seconds a request has come in, however steadily it drips.
    IN_ALL = 120
    # Connections that say nothing yet are watched by the loop, and hold no thread.
    FIRST_WORD = 0.05

    def init_process(self) -> None:
        self._begun: dict[Any, float] = {}
        super().init_process()

    def handle_quit(self, sig: int, frame: Any) -> None:
        """End now, also when told twice: Ctrl-C comes from the terminal and from the arbiter.

        The one of gthread takes the lock of its thread pool. This runs between two lines of
        whatever holds that lock, itself included, and would then wait for itself.
        """
        for told in (signal.SIGINT, signal.SIGQUIT):
            # Not SIG_IGN: of one that is on its way already, Python would print an error.
            signal.signal(told, lambda sig, frame: None)
        base.Worker.handle_quit(self, sig, frame)

    def handle(self, conn: Any) -> Any:
        if not conn.initialized and not conn.wait_for_data(self.FIRST_WORD):
            return gthread._DEFER
        # In the kernel, because gunicorn sets the time-out of Python's socket anew.
        patience = struct.pack("ll", self.SILENCE, 0)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, patience)
        self._begun[conn] = time.monotonic()
        try:
            return super().handle(conn)
        finally:
            del self._begun[conn]

    def murder_pending(self) -> None:
        """Called by the loop every second."""
        super().murder_pending()
        too_long_ago = time.monotonic() - self.IN_ALL
        for conn, begun in list(self._begun.items()):
            if begun < too_long_ago:
                self._stop_listening(conn)

    @staticmethod
    def _stop_listening(conn: Any) -> None:
        """What came in whole is still answered: only reading ends."""
        try:
            conn.sock.shutdown(socket.SHUT_RD)
        except OSError:
            return  # it went away by itself
