from django.conf import settings
from django.urls import path

from meegenomen.core.page_cache import kept_until_content_changes
from meegenomen.home.views.feeds import NewPagesFeed
from meegenomen.home.views.health import health
from meegenomen.home.views.media import picture
from meegenomen.home.views.robots import robots
from meegenomen.home.views.sitemap import sitemap, sitemap_file
from meegenomen.home.views.tags import tag_page

urlpatterns = [
    path("feeds/nieuw.atom", kept_until_content_changes(NewPagesFeed()), name="feed"),
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_file, name="sitemap_file"),
    path("tags/<slug:slug>/", tag_page, name="tag"),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/images/<path:path>", picture, name="picture"))
