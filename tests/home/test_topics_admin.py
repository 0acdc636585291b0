"""Themes, countries, organisations and tags in the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from taggit.models import Tag
from wagtail.models import ModelLogEntry

from meegenomen.core.models import Organisation, Theme
from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import HomePage, NewsPage, ThemePage
from meegenomen.home.tag_merging import merge_tags
from tests import factories

pytestmark = pytest.mark.django_db


def member_of(group: str) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def moderator(site_tree: HomePage) -> Client:
    return member_of("Moderator")


def tags_of(page: NewsPage) -> set[str]:
    return set(NewsPage.objects.get(pk=page.pk).tags.names())


@pytest.fixture
def doubles(site_tree: HomePage) -> dict[str, NewsPage]:
    """Pages with a tag and its double, both, and one in a draft only."""
    pages = {
        "one": factories.make_news("Een", tags=("zelf hulp",), with_revision=True),
        "other": factories.make_news("Ander", tags=("zelfhulp",)),
        "both": factories.make_news("Beide", tags=("zelf hulp", "zelfhulp"), with_revision=True),
        "draft": factories.make_news("Concept", with_revision=True),
    }
    pages["draft"].tags.add("zelf hulp", "zelfhulp", "regie")
    pages["draft"].save_revision()
    return pages


def test_merging_two_tags_loses_no_page(doubles: dict[str, NewsPage]) -> None:
    count = merge_tags(Tag.objects.get(name="zelf hulp"), Tag.objects.get(name="zelfhulp"))
    assert count == 2
    assert not Tag.objects.filter(name="zelf hulp").exists()
    assert tags_of(doubles["one"]) == {"zelfhulp"}
    assert tags_of(doubles["other"]) == {"zelfhulp"}
    assert tags_of(doubles["both"]) == {"zelfhulp"}


def test_drafts_keep_their_tag_when_they_are_published_later(doubles: dict[str, NewsPage]) -> None:
    merge_tags(Tag.objects.get(name="zelf hulp"), Tag.objects.get(name="zelfhulp"))
    for page in doubles.values():
        if page.latest_revision:
            page.refresh_from_db()
            page.latest_revision.publish()
    assert tags_of(doubles["one"]) == {"zelfhulp"}
    assert tags_of(doubles["draft"]) == {"zelfhulp", "regie"}


def test_the_address_of_a_merged_tag_leads_on(doubles: dict[str, NewsPage], client: Client) -> None:
    merge_tags(Tag.objects.get(name="zelf hulp"), Tag.objects.get(name="zelfhulp"))
    answer = client.get("/tags/zelf-hulp/")
    assert answer.status_code == 301
    assert answer["Location"] == "/tags/zelfhulp/"
    assert client.get(answer["Location"]).status_code == 200


def test_merging_back_and_forth_leaves_no_circle(
    doubles: dict[str, NewsPage], client: Client
) -> None:
    merge_tags(Tag.objects.get(name="zelf hulp"), Tag.objects.get(name="zelfhulp"))
    merge_tags(Tag.objects.get(name="zelfhulp"), Tag.objects.create(name="zelf hulp"))
    assert client.get("/tags/zelf-hulp/").status_code == 200
    assert client.get("/tags/zelfhulp/", follow=True).redirect_chain == [("/tags/zelf-hulp/", 301)]


def test_a_tag_is_not_merged_into_itself(site_tree: HomePage) -> None:
    tag = Tag.objects.create(name="regie")
    with pytest.raises(ValueError, match="itself"):
        merge_tags(tag, tag)


def test_a_moderator_merges_tags_in_the_admin_and_the_log_says_so(
    moderator: Client, doubles: dict[str, NewsPage]
) -> None:
    old, into = Tag.objects.get(name="zelf hulp"), Tag.objects.get(name="zelfhulp")
    listing = moderator.get("/beheer/snippets/taggit/tag/").content.decode()
    url = f"/beheer/snippets/taggit/tag/merge/{old.pk}/"
    assert url in listing
    assert "2 pagina’s" in moderator.get(url).content.decode()

    answer = moderator.post(url, {"into": into.pk}, follow=True)
    assert "samengevoegd met ‘zelfhulp’: 2 pagina’s" in answer.content.decode()
    entry = ModelLogEntry.objects.get(action="meegenomen.merge_tags")
    assert entry.user.username == "moderator"
    assert "zelf hulp" in entry.message
    history = moderator.get(f"/beheer/snippets/taggit/tag/history/{into.pk}/")
    assert "zelf hulp" in history.content.decode()


@pytest.mark.parametrize("into", ["", "zelf", "999999"])
def test_a_tag_merges_with_another_one_only(moderator: Client, into: str) -> None:
    tag = Tag.objects.create(name="regie")
    answer = moderator.post(
        f"/beheer/snippets/taggit/tag/merge/{tag.pk}/",
        {"into": tag.pk if into == "zelf" else into},
    )
    assert answer.status_code == 200
    assert "into" in answer.context["form"].errors
    assert Tag.objects.filter(pk=tag.pk).exists()


def test_an_editor_cannot_merge_or_remove_tags(site_tree: HomePage) -> None:
    tag, other = Tag.objects.create(name="regie"), Tag.objects.create(name="loket")
    editor = member_of("Redacteur")
    editor.post(f"/beheer/snippets/taggit/tag/merge/{tag.pk}/", {"into": other.pk})
    editor.post(f"/beheer/snippets/taggit/tag/delete/{tag.pk}/")
    assert Tag.objects.count() == 2
    assert editor.get("/beheer/snippets/taggit/tag/").status_code == 200


def test_a_renamed_tag_keeps_its_address(moderator: Client) -> None:
    tag = Tag.objects.create(name="zelf hulp")
    moderator.post(f"/beheer/snippets/taggit/tag/edit/{tag.pk}/", {"name": "zelfhulp"})
    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("zelfhulp", "zelf-hulp")


def test_a_tag_cannot_take_the_name_of_another(moderator: Client) -> None:
    tag = Tag.objects.create(name="regie")
    Tag.objects.create(name="Loket")
    answer = moderator.post(f"/beheer/snippets/taggit/tag/edit/{tag.pk}/", {"name": "loket"})
    assert "Voeg ze samen" in answer.content.decode()


def test_a_theme_in_use_is_not_deleted_and_says_where_it_is(moderator: Client) -> None:
    factories.make_news("Met dit thema", themes=("Regie",))
    theme = Theme.objects.get()
    url = f"/beheer/snippets/core/theme/delete/{theme.pk}/"
    page = moderator.get(url).content.decode()
    assert "Met dit thema" in page
    assert "staat op 1 pagina" in page
    assert "eerst weg bij: Regie" in moderator.post(url, follow=True).content.decode()
    assert Theme.objects.filter(pk=theme.pk).exists()


def test_a_theme_that_lost_its_page_can_go_and_its_drafts_still_open(moderator: Client) -> None:
    news = factories.make_news("Met dit thema", themes=("Regie",), with_revision=True)
    news.save_revision()
    ThemePage.objects.get().delete()
    theme = Theme.objects.get()
    moderator.post(f"/beheer/snippets/core/theme/delete/{theme.pk}/")
    assert not Theme.objects.exists()
    assert moderator.get(f"/beheer/pages/{news.pk}/edit/").status_code == 200


def test_the_address_of_a_theme_is_not_to_be_typed(moderator: Client) -> None:
    moderator.post(
        "/beheer/snippets/core/theme/add/",
        {"name": "Eén loket", "description": "", "slug": "anders"},
    )
    theme = Theme.objects.get()
    assert theme.slug == "een-loket"
    assert ThemePage.objects.get().theme == theme
    moderator.post(
        f"/beheer/snippets/core/theme/edit/{theme.pk}/",
        {"name": "Loketten", "description": "", "slug": "loketten"},
    )
    theme.refresh_from_db()
    assert (theme.name, theme.slug) == ("Loketten", "een-loket")


def test_lists_of_terms_count_their_pages(moderator: Client) -> None:
    factories.make_news("Een", themes=("Regie",), countries=("Denemarken",), tags=("loket",))
    factories.make_event("Twee", themes=("Regie",))
    for model, name, count in (
        ("core/theme", "Regie", 2),
        ("core/country", "Denemarken", 1),
        ("taggit/tag", "loket", 1),
    ):
        (term,) = moderator.get(f"/beheer/snippets/{model}/").context["object_list"]
        assert (term.name, term.page_count) == (name, count)


def test_an_editor_makes_an_organisation_while_writing(site_tree: HomePage) -> None:
    editor = member_of("Redacteur")
    chooser = editor.get("/beheer/snippets/choose/core/organisation/")
    assert "Nieuwe organisatie" in chooser.json()["html"]
    answer = editor.post(
        "/beheer/snippets/choose/core/organisation/create/",
        {
            "name": "Gemeente Nieuw",
            "type": "gemeente",
            "country": "",
            "url": "",
        },
    )
    assert answer.json()["result"]["string"] == "Gemeente Nieuw"
    assert Organisation.objects.filter(name="Gemeente Nieuw").exists()
