"""The same pages in a project that uses Wagtail's own search, as Wagtail sets it up."""

from meegenomen.settings.production import *  # noqa: F403  a settings module extends another one
from meegenomen.settings.production import DATABASES, INSTALLED_APPS, VAR_DIR

# A copy: its index is of no use to the site that is measured beside it.
DATABASES = {"default": DATABASES["default"] | {"NAME": VAR_DIR / "plain.sqlite3"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.site.plain_index.PlainIndexConfig"]
ROOT_URLCONF = "benchmarks.site.plain"
