"""One proof of work, many who send at the same moment: the database lets one of them through."""

import copy
import threading
from collections import Counter

import pytest
from django.db import connections

from meegenomen.submissions.models import Submission, UsedProof
from tests.submissions.visitor import Visitor, new_proof

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("private_files")]
MANY = 5


def press_together(visitors):
    """All press "Verstuur" at once; the answers."""
    start = threading.Barrier(len(visitors))
    answers = []

    def press(visitor):
        start.wait()
        try:
            answers.append(visitor.press("verstuur"))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=[visitor]) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_many_with_one_proof_one_is_sent_and_no_text_is_lost(vocabulary):
    payload = new_proof()
    visitors = [Visitor(f"198.51.{number}.1") for number in range(MANY)]
    for number, visitor in enumerate(visitors):
        visitor.check(bewijs=payload, titel=f"Voorbeeld {number}", gedaan=f"Nummer {number}.")

    answers = press_together(visitors)

    assert Counter(answer.status_code for answer in answers) == {303: 1, 200: MANY - 1}
    assert Submission.objects.count() == UsedProof.objects.count() == 1
    for number, visitor in enumerate(visitors):
        if visitor.page.status_code == 200:
            assert "Met deze controle van je browser is al iets verstuurd." in visitor.text
            assert f"Voorbeeld {number}" in visitor.text


def test_many_clicks_of_one_visitor_send_once_and_are_no_error(visitor):
    visitor.check()
    clicks = [copy.copy(visitor) for _ in range(MANY)]
    for click in clicks:
        click.client = Visitor().client

    answers = press_together(clicks)

    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.url for answer in answers}) == 1
    assert Submission.objects.count() == UsedProof.objects.count() == 1
