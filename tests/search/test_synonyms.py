"""Lines of synonyms, from the form of an editor to the results of a visitor."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from meegenomen.home.groups import ensure_groups_and_workflow
from search import service
from search.asking.synonym_lines import MOST_LINES, with_synonyms
from search.asking.synonyms import MOST_OTHERS, Synonyms
from search.breaker import breaker
from search.index import drain, rebuild
from search.models import SynonymLine
from search.query import SearchQuery
from tests.factories import make_lesson

pytestmark = pytest.mark.django_db


def line(terms: str) -> SynonymLine:
    one = SynonymLine(terms=terms)
    one.full_clean()
    one.save()
    return one


@pytest.mark.parametrize(
    ("said", "others"),
    [
        (["digid"], ("MitID", "eID")),
        (["mit", "id"], ("DigiD", "eID")),
        (["casemanagers"], ("persoonlijke regisseur",)),
        (["persoonlijke", "regisseurs"], ("casemanager",)),
        (["persoonlijke"], ()),
        ([], ()),
        # A chain: the neighbours on both lines, and no further.
        (["b"], ("a", "c")),
        (["a"], ("b",)),
        # The same synonym on two lines is one synonym.
        (["x"], ("y",)),
    ],
)
def test_what_means_the_same(said, others):
    lines = (
        ("DigiD", "MitID", "eID"),
        ("persoonlijke regisseur", "casemanager"),
        ("a", "b"),
        ("b", "c"),
        ("x", "y"),
        ("Y", "x"),
    )
    assert Synonyms(lines).of(said) == others


def test_a_term_has_no_more_synonyms_than_anybody_means():
    lines = tuple(("digid", f"naam{number}") for number in range(100))
    assert len(Synonyms(lines).of(["digid"])) == MOST_OTHERS


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ("DigiD", "minstens twee woorden"),
        (" , DigiD, ", "minstens twee woorden"),
        ("", "niet leeg zijn"),
        ("DigiD, digid", "‘digid’ is voor het zoeken hetzelfde als ‘DigiD’"),
        ("loket, balie, loketten", "‘loketten’ is voor het zoeken hetzelfde als ‘loket’"),
        ("MitID, Mit ID", "‘Mit ID’ is voor het zoeken hetzelfde als ‘MitID’"),
        ("de, het", "Op ‘de’ kan niemand zoeken"),
        ("DigiD, !?", "Op ‘!?’ kan niemand zoeken"),
        (f"DigiD, {'x' * 61}", "hoogstens 60 tekens"),
        ("DigiD, een naam van wel zes woorden lang", "hoogstens 5 woorden"),
        (", ".join(f"woord{number}" for number in range(11)), "hoogstens 10 woorden op een regel"),
    ],
)
def test_a_line_that_cannot_work_is_told_why(terms, said):
    with pytest.raises(ValidationError) as caught:
        line(terms)
    assert said in " ".join(caught.value.messages)
    assert not SynonymLine.objects.exists()


def test_a_line_is_kept_tidy():
    assert line("  DigiD ,MitID,, borger.dk ").terms == "DigiD, MitID, borger.dk"


def test_what_another_line_already_says_is_not_said_again():
    first = line("DigiD, MitID, eID")
    with pytest.raises(ValidationError, match="al samen op een andere regel"):
        line("mitid, digid")
    line("DigiD, inlogmiddel")
    first.full_clean()


def test_there_are_no_more_lines_than_are_read():
    SynonymLine.objects.bulk_create(
        SynonymLine(terms=f"een{number}, ander{number}") for number in range(MOST_LINES)
    )
    with pytest.raises(ValidationError, match="meer kunnen er niet bij"):
        line("DigiD, MitID")
    SynonymLine.objects.first().full_clean()


def test_only_the_lines_that_concern_the_words_go_along(django_assert_num_queries):
    line("DigiD, MitID")
    line("loket, balie")
    with django_assert_num_queries(1):
        query = with_synonyms(SearchQuery(words="inloggen met mit id"))
    assert query.synonyms == (("DigiD", "MitID"),)
    assert query.to_querystring() == "?q=inloggen+met+mit+id"
    with django_assert_num_queries(0):
        assert with_synonyms(SearchQuery()) == SearchQuery()


@pytest.fixture
def lesson(site_tree):
    lesson = make_lesson("Eén inlogmiddel", summary="Inloggen met MitID")
    drain.drain()
    rebuild.rebuild()
    return lesson


def found(words: str) -> list[str]:
    return [hit.record.title for hit in service.find(SearchQuery(words=words)).hits]


def test_a_line_works_from_the_moment_it_is_kept_and_no_longer_than_that(lesson):
    assert found("digid") == []
    kept = line("DigiD, MitID")
    assert found("digid") == ["Eén inlogmiddel"]
    SynonymLine.objects.filter(pk=kept.pk).update(terms="DigiD, eID")
    assert found("digid") == []
    kept.delete()
    assert found("eid") == []


def test_nobody_finds_a_hidden_page_by_a_synonym(lesson):
    line("DigiD, MitID")
    lesson.unpublish()
    assert found("digid") == []


def test_the_simple_search_knows_synonyms_and_puts_the_word_itself_first(lesson):
    line("DigiD, MitID, digitale post")
    make_lesson("Oud", summary="Met DigiD, en digitale post")
    drain.drain()
    breaker.failed(after=10)
    results = service.find(SearchQuery(words="digid"))
    assert results.simple
    assert [hit.record.title for hit in results.hits] == ["Oud", "Eén inlogmiddel"]
    assert "<mark>MitID</mark>" in results.hits[1].marked_text
    assert results.total == 2
    assert len(found("mitid")) == 2
    assert found('"digid" -oud') == []


def member_of(group: str) -> Client:
    ensure_groups_and_workflow()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def test_a_moderator_keeps_the_lines(site_tree):
    client = member_of("Moderator")
    response = client.post(reverse("synonyms:add"), {"terms": "DigiD,MitID"}, follow=True)
    assert "DigiD, MitID" in response.content.decode()
    one = SynonymLine.objects.get()
    response = client.post(reverse("synonyms:edit", args=[one.pk]), {"terms": "DigiD"})
    assert "Schrijf minstens twee woorden" in response.content.decode()
    assert SynonymLine.objects.get().terms == "DigiD, MitID"
    assert reverse("synonyms:index") in client.get(reverse("wagtailadmin_home")).content.decode()
    client.post(reverse("synonyms:delete", args=[one.pk]))
    assert not SynonymLine.objects.exists()


def test_an_editor_does_not(site_tree):
    client = member_of("Redacteur")
    client.post(reverse("synonyms:add"), {"terms": "DigiD,MitID"})
    assert not SynonymLine.objects.exists()
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("synonyms:index") not in page
