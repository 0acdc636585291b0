from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry, Revision, Site

from meegenomen.home.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


def set_up() -> str:
    out = StringIO()
    call_command("setup_site", stdout=out)
    return out.getvalue()


def counts() -> tuple[int, int, int]:
    return Page.objects.count(), Revision.objects.count(), PageLogEntry.objects.count()


def test_a_new_site_has_every_index_page_and_says_who_it_is():
    set_up()
    home = HomePage.objects.get()
    assert [page.slug for page in home.get_children()] == [
        "lessen",
        "reisverslagen",
        "voorbeelden",
        "agenda",
        "nieuws",
        "themas",
        "landen",
        "over",
        "privacy",
        "toegankelijkheid",
    ]
    assert Site.objects.get(is_default_site=True).root_page.specific == home
    assert all(page.live for page in home.get_children())


def test_the_menu_holds_four_pages_in_order():
    set_up()
    menu = HomePage.objects.get().get_children().live().in_menu()
    assert [page.title for page in menu] == ["Lessen", "Reisverslagen", "Voorbeelden", "Agenda"]


def test_the_welcome_page_of_wagtail_goes():
    set_up()
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert Page.get_first_root_node().get_children().count() == 1
    assert not any(Page.find_problems())


def test_run_again_it_does_nothing():
    set_up()
    before = counts()
    assert "there already" in set_up()
    assert counts() == before


def test_what_an_editor_changed_stays():
    set_up()
    about = StandardPage.objects.get(slug="over")
    about.title, about.slug = "Over ons", "over-ons"
    about.save_revision().publish()
    set_up()
    assert StandardPage.objects.get(pk=about.pk).title == "Over ons"
    assert not StandardPage.objects.filter(slug="over").exists()


def test_what_an_editor_deleted_stays_away():
    set_up()
    StandardPage.objects.get(slug="privacy").delete()
    set_up()
    assert not StandardPage.objects.filter(slug="privacy").exists()


def test_a_page_that_is_there_already_is_left_alone():
    """A site that began without this command has its own page at the address."""
    set_up()
    PageLogEntry.objects.all().delete()
    before = Page.objects.count()
    set_up()
    assert Page.objects.count() == before


@pytest.mark.parametrize("path", ["/", "/over/", "/privacy/", "/toegankelijkheid/", "/lessen/"])
def test_the_pages_of_a_new_site_answer(client, path):
    set_up()
    response = client.get(path)
    assert response.status_code == 200
    assert "Meegenomen" in response.text
