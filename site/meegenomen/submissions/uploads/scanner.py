"""Asks clamd whether there is a virus in a file, over its socket: a path, or host:port.

One exchange of the protocol that every clamd speaks (INSTREAM); see docs/decisions/0068.
"""

import re
import socket
import struct
import time
from typing import IO

# A file of 10 MB takes clamd a second or two; after this it is taken for dead.
SECONDS = 30.0
CHUNK = 64 * 1024
MAX_ANSWER = 4096
FOUND = re.compile(r"stream: (.+) FOUND")


class Unanswered(Exception):  # noqa: N818  then the file waits, which is no fault of ours
    """clamd is away, busy or says something else than that a file is clean or not."""


def virus_in(content: IO[bytes], address: str) -> str:
    """The name of what was found, or empty for a clean file. Raises Unanswered."""
    deadline = time.monotonic() + SECONDS
    try:
        with _connected(address) as connection:
            connection.sendall(b"zINSTREAM\0")
            while chunk := content.read(CHUNK):
                _until(deadline, connection)
                connection.sendall(struct.pack("!L", len(chunk)) + chunk)
            connection.sendall(struct.pack("!L", 0))
            answer = _answer(connection, deadline)
    except (OSError, ValueError) as error:  # ValueError: not an address
        raise Unanswered(type(error).__name__) from error
    if answer == "stream: OK":
        return ""
    if found := FOUND.fullmatch(answer):
        return found[1]
    raise Unanswered(answer[:100])


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(SECONDS)
        try:
            connection.connect(address)
        except OSError:
            connection.close()
            raise
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)


def _answer(connection: socket.socket, deadline: float) -> str:
    """What clamd says, up to the end of its line."""
    said = b""
    while not said.endswith(b"\0") and len(said) < MAX_ANSWER:
        _until(deadline, connection)
        part = connection.recv(MAX_ANSWER)
        if not part:
            break
        said += part
    return said.rstrip(b"\0\n").decode("utf-8", "replace")


def _until(deadline: float, connection: socket.socket) -> None:
    """However slowly it goes, piece by piece, all of it together ends in time."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)
