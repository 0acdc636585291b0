import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meegenomen.settings.production")

application = get_wsgi_application()

from search.engine import load  # noqa: E402  needs the settings of the line above

# Now, or the first visitor who searches waits for it.
load()
