"""The visitor's page of a submission in a real browser: each state, and all one can do there."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from meegenomen.submissions.keeping.erasing import ErasedBy, erase
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.sender import following
from meegenomen.submissions.states import SubmissionState
from tests.browser.axe import faults
from tests.browser.demo.hands import Keyboard
from tests.factories import make_country, make_site, make_theme
from tests.submissions.rows import put

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Eén balie voor jongeren"
QUESTION = "Hoeveel jongeren kwamen er?\n\nEn hoe weten jullie dat?"


@pytest.fixture(autouse=True)
def site() -> None:
    make_site()
    make_country("Nederland")


@pytest.fixture
def moderator() -> User:
    return User.objects.create_superuser("moderator", "moderator@meegenomen.example")


@pytest.fixture
def submission() -> Submission:
    made = put(TITLE)
    made.themes.add(make_theme("Dienstverlening"))
    return made


@pytest.fixture
def plain(visitor: Callable[..., Page]) -> Page:
    """Of somebody without scripts."""
    return visitor(java_script_enabled=False)


def now(page: Page) -> Any:
    return expect(page.locator("[aria-current=step]"))


def publish(submission: Submission, moderator: User) -> None:
    judging.make_draft(submission, moderator).save_revision(user=moderator).publish()


def test_a_question_is_answered_and_the_example_published(
    plain: Page, submission: Submission, moderator: User
) -> None:
    hands = Keyboard(plain)
    judging.ask(submission, moderator, QUESTION)
    plain.goto(submission.status_path)
    now(plain).to_contain_text("Vraag gesteld")
    expect(plain.get_by_role("form", name="De redactie vraagt")).to_contain_text(
        "En hoe weten jullie dat?"
    )

    hands.press(plain.get_by_role("button", name="Verstuur je antwoord"))
    hands.press(plain.get_by_role("link", name="Vul je antwoord in."))
    expect(plain.get_by_label("Jouw antwoord")).to_be_focused()
    plain.goto(submission.status_path)
    hands.write(plain.get_by_label("Jouw antwoord"), "Veertig.")
    hands.press(plain.get_by_role("button", name="Verstuur je antwoord"))

    expect(plain.get_by_role("status")).to_have_text("Je antwoord is bij de redactie. Dank je wel.")
    now(plain).to_contain_text("Veertig.")
    plain.reload()
    plain.go_back()
    now(plain).to_contain_text("Veertig.")
    expect(plain.get_by_label("Jouw antwoord")).to_have_count(0)
    assert submission.messages.filter(from_visitor=True).count() == 1

    submission.refresh_from_db()
    publish(submission, moderator)
    plain.reload()
    now(plain).to_contain_text("Gepubliceerd")
    hands.press(plain.get_by_role("main").get_by_role("link", name=TITLE))
    expect(plain.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    assert plain.context.cookies() == []


def test_a_mistake_is_corrected(plain: Page, submission: Submission) -> None:
    hands = Keyboard(plain)
    plain.goto(submission.status_path)

    hands.press(plain.get_by_role("link", name="Wijzig mijn voorbeeld"))
    title = plain.get_by_label("Titel")
    expect(title).to_have_value(TITLE)
    title.fill("")
    hands.press(plain.get_by_role("button", name="Bewaar je wijziging"))
    hands.press(plain.get_by_role("link", name="Vul een titel in."))
    expect(title).to_be_focused()
    plain.keyboard.type("Twee balies")
    hands.press(plain.get_by_role("button", name="Bewaar je wijziging"))

    expect(plain.get_by_role("status")).to_have_text("Je wijziging is bewaard.")
    expect(plain.get_by_role("heading", level=1, name="Twee balies")).to_be_visible()
    now(plain).to_contain_text("Ontvangen")
    assert Submission.objects.get().title == "Twee balies"


def test_a_correction_that_an_editor_came_before_is_given_back(
    plain: Page, submission: Submission, moderator: User
) -> None:
    hands = Keyboard(plain)
    plain.goto(f"{submission.status_path}wijzig/")
    plain.get_by_label("Titel").fill("Net te laat")
    judging.take(submission, moderator)

    hands.press(plain.get_by_role("button", name="Bewaar je wijziging"))

    expect(plain.get_by_role("alert")).to_contain_text("Je wijziging is niet bewaard.")
    expect(plain.get_by_label("Titel")).to_have_value("Net te laat")
    hands.press(plain.get_by_role("link", name="Terug zonder te bewaren"))
    now(plain).to_contain_text("In behandeling")
    assert Submission.objects.get().title == TITLE


def test_who_is_sure_withdraws_and_then_erases_the_rest(
    plain: Page, submission: Submission
) -> None:
    hands = Keyboard(plain)
    plain.goto(submission.status_path)

    hands.press(plain.get_by_role("button", name="Trek mijn voorbeeld in"))
    expect(plain.get_by_role("alert")).to_have_text("Vink eerst aan dat je het zeker weet.")
    hands.tick(plain.get_by_role("checkbox"))
    hands.press(plain.get_by_role("button", name="Trek mijn voorbeeld in"))
    now(plain).to_contain_text("Ingetrokken")

    hands.tick(plain.get_by_role("checkbox"))
    hands.press(plain.get_by_role("button", name="Wis mijn gegevens"))
    now(plain).to_contain_text("Gewist")
    expect(plain.get_by_role("heading", level=1)).not_to_contain_text(TITLE)
    plain.reload()
    expect(plain.get_by_role("button", name="Wis mijn gegevens")).to_have_count(0)


def ask_and_answer(submission: Submission, user: User) -> None:
    judging.ask(submission, user, QUESTION)
    following.answer(submission, "Veertig.")


def withdraw(submission: Submission, user: User) -> None:
    following.withdraw(submission)


def erase_all(submission: Submission, user: User) -> None:
    erase(submission, ErasedBy.VISITOR)


def wait_for_confirmation(submission: Submission, user: User) -> None:
    Submission.objects.update(state=SubmissionState.UNCONFIRMED)


STATES: dict[str, tuple[Callable[[Submission, User], object], str]] = {
    "unconfirmed": (wait_for_confirmation, "Wacht op bevestiging"),
    "received": (lambda submission, user: None, "Ontvangen"),
    "in hand": (judging.take, "In behandeling"),
    "asked": (partial(judging.ask, text=QUESTION), "Vraag gesteld"),
    "answered": (ask_and_answer, "Antwoord ontvangen"),
    "published": (publish, "Gepubliceerd"),
    "refused": (partial(judging.refuse, reason="Te weinig te leren."), "Niet geplaatst"),
    "withdrawn": (withdraw, "Ingetrokken"),
    "erased": (erase_all, "Gewist"),
}


@pytest.mark.parametrize(("act", "said"), STATES.values(), ids=STATES)
def test_each_state_is_accessible(
    visitor: Callable[..., Page],
    submission: Submission,
    moderator: User,
    act: Callable[[Submission, User], object],
    said: str,
) -> None:
    act(submission, moderator)
    page = visitor(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page.goto(submission.status_path)
    now(page).to_contain_text(said)

    assert faults(page) == []


@pytest.mark.parametrize("wrong", [False, True])
def test_the_form_to_correct_is_accessible(
    visitor: Callable[..., Page], submission: Submission, wrong: bool
) -> None:
    page = visitor(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page.goto(f"{submission.status_path}wijzig/")
    if wrong:
        page.get_by_label("Titel").fill("")
        page.get_by_role("button", name="Bewaar je wijziging").click()
        expect(page.get_by_role("heading", name="Er klopt nog 1 ding niet")).to_be_visible()

    assert faults(page) == []


def test_no_other_site_learns_the_address(
    visitor: Callable[..., Page], submission: Submission
) -> None:
    page = visitor()
    heard: list[str | None] = []
    page.on("request", lambda request: heard.append(request.headers.get("referer")))

    page.goto(submission.status_path)
    page.get_by_role("contentinfo").get_by_role("link").first.click()
    page.wait_for_load_state()

    assert len(heard) > 1
    assert not any("volg" in (said or "") for said in heard)
