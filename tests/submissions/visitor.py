"""A visitor of the public form who keeps no cookie, and who may run scripts or not."""

from html.parser import HTMLParser
from typing import Any

import altcha
from django.core import signing
from django.test import Client

from meegenomen.submissions.form.ticket import SALT
from meegenomen.submissions.guard import proof
from meegenomen.submissions.models import Submission

FORM = "/deel-jouw-inspiratie/"
WITH_PHOTO = {"alt1": "Een lege balie", "beeld": "on"}


class Inputs(HTMLParser):
    """The hidden fields of the forms on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "input" and said.get("type") == "hidden":
            self.hidden.setdefault(said["name"] or "", []).append(said["value"] or "")


def new_proof() -> str:
    """As the script on the page makes it."""
    challenge = altcha.Challenge.from_dict(proof.new_challenge())
    return altcha.Payload(challenge, altcha.solve_challenge(challenge)).to_base64()


class Visitor:
    """Fills in the form by what stands on each page, as a browser does; of the scripts only the
    proof of work matters here."""

    def __init__(self, address: str = "203.0.113.7", *, scripts: bool = True) -> None:
        self.client = Client(REMOTE_ADDR=address)
        self.scripts = scripts
        self.page: Any = None

    def open(self, query: str = "") -> Any:
        self.page = self.client.get(FORM + query)
        return self.page

    @property
    def text(self) -> str:
        return self.page.content.decode()

    @property
    def ticket(self) -> str:
        return Inputs(self.text).hidden["kaartje"][0]

    def age(self, seconds: float) -> None:
        """Let time pass since the form was opened."""
        said = signing.loads(self.ticket, salt=SALT)
        said["begun"] -= seconds
        older = signing.dumps(said, salt=SALT, compress=True)
        self.page.content = self.text.replace(self.ticket, older).encode()

    def check(self, *files: Any, **changes: Any) -> Any:
        """Fill in everything well but for the changes, and go on to checking."""
        if self.page is None:
            self.open()
            self.age(60)
        answers = good_answers() | changes
        answers = {name: value for name, value in answers.items() if value is not None}
        return self.post(answers | {"bestanden": list(files)})

    def post(self, answers: dict[str, Any], **headers: Any) -> Any:
        answers = {"kaartje": self.ticket} | answers
        if self.scripts and not answers.get("bewijs"):
            answers["bewijs"] = new_proof()
        self.page = self.client.post(FORM, answers, **headers)
        return self.page

    def press(self, button: str, *, choice: object = "1", **headers: Any) -> Any:
        """A button of the check page."""
        return self.post(Inputs(self.text).hidden | {button: str(choice)}, **headers)

    def send(self, *files: Any, **changes: Any) -> Submission:
        """Both steps."""
        self.check(*files, **changes)
        return self.sent(self.press("verstuur"))

    @staticmethod
    def sent(response: Any) -> Submission:
        assert response.status_code == 303, response.content.decode()
        secret = response.url.strip("/").split("/")[-1]
        return Submission.objects.with_secret(secret).get()


def good_answers() -> dict[str, Any]:
    return {
        "titel": "Eén balie voor jongeren",
        "gedaan": "Jongeren moesten op vijf plekken langs.\n\nNu is er één middag in de week.",
        "opgeleverd": "In één middag klaar.",
        "fase": "Pilot",
        "thema": ["Dienstverlening", "Iets anders"],
        "les": "L-1",
        "organisatie": "gemeente voorbeeldstad",
        "soort": "Gemeente",
        "land": "Denemarken",
        "link": "https://www.voorbeeldstad.example/balie",
        "naam": "Noor Willems",
        "functie": "Adviseur",
        "email": "noor@voorbeeldstad.example",
        "akkoord": "on",
        "naam_tonen": "on",
    }
