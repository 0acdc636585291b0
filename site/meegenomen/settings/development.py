"""For a developer's machine and for `make demo`: plain HTTP on the loopback address."""

import secrets

from .base import *  # noqa: F403  a settings module extends the one below it
from .base import VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)


def _own_secret_key() -> str:
    """A key of this machine alone, made once; a committed one would be no secret."""
    file = VAR_DIR / "secret-key"
    if not file.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_urlsafe(50))
        file.chmod(0o600)
    return file.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or _own_secret_key()
