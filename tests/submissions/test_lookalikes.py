"""What is on the site already and looks alike: to read, or to add to instead."""

import logging
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from lessons.models import PracticeExamplePage
from meegenomen.submissions.form.lookalikes import lookalikes
from meegenomen.submissions.models import Attempt, Submission
from search.index.rebuild import rebuild
from tests.factories import make_example, make_lesson, make_news
from tests.submissions.files import jpeg
from tests.submissions.visitor import WITH_PHOTO, good_answers

ADDRESS = "/deel-jouw-inspiratie/lijkt-op/"
TYPED = {"titel": "Eén balie voor jongeren", "gedaan": "Eén middag in de week bij elkaar."}


@pytest.fixture
def example(vocabulary: None, settings: Any, tmp_path: Any) -> PracticeExamplePage:
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    page = make_example("Balie voor jongeren op school", summary="Eén middag in de week.")
    make_news("Balie voor jongeren")
    rebuild()
    return page


def ask(**headers: Any) -> Any:
    return Client(REMOTE_ADDR="203.0.113.7").post(ADDRESS, TYPED, **headers)


def test_what_looks_alike_is_shown_while_typing(example):
    answer = ask()

    assert answer.json() == {
        "items": [
            {
                "id": example.pk,
                "title": "Balie voor jongeren op school",
                "url": "/voorbeelden/balie-voor-jongeren-op-school/",
                "kind": "Praktijkvoorbeeld",
                "summary": "Eén middag in de week.",
                "add": True,
            }
        ],
        "said": "1 pagina op de site lijkt op jouw voorbeeld. Je vindt hem onder dit veld.",
    }
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]


def test_a_lesson_may_look_alike_but_is_not_added_to(example):
    make_lesson("Eén balie voor jongeren")
    rebuild()

    first, second = ask().json()["items"]

    assert (first["kind"], first["add"]) == ("Les", False)
    assert second["add"]


def test_the_editor_gets_a_percentage_and_what_it_rests_on(example):
    (found,) = lookalikes(title=TYPED["titel"], description=TYPED["gedaan"])

    assert found.percent >= 80
    assert found.why.startswith("4 van de 5 kernwoorden in titel en samenvatting")
    assert "jongeren" in found.why
    assert lookalikes(TYPED["titel"], TYPED["gedaan"], leaving_out=example.pk) == ()


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "draft"])
def test_only_what_is_public_looks_alike(example, hide):
    if hide == "unpublish":
        example.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=example, restriction_type="login")
    else:
        example.delete()
        make_example("Balie voor jongeren op school", live=False)

    assert ask().json()["items"] == []


def test_nothing_of_what_was_typed_is_kept_or_logged(example, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = ask()

    assert answer.status_code == 200
    said = " ".join(record.getMessage() for record in caplog.records if "SELECT" not in str(record))
    assert "jongeren" not in said.replace(example.slug, "")
    assert not Submission.objects.exists()
    assert "jongeren" not in str(list(Attempt.objects.values()))


def test_it_has_limits(example, settings):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1

    statuses = [ask().status_code for _ in range(25)]

    assert statuses == [200] * 24 + [429]
    assert ask(headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert Client().post(ADDRESS, {"gedaan": "x" * 20_000}).status_code == 413
    assert Client().get(ADDRESS).status_code == 405
    assert Client(enforce_csrf_checks=True).post(ADDRESS, {}).json()["items"] == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x", "multipart/form-data; boundary=", 413),
        (b"&".join([b"a=1"] * 1_500), "application/x-www-form-urlencoded", 413),
        (b"titel=%ff%00%zz", "application/x-www-form-urlencoded", 200),
        (b"{}", "application/json", 200),
        (b"", "", 200),
    ],
)
def test_no_body_breaks_it(example, settings, body, kind, status):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
    assert Client().generic("POST", ADDRESS, body, kind).status_code == status
    assert Client().generic("POST", ADDRESS, CONTENT_LENGTH="veel").status_code == 413


def test_without_scripts_the_check_page_shows_it(visitor, example):
    visitor.check()
    assert "Lijkt dit op wat er al staat?" in visitor.text
    assert f'name="aanvullen" value="{example.pk}"' in visitor.text

    visitor.press("aanvullen", choice=example.pk)

    assert "Klopt het zo?" in visitor.text
    assert "Je vult een voorbeeld aan" in visitor.text
    assert "Lijkt dit op" not in visitor.text
    assert visitor.sent(visitor.press("verstuur")).adds_to == example


def test_it_can_become_a_new_one_after_all(visitor, example):
    visitor.check(vult_aan=str(example.pk))
    assert "Je vult een voorbeeld aan" in visitor.text

    visitor.press("nieuw", choice="controle")

    assert "Klopt het zo?" in visitor.text
    assert "Je vult een voorbeeld aan" not in visitor.text
    assert visitor.sent(visitor.press("verstuur")).adds_to is None


def test_on_the_form_the_way_back_loses_nothing(visitor, example):
    visitor.check(jpeg(), vult_aan=str(example.pk), **WITH_PHOTO)
    visitor.press("wijzig")
    assert f'name="vult_aan" value="{example.pk}"' in visitor.text

    again = good_answers() | WITH_PHOTO | {"vult_aan": str(example.pk), "nieuw": "formulier"}
    visitor.post(again | {"bestanden": [jpeg("nog-een.jpg")]})

    assert "Stap 1 van 2" in visitor.text
    assert 'name="vult_aan" value="" disabled' in visitor.text
    for kept in ("Een lege balie", "balie.jpg", "nog-een.jpg", "In één middag klaar."):
        assert kept in visitor.text


def test_a_link_may_open_the_form_to_add_to_an_example(visitor, example):
    visitor.open(f"?vult_aan={example.pk}")

    assert f'name="vult_aan" value="{example.pk}"' in visitor.text


@pytest.mark.parametrize("number", ["0", "abc", "9" * 40, "-1", "²", "1\x00"])
def test_a_number_of_no_public_example_is_told_and_stops_nothing(visitor, example, number):
    assert visitor.open(f"?vult_aan={number}").status_code == 200
    visitor.age(60)

    visitor.check(vult_aan=number)

    assert "staat niet meer op de site" in visitor.text
    assert "Eén balie voor jongeren" in visitor.text
    assert not Submission.objects.exists()
    assert visitor.send().adds_to is None


def test_a_draft_or_a_lesson_cannot_be_added_to(visitor, example):
    lesson = make_lesson("Een les")
    example.unpublish()

    for page in (lesson, example):
        visitor.check(vult_aan=str(page.pk))
        assert "staat niet meer op de site" in visitor.text
