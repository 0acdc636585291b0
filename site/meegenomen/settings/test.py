"""For the test suite: fast, nothing leaves the process, nothing is kept."""

import atexit
import os
import shutil
import tempfile

# Before base is read, because every path in it hangs on this one.
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="meegenomen-test-")
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

from .base import *  # noqa: E402, F403  a settings module extends the one below it
from .base import CACHES, DATABASES, STORAGES, VAR_DIR  # noqa: E402  the same

SECRET_KEY = "only-for-tests"  # noqa: S105  it opens nothing
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file: in memory, the threads of the live server would share one connection, and with
    # that each other's transactions.
    # TEST_DATABASE names one that `pytest --reuse-db` finds again, which saves making it.
    name = os.environ.get("TEST_DATABASE", str(VAR_DIR / "test.sqlite3"))
    DATABASES["default"]["TEST"] = {"NAME": name}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0
CACHES = CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SUBMISSIONS_MAIL_IN_BACKGROUND = False
SUBMISSIONS_PROOF_COST = 1
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# Styles and scripts straight from the tree; nothing has been collected.
WHITENOISE_AUTOREFRESH = True
SEARCH_APPLY = "inline"
SEARCH_COUNTING = "off"
# Also where ELASTICSEARCH_URL is set: that one is for the tests of that engine.
SEARCH_ENGINE = "search.engines.embedded.EmbeddedEngine"
SEARCH_ENGINE_OPTIONS = {"path": VAR_DIR / "search"}
