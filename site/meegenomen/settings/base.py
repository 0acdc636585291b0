"""Settings that hold everywhere. Only this package reads the environment: docs/operations.md."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[3]
# Everything that the running site writes lies below this one folder.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "meegenomen.home",
    "meegenomen.submissions",
    "lessons",
    "trips",
    "search",
    "meegenomen.core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "meegenomen.core.page_cache.PageCacheMiddleware",
    "meegenomen.core.response_headers.CompressionMiddleware",
    "meegenomen.core.response_headers.SecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "meegenomen.urls"
WSGI_APPLICATION = "meegenomen.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'meegenomen.sqlite3'}")
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers go on while one process writes; IMMEDIATE makes writers queue
    # instead of failing when two of them upgrade a read lock at once.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}"),
    # Each process has its own; the content version in the database keeps them all true.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        # The agenda goes on without anybody changing it.
        "TIMEOUT": env.int("PAGE_CACHE_SECONDS", default=300),
        "OPTIONS": {"MAX_ENTRIES": env.int("PAGE_CACHE_ENTRIES", default=1000)},
    },
    # Wagtail writes here for every picture it shows, and the key holds the digest of the picture.
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds; a mail server that says nothing for longer is taken for dead
# Mail goes out in a thread beside the request; off, the visitor waits for the mail server.
SUBMISSIONS_MAIL_IN_BACKGROUND = env.bool("SUBMISSIONS_MAIL_IN_BACKGROUND", default=True)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Meegenomen <meegenomen@localhost>")

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
# Django serves the media itself until a web server in front of it does.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)
# What visitors send in. Private: outside the media, and answered to moderators only.
SUBMISSIONS_DIR = Path(env.str("SUBMISSIONS_DIR", default=str(VAR_DIR / "submissions")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "submissions": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": SUBMISSIONS_DIR, "file_permissions_mode": 0o600},
    },
}

WAGTAIL_SITE_NAME = "Meegenomen"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link", "document-link", "ol", "ul"]},
    }
}
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_USER_LOGIN_FORM = "meegenomen.home.admin.login.DutchLoginForm"
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # an address is typed over, and read aloud
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no request to a third party
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "core.Photo"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "csv", "xlsx", "ods", "pptx", "odp", "txt"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "meegenomen.core.document_words.forms.DocumentForm"
# Wagtail's own page search serves the admin only; visitors search through the `search` app. Plain
# substrings of titles: no second index to keep, and a lone quote is no error.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}
SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", default=str(VAR_DIR / "search")))
SEARCH_ENGINE = "search.engines.embedded.EmbeddedEngine"
SEARCH_ENGINE_OPTIONS: dict[str, object] = {"path": SEARCH_INDEX_DIR}
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
if ELASTICSEARCH_URL:
    SEARCH_ENGINE = "search.engines.elasticsearch.ElasticsearchEngine"
    SEARCH_ENGINE_OPTIONS = {
        "url": ELASTICSEARCH_URL,
        "user": env.str("ELASTICSEARCH_USER", default=""),
        "password": env.str("ELASTICSEARCH_PASSWORD", default=""),
        "api_key": env.str("ELASTICSEARCH_API_KEY", default=""),
        "ca_file": env.str("ELASTICSEARCH_CA_FILE", default=""),
        "prefix": env.str("ELASTICSEARCH_INDEX_PREFIX", default="meegenomen"),
        "connect_seconds": env.float("ELASTICSEARCH_CONNECT_TIMEOUT", default=1.0),
        # With the answer of the database after it, a visitor waits no longer than two seconds.
        "search_seconds": env.float("ELASTICSEARCH_SEARCH_TIMEOUT", default=1.2),
        "write_seconds": env.float("ELASTICSEARCH_WRITE_TIMEOUT", default=20.0),
    }
# "background": by a thread of the process in which the change was made; "worker": only by
# `manage.py search_worker`; "inline": before the request goes on, for commands and tests.
SEARCH_APPLY = env.str("SEARCH_APPLY", default="background")
# How often visitors ask what: "background" counts in memory and writes now and then, "inline" at
# once, "off" not at all.
SEARCH_COUNTING = env.str("SEARCH_COUNTING", default="background")
SEARCH_COUNTS_DAYS = env.int("SEARCH_COUNTS_DAYS", default=365)
# A question is legible from so many different days on which it was asked.
SEARCH_COUNTS_SHOWN_FROM = env.int("SEARCH_COUNTS_SHOWN_FROM", default=3)

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# For public pages; meegenomen.core.response_headers loosens it in the admin of Wagtail.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"  # previews in the admin are frames of the same site

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page with many blocks posts thousands

# Limits on the public form.
SUBMISSIONS_PER_HOUR_PER_ADDRESS = env.int("SUBMISSIONS_PER_HOUR_PER_ADDRESS", default=5)
SUBMISSIONS_PER_HOUR = env.int("SUBMISSIONS_PER_HOUR", default=1000)
# Rounds of computing for each of the 256 keys or so that a browser makes as its proof of work.
SUBMISSIONS_PROOF_COST = env.int("SUBMISSIONS_PROOF_COST", default=2000)
# The socket of clamd, a path or host:port; empty: no file is looked at for viruses.
CLAMAV = env.str("CLAMAV", default="")
# Proxies before this site whose X-Forwarded-For is to be believed; 0 believes nobody.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
