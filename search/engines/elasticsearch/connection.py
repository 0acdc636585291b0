"""How the cluster is reached: with whose rights, how long we wait, and what is unavailable."""

import base64
import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

import urllib3
from elastic_transport import NodeConfig, TransportError, Urllib3HttpNode
from elasticsearch import ApiError, Elasticsearch

from search.engines.protocol import EngineUnavailable

# A visitor's question may come in several requests; all of them together get this long.
SEARCH_SECONDS = 1.2
CONNECT_SECONDS = 1.0
WRITE_SECONDS = 20.0
# More than there are threads, because a thread without a connection would wait without a limit.
CONNECTIONS = 100


@contextlib.contextmanager
def only_unavailable() -> Iterator[None]:
    """Turn whatever the cluster, or something between it and us, makes of a request into one error.

    An answer that lacks what it should have is such an error too.
    """
    try:
        yield
    except ApiError as error:
        raise EngineUnavailable(f"Elasticsearch answers {error}") from error
    except TransportError as error:
        raise EngineUnavailable(f"Elasticsearch does not answer: {error}") from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise EngineUnavailable(f"Elasticsearch answers nonsense: {error!r}") from error


@dataclass(frozen=True, kw_only=True)
class Access:
    """Where the cluster is, and as whom we may use it: a user and password, or a key."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca_file: str = ""
    connect_seconds: float = CONNECT_SECONDS
    search_seconds: float = SEARCH_SECONDS
    write_seconds: float = WRITE_SECONDS

    @cached_property
    def client(self) -> Elasticsearch:
        """Connects at the first request. Safe for threads; no request is sent twice."""
        access: dict[str, Any] = {}
        if self.api_key:
            access["api_key"] = self.api_key
        elif self.user:
            # Given as a pair, letters outside ASCII would be an error of the client.
            pair = f"{self.user}:{self.password}"
            access["basic_auth"] = base64.b64encode(pair.encode()).decode()
        if self.ca_file:
            access["ca_certs"] = self.ca_file
        connect_seconds = self.connect_seconds

        class Node(PunctualNode):
            patience = connect_seconds

        return Elasticsearch(
            [one.strip() for one in self.url.split(",")],
            node_class=Node,
            connections_per_node=CONNECTIONS,
            max_retries=0,
            retry_on_timeout=False,
            request_timeout=self.write_seconds,
            **access,
        )


class Patience:
    """Waits so long in all for the requests that one question needs."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise EngineUnavailable("Elasticsearch answers too late.")
        return left


class PunctualNode(Urllib3HttpNode):
    """Connects within a limit of its own, and gives up on an answer that only drips in."""

    patience = CONNECT_SECONDS

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        # Of a pool only urlopen() and close() are used.
        self.pool = cast("urllib3.HTTPConnectionPool", _PunctualPool(self.pool, self.patience))


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class _PunctualPool:
    pool: urllib3.HTTPConnectionPool
    patience: float

    def urlopen(self, method: str, target: str, *, timeout: Any = None, **more: Any) -> _Answer:
        seconds = float(timeout or WRITE_SECONDS)
        until = time.monotonic() + seconds
        response = self.pool.urlopen(
            method,
            target,
            timeout=urllib3.Timeout(connect=min(self.patience, seconds), read=seconds),
            preload_content=False,
            **more,
        )
        parts: list[bytes] = []
        try:
            while part := response.read1(1 << 20):
                parts.append(part)
                if time.monotonic() > until:
                    raise TimeoutError(f"the answer took longer than {seconds} s")
        except BaseException:
            response.close()
            raise
        response.release_conn()
        return _Answer(response.status, response.headers, b"".join(parts))

    def close(self) -> None:
        self.pool.close()
