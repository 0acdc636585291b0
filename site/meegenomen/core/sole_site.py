"""Wagtail finds out for every request which site is asked for; here there is only one."""

from django.http import HttpRequest
from wagtail.models import Site

from meegenomen.core.remembered import remembered


@remembered
def _sole_site() -> Site | None:
    """The site that answers whatever the host; None when an editor made a second one."""
    sites = list(Site.objects.select_related("root_page")[:2])
    return sites[0] if len(sites) == 1 and sites[0].is_default_site else None


def choose_site(request: HttpRequest) -> None:
    """Put the site where `Site.find_for_request` looks before it asks the database."""
    if site := _sole_site():
        request._wagtail_site = site  # type: ignore[attr-defined]  # Wagtail's own attribute
