"""A server in the place of Elasticsearch that misbehaves on demand.

In its mode "fine" it passes everything on to the real one behind it.
"""

import contextlib
import http.client
import json
import socket
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

BAD = ("refusing", "hanging", "slow", "dripping", "429", "503", "resetting", "html", "empty")
SLOW = 4.0  # seconds
NAMES_ITSELF = {"X-Elastic-Product": "Elasticsearch"}


class StandIn:
    def __init__(self, behind: str = "") -> None:
        self.behind = behind
        self.requests: list[str] = []
        self.authorizations: list[str] = []
        self.released = threading.Event()
        self.refuses: set[int] = set()
        """Pages whose documents it calls impossible, in whatever mode."""
        self.largest = 100_000_000
        """Bytes of a request that it takes, as a proxy would."""
        self._mode = "fine"
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self._listen()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def mode(self) -> str:
        return self._mode

    @mode.setter
    def mode(self, mode: str) -> None:
        self._mode = mode
        self.released.set()
        if mode == "refusing":
            self.close()
        elif self._server is None:
            self._listen()
        self.released = threading.Event()

    def close(self) -> None:
        self.released.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _listen(self) -> None:
        stand_in = self

        class Handler(Behaviour):
            told = stand_in

        self._server = Server(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that went away is what these tests are about."""


class Behaviour(BaseHTTPRequestHandler):
    told: StandIn
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        mode = self.told.mode
        self.told.requests.append(f"{self.command} {self.path}")
        self.told.authorizations.append(self.headers.get("Authorization", ""))
        if mode == "refusing":
            self.reset()
        elif mode == "hanging":
            self.told.released.wait(60)
            self.close_connection = True
        elif mode == "slow":
            self.told.released.wait(SLOW)
            self.reply(200, b"{}", NAMES_ITSELF)
        elif mode == "dripping":
            self.drip()
        elif mode in ("429", "503"):
            self.reply(int(mode), b'{"error":{"type":"es_rejected_execution"}}', NAMES_ITSELF)
        elif mode == "resetting":
            self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{"took":')
            self.reset()
        elif mode == "html":
            self.reply(200, b"<html>Just a moment</html>", {}, "text/html")
        elif mode == "empty":
            self.reply(200, b"{}", NAMES_ITSELF)
        elif len(body) > self.told.largest:
            self.reply(413, b"<html>413 Request Entity Too Large</html>", {}, "text/html")
        elif mode == "half of a bulk" and "_bulk" in self.path:
            self.half(body)
        elif self.told.refuses and "_bulk" in self.path:
            self.all_but(self.told.refuses, body)
        else:
            self.reply(*self.forwarded(body))

    do_GET = do_HEAD = answer  # noqa: N815  http.server looks for these names
    do_POST = do_PUT = do_DELETE = answer  # noqa: N815  the same

    def reply(self, status, body, headers, kind="application/vnd.elasticsearch+json") -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(b"" if self.command == "HEAD" else body)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(0 if self.command == "HEAD" else 1000):
                self.wfile.write(b" ")
                if self.told.released.wait(0.05):
                    break
        self.close_connection = True

    def reset(self) -> None:
        self.wfile.flush()
        now = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, now)
        self.connection.close()
        self.close_connection = True

    def half(self, body: bytes) -> None:
        """Every other change is applied, the rest refused as by a full queue."""
        lines = body.splitlines(keepends=True)
        pairs = [b"".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
        _, answer, headers = self.forwarded(b"".join(pairs[::2]))
        found = json.loads(answer)
        error = {"status": 429, "error": {"type": "es_rejected_execution_exception"}}
        found["items"] += [{"index": error}] * len(pairs[1::2])
        found["errors"] = True
        self.reply(200, json.dumps(found).encode(), headers)

    def all_but(self, refused: set[int], body: bytes) -> None:
        """Applies the changes of other pages, and answers as a mapping that does not fit."""
        lines = body.splitlines(keepends=True)
        pairs = [lines[at : at + 2] for at in range(0, len(lines), 2)]
        ids = [int(json.loads(pair[0])["index"]["_id"]) for pair in pairs]
        taken = b"".join(
            b"".join(pair) for pair, one in zip(pairs, ids, strict=True) if one not in refused
        )
        error = {"type": "document_parsing_exception", "reason": "failed to parse field"}
        items = [
            {"index": {"_id": str(one), "status": 400, "error": error}}
            for one in ids
            if one in refused
        ]
        headers = NAMES_ITSELF
        if taken:
            _, answer, headers = self.forwarded(taken)
            items += json.loads(answer)["items"]
        self.reply(200, json.dumps({"errors": True, "items": items}).encode(), headers)

    def forwarded(self, body: bytes):
        at = urlsplit(self.told.behind)
        # Not the length: what is passed on may be a part.
        dropped = ("host", "connection", "content-length")
        passed = {k: v for k, v in self.headers.items() if k.lower() not in dropped}
        connection = http.client.HTTPConnection(at.hostname, at.port, timeout=60)
        try:
            connection.request(self.command, self.path, body or None, passed)
            answer = connection.getresponse()
            data = answer.read()
            kept = {k: v for k, v in answer.headers.items() if k.lower().startswith("x-")}
            kept["Content-Type"] = answer.headers.get("Content-Type", "application/json")
            return answer.status, data, kept
        finally:
            connection.close()

    def log_message(self, *arguments):
        """Says nothing."""


def seconds(call) -> float:
    start = time.monotonic()
    call()
    return time.monotonic() - start
