"""The pages that every site has. What an editor made of them stays as it is."""

from pathlib import Path

from django.db import transaction
from wagtail.models import Page, Site

from lessons.models import LessonIndexPage, PracticeExampleIndexPage
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import (
    CountryIndexPage,
    HomePage,
    NewsIndexPage,
    StandardPage,
    ThemeIndexPage,
)
from meegenomen.home.prepared.body import Writer
from meegenomen.home.prepared.files import one_line, read, read_folder
from meegenomen.home.prepared.memory import is_made
from meegenomen.home.prepared.pages import add_draft, publish
from trips.models import EventIndexPage, TripIndexPage

FILES = Path(__file__).parent
INDEX_PAGES: dict[str, type[Page]] = {
    "lessen": LessonIndexPage,
    "reisverslagen": TripIndexPage,
    "voorbeelden": PracticeExampleIndexPage,
    "agenda": EventIndexPage,
    "nieuws": NewsIndexPage,
    "themas": ThemeIndexPage,
    "landen": CountryIndexPage,
}


@transaction.atomic
def set_up_site() -> list[str]:
    """Make what is absent, and say which pages those were."""
    before = set(Page.objects.values_list("pk", flat=True))
    home: HomePage = HomePage.objects.first() or _make_home()
    _make_index_pages(home)
    _make_standard_pages(home)
    ensure_groups_and_workflow()
    new = Page.objects.exclude(pk__in=before).order_by("path")
    return [page.title for page in new]


def _make_home() -> HomePage:
    root = Page.get_first_root_node()
    # Wagtail welcomes with a page of no type of ours, which holds the address we want.
    welcome = root.get_children().exact_type(Page).first()
    if welcome:
        welcome.slug = "welcome"
        welcome.save()
    text = read(FILES / "home.toml")
    home = HomePage(**{name: one_line(value) for name, value in text.items()})
    add_draft(Page.objects.get(pk=root.pk), home, key="setup:home")
    publish(home)
    site = Site.objects.filter(is_default_site=True).first()
    site = site or Site(hostname="localhost", is_default_site=True)
    site.root_page = home
    site.site_name = site.site_name or home.title
    site.save()
    if welcome:
        Page.objects.get(pk=welcome.pk).delete()
    made: HomePage = HomePage.objects.get(pk=home.pk)
    return made


def _make_index_pages(home: HomePage) -> None:
    texts = read(FILES / "index_pages.toml")
    for slug, model in INDEX_PAGES.items():
        if model.objects.exists():
            continue
        text = texts[slug]
        page = model(
            title=text["title"],
            slug=slug,
            summary=one_line(text["summary"]),
            show_in_menus=text.get("in_menu", False),
        )
        add_draft(home, page, key=f"setup:{slug}")
        publish(page)


def _make_standard_pages(home: HomePage) -> None:
    writer = Writer()
    for slug, text in read_folder(FILES / "pages").items():
        slug = slug.split("-", 1)[1]
        if is_made(f"setup:{slug}") or home.get_children().filter(slug=slug).exists():
            continue
        page = StandardPage(
            title=text["title"],
            slug=slug,
            summary=one_line(text["summary"]),
            body=writer.stream(text["body"]),
            shows_retention=text.get("shows_retention", False),
        )
        add_draft(home, page, key=f"setup:{slug}")
        publish(page)
