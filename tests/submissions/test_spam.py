"""What looks like spam is set apart with the reason, and never lost."""

import pytest

from meegenomen.submissions.form.forms import HONEYPOT
from meegenomen.submissions.guard.signs import SpamSign
from meegenomen.submissions.models import Submission

LINKS = " ".join(f"https://winkel.example/{number}" for number in range(4))


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ({}, []),
        ({HONEYPOT: "Pietje"}, [SpamSign.HONEYPOT]),
        ({HONEYPOT: "   "}, []),
        ({"gedaan": LINKS}, [SpamSign.MANY_LINKS]),
        ({"gedaan": LINKS.rpartition(" ")[0]}, []),
        ({"gedaan": "www.a.example www.b.example", "opgeleverd": LINKS}, [SpamSign.MANY_LINKS]),
        ({"gedaan": "Kijk op [url=https://a.example]deze[/url] site"}, [SpamSign.MARKUP]),
        ({"titel": '<A href="https://a.example">winst</A>'}, [SpamSign.MARKUP]),
        ({"gedaan": "Wij bouwden <afspraken> in het portaal."}, []),
        ({HONEYPOT: "x", "gedaan": LINKS}, [SpamSign.HONEYPOT, SpamSign.MANY_LINKS]),
    ],
)
def test_signs_are_kept_as_codes(visitor, said, signs):
    submission = visitor.send(**said)

    submission.refresh_from_db()
    assert submission.spam_signs == [sign.value for sign in signs]
    assert submission.suspected_spam is bool(signs)
    assert submission.spam_reasons == [str(sign.label) for sign in signs]


def test_the_same_text_again_is_suspect(another_visitor):
    another_visitor("198.51.100.1").send(naam="Eén", email="een@a.example")

    again = another_visitor("198.51.100.2").send(naam="Twee", email="twee@b.example")

    assert again.spam_signs == [SpamSign.SAME_TEXT]
    assert Submission.objects.waiting().count() == 1
