"""Proof of work: made by the browser, good for one submission."""

import base64
import json
import time

import altcha
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from meegenomen.submissions.guard import limits, proof
from meegenomen.submissions.keeping import sweeping
from meegenomen.submissions.models import Attempt, Submission, UsedProof
from meegenomen.submissions.states import SubmissionState
from tests.submissions.files import jpeg
from tests.submissions.visitor import WITH_PHOTO, Visitor, new_proof

CHALLENGE = "/deel-jouw-inspiratie/rekensom/"


def changed(payload: str, *path: str, value: object) -> str:
    """The same proof with one thing altered."""
    said = json.loads(base64.b64decode(payload))
    part = said
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    return base64.b64encode(json.dumps(said).encode()).decode()


def test_a_challenge_can_be_solved_and_then_proves_something(client, db):
    response = client.get(CHALLENGE)

    challenge = altcha.Challenge.from_dict(response.json())
    payload = altcha.Payload(challenge, altcha.solve_challenge(challenge)).to_base64()
    assert proof.read(payload)
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_every_challenge_is_another(client, db):
    assert client.get(CHALLENGE).json() != client.get(CHALLENGE).json()


def test_another_site_gets_no_challenge(client, db):
    assert client.get(CHALLENGE, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_challenges_are_limited(client, settings, db):
    settings.SUBMISSIONS_PER_HOUR_PER_ADDRESS = 1
    answers = [client.get(CHALLENGE).status_code for _ in range(13)]

    assert answers == [*(12 * [200]), 429]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("challenge", "parameters", "cost"), 0),
        (("challenge", "parameters", "keyPrefix"), ""),
        (("challenge", "parameters", "expiresAt"), None),
        (("challenge", "parameters", "expiresAt"), 9e99),
        (("challenge", "parameters", "nonce"), "00" * 16),
        (("challenge", "parameters", "algorithm"), "SCRYPT"),
        (("challenge", "signature"), "0" * 64),
        (("challenge", "signature"), None),
        (("solution", "counter"), -1),
        (("solution", "counter"), "1"),
        (("solution", "counter"), 2**40),
        (("solution", "derivedKey"), "00"),
        (("solution", "derivedKey"), None),
        (("solution",), []),
        (("challenge",), "x"),
    ],
)
def test_what_was_altered_proves_nothing(path, value):
    assert proof.read(changed(new_proof(), *path, value=value)) is None


def test_a_proof_runs_out(monkeypatch):
    payload = new_proof()
    late = time.time() + proof.SECONDS_VALID + 1
    monkeypatch.setattr(time, "time", lambda: late)

    assert proof.read(payload) is None


def test_a_proof_of_another_site_is_none(settings):
    payload = new_proof()
    settings.SECRET_KEY = "another"

    assert proof.read(payload) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.text() | st.binary().map(lambda raw: base64.b64encode(raw).decode()))
def test_whatever_is_sent_instead_proves_nothing(text):
    assert proof.read(text) is None


@given(parameters=json_values, signature=json_values, solution=json_values)
def test_whatever_is_made_up_proves_nothing(parameters, signature, solution):
    made_up = {
        "challenge": {"parameters": parameters, "signature": signature},
        "solution": solution,
    }
    assert proof.read(base64.b64encode(json.dumps(made_up).encode()).decode()) is None


@pytest.mark.parametrize("name", ["expiresAt", "data", "cost", "algorithm", "nonce", "memoryCost"])
@given(value=json_values)
def test_whatever_is_put_in_a_challenge_proves_nothing(name, value):
    payload = changed(new_proof(), "challenge", "parameters", name, value=value)
    said = json.loads(base64.b64decode(new_proof()))["challenge"]["parameters"]
    assert (proof.read(payload) is None) or value == said.get(name)


def test_a_proof_counts_once(vocabulary, private_files):
    first, second = Visitor("198.51.100.1"), Visitor("198.51.100.2")
    payload = new_proof()
    first.check(bewijs=payload)
    second.check(jpeg(), bewijs=payload, titel="Iets anders", **WITH_PHOTO)
    first.sent(first.press("verstuur"))

    # Without scripts, so that this one makes no new proof by itself.
    second.scripts = False
    second.press("verstuur")

    assert "Met deze controle van je browser is al iets verstuurd." in second.text
    assert Submission.objects.get().state == SubmissionState.RECEIVED
    assert UsedProof.objects.count() == 1
    assert "Iets anders" in second.text


def test_a_proof_spent_at_the_same_moment_sends_nothing_and_loses_nothing(
    visitor, monkeypatch, private_files
):
    payload = new_proof()
    UsedProof.objects.create(fingerprint=proof.read(payload).fingerprint, expires_at=timezone.now())
    # It looks unused until the row that the other wrote is there.
    monkeypatch.setattr(proof.Proof, "is_used", False)
    visitor.check(jpeg(), bewijs=payload, **WITH_PHOTO)

    refused = visitor.press("verstuur")

    assert refused.status_code == 200
    assert "Met deze controle van je browser is al iets verstuurd." in visitor.text
    assert 'name="bewijs" value=""' in visitor.text
    assert not Submission.objects.exists()
    assert len(list((private_files / "wachtkamer").iterdir())) == 1
    assert not list((private_files / "inzendingen").iterdir())
    monkeypatch.undo()
    assert visitor.sent(visitor.press("verstuur")).files.count() == 1


def test_a_second_click_with_the_same_proof_sends_once_and_is_no_error(visitor):
    visitor.check()
    page = visitor.page

    first = visitor.press("verstuur")
    visitor.page = page
    second = visitor.press("verstuur")

    assert first.url == second.url
    assert Submission.objects.count() == 1


def test_used_proofs_are_forgotten_when_they_could_not_be_used_anyway(visitor):
    visitor.send()
    assert UsedProof.objects.count() == 1
    UsedProof.objects.update(expires_at=timezone.now())

    sweeping.sweep()

    assert not UsedProof.objects.exists()


@pytest.mark.parametrize("step", ["form", "check"])
def test_the_page_says_where_its_worker_and_its_challenge_are(visitor, step):
    visitor.open() if step == "form" else visitor.check()

    assert f'data-proof-challenge="{CHALLENGE}"' in visitor.text
    assert "vendor/altcha-worker.js" in visitor.text
    assert "<script>" not in visitor.text


def test_nothing_that_was_counted_names_an_address(client, db):
    client.get(CHALLENGE, REMOTE_ADDR="203.0.113.77")

    counted = Attempt.objects.values_list("address_hash", "network_hash").get()
    assert all(len(word) == 64 for word in counted)
    assert "203.0.113" not in str(counted)
    assert limits.KEPT.days == 1
