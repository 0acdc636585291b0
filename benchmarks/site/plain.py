"""What a plain Wagtail project does for a search page: Wagtail's search, and counts by page type.

It can count no other facet here: Wagtail's search refuses tags, themes and countries, as those are
relations to many.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from wagtail.models import Page

from meegenomen.urls import urlpatterns as of_the_site

TEMPLATE = """
<!doctype html>
<html lang="nl">
<title>{{ words }}</title>
<form><input name="q" value="{{ words }}"><button>Zoeken</button></form>
<ul>{% for type, count in types %}<li>{{ type }} {{ count }}</li>{% endfor %}</ul>
<p>{{ results.paginator.count }}</p>
<ol>{% for page in results %}<li><a href="{{ page.url }}">{{ page.title }}</a></li>{% endfor %}</ol>
"""


def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "")
    found = Page.objects.live().search(words)
    counts = found.facet("content_type_id")
    types = [(ContentType.objects.get_for_id(one).name, count) for one, count in counts.items()]
    results = Paginator(found, 10).get_page(request.GET.get("pagina"))
    shown = {"words": words, "types": types, "results": results}
    return HttpResponse(Template(TEMPLATE).render(RequestContext(request, shown)))


urlpatterns = [path("plain/", search), *of_the_site]
