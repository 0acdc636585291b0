from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("zoeken/", include("search.urls")),
    path("", include("meegenomen.home.urls")),
    path("", include("meegenomen.submissions.urls")),
    path("", include("lessons.urls")),
    path("", include("trips.urls")),
    path("", include(wagtail_urls)),
]
