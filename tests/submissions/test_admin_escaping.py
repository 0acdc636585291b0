"""What a visitor writes is text in the admin too, wherever a moderator sees it."""

import pytest
from django.urls import reverse

from meegenomen.submissions.admin.bulk import ALL_ACTS
from meegenomen.submissions.models import Message, OutgoingMail, SubmissionFile
from meegenomen.submissions.states import SubmissionState
from tests.factories import make_example
from tests.submissions.rows import put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "{{7*7}}{% load x %}",
    "javascript:alert(1)",
)
DANGEROUS = ("<script>alert", "<img src=x", "<svg/onload", "49{%", 'href="javascript:')
QUEUE = "/beheer/inzendingen/"


@pytest.fixture(params=PAYLOADS)
def payload(request):
    return request.param


@pytest.fixture
def bad(payload):
    """The payload in every field there is, also in those that the form would refuse it in."""
    words = ("title", "done", "results", "organisation", "link", "name", "role", "email")
    submission = put(
        **dict.fromkeys(words, payload),
        refusal_reason=payload,
        state=SubmissionState.QUESTION,
        organisation_type=payload[:24],
        organisation_size=payload[:12],
        stage=payload[:12],
        spam_signs=[payload],
    )
    SubmissionFile.objects.create(
        submission=submission, name=payload, alt=payload, virus=payload, size=1, position=0
    )
    for from_visitor in (True, False):
        Message.objects.create(submission=submission, from_visitor=from_visitor, text=payload)
    OutgoingMail.objects.create(submission=submission, kind="received", error=payload)
    return submission


def assert_harmless(response):
    assert response.status_code == 200
    told = response.content.decode()
    for piece in DANGEROUS:
        assert piece not in told


def test_the_lists_and_the_dashboard(judge, bad):
    for path in ("/beheer/", QUEUE, f"{QUEUE}vraag/", f"{QUEUE}alle/", f"{QUEUE}alle/results/"):
        assert_harmless(judge.get(path))
        assert_harmless(judge.get(path, {"q": bad.title}))
    bad.suspected_spam = True
    bad.save()
    assert_harmless(judge.get(f"{QUEUE}spam/"))


def test_its_page_and_what_comes_back_of_a_form(judge, bad, payload):
    detail = reverse("inzendingen:inspect", args=[bad.pk])
    assert_harmless(judge.get(detail))
    for name, data in (
        ("ask", {"question": payload * 300}),
        ("refuse", {"reason": payload * 300, "standard": payload}),
        ("add", {"page": payload}),
        ("hand_over", {"to": payload, "seen": payload}),
        ("let_go", {"seen": payload}),
        ("erase", {}),
    ):
        path = reverse(f"inzendingen:{name}", args=[bad.pk])
        assert_harmless(judge.post(path, data, follow=True))


def test_the_messages_after_an_act(moderator, bad):
    for name in ("take", "mark_spam", "unmark_spam", "mail"):
        path = reverse(f"inzendingen:{name}", args=[bad.pk])
        assert_harmless(moderator.post(path, follow=True))
    assert_harmless(moderator.get("/beheer/reports/site-history/"))


@pytest.mark.parametrize("action", ALL_ACTS, ids=lambda action: action.action_type)
def test_the_page_that_asks_about_several(judge, bad, action):
    path = reverse("wagtail_bulk_action", args=["submissions", "submission", action.action_type])
    assert_harmless(judge.get(path, {"id": bad.pk, "next": bad.title}))
    assert_harmless(judge.post(f"{path}?id={bad.pk}", follow=True))


def test_the_draft_of_a_page(moderator, bad):
    bad.link = "https://x.example/"
    bad.organisation_type, bad.organisation_size, bad.stage = "gemeente", "", "Pilot"
    bad.save()
    bad.files.all().delete()
    page = make_example("Borger.dk")
    assert_harmless(
        moderator.post(reverse("inzendingen:add", args=[bad.pk]), {"page": page.pk}, follow=True)
    )
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.save_revision().publish()
    assert_harmless(moderator.get(page.url))
