"""A stand-in for clamd that speaks as much of its protocol as a scan takes."""

import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
Reply = Callable[[bytes], bytes | None]


def honest(content: bytes) -> bytes:
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def clamd(reply: Reply, socket: Path | None = None) -> Iterator[tuple[str, list[bytes]]]:
    """Its address, and what it was given to look at. A reply of None hangs up in the middle."""
    seen: list[bytes] = []
    stopped = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            assert self.rfile.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack("!L", self.rfile.read(4))[0]:
                content += self.rfile.read(size)
            seen.append(content)
            answer = reply(content)
            if answer == b"hang":
                stopped.wait(30)
            elif answer is not None:
                self.wfile.write(answer)

    if socket:
        server: socketserver.BaseServer = socketserver.ThreadingUnixStreamServer(
            str(socket), Handler
        )
        address = str(socket)
    else:
        tcp = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        server, address = tcp, f"127.0.0.1:{tcp.server_address[1]}"
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield address, seen
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
