from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from taggit.models import Tag

from meegenomen.core.listing import PAGE_SIZE
from meegenomen.core.page_cache import kept_until_content_changes
from meegenomen.core.related import pages_tagged


@kept_until_content_changes
@require_safe
def tag_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every live, public page with a tag. A tag that no such page has does not exist."""
    tag = Tag.objects.filter(slug=slug).first()
    if tag is None:
        raise Http404(_("Deze tag is er niet."))
    pages = pages_tagged(tag).live().public().order_by("-first_published_at", "pk")
    asked = request.GET.get("pagina", "1")[:9]
    page = Paginator(pages.specific(), PAGE_SIZE).get_page(asked)
    if not page.paginator.count:
        raise Http404(_("Geen enkele pagina heeft deze tag."))
    return render(request, "home/tag.html", {"tag": tag, "pages": page})
