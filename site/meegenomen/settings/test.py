"""For the test suite: fast, nothing leaves the process, nothing is kept."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403  a settings module extends the one below it
from .base import DATABASES, STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105  it opens nothing
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
VAR_DIR = Path(tempfile.mkdtemp(prefix="meegenomen-test-"))
MEDIA_ROOT = VAR_DIR / "media"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = ":memory:"
DATABASES["default"]["CONN_MAX_AGE"] = 0
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
