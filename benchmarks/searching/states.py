"""An engine that is fine, one that refuses, and one that hangs, as settings of a process."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from search.engines.embedded.folder import IndexFolder

FINE, REFUSING, HANGING = "fine", "refusing", "hanging"
STATES = (FINE, REFUSING, HANGING)


@contextmanager
def settings_in(
    state: str, engine: str, fine: dict[str, str], var: Path
) -> Iterator[dict[str, str]]:
    if state == FINE:
        yield fine
    elif engine == "embedded":
        with _embedded(state, var) as settings:
            yield fine | settings
    else:
        with socket.socket() as nobody:
            # Bound and not listening, it refuses; listening and never accepting, it hangs.
            nobody.bind(("127.0.0.1", 0))
            if state == HANGING:
                nobody.listen(128)
            yield fine | {"ELASTICSEARCH_URL": f"http://127.0.0.1:{nobody.getsockname()[1]}"}


@contextmanager
def _embedded(state: str, var: Path) -> Iterator[dict[str, str]]:
    """It refuses without an index, and hangs for whoever writes while another process does."""
    if state == HANGING:
        with IndexFolder(var / "search").lock("write", wait=10):
            yield {}
    else:
        with TemporaryDirectory(prefix="benchmark-no-index-") as nothing:
            yield {"SEARCH_INDEX_DIR": nothing}
