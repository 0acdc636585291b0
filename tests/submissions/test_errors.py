"""Each mistake is named in Dutch at its field and in the summary; what was typed stays."""

import pytest
from django.utils.html import escape

from meegenomen.submissions.form.forms import HONEYPOT
from meegenomen.submissions.models import Submission
from tests.factories import make_theme
from tests.submissions.files import jpeg
from tests.submissions.visitor import FORM, WITH_PHOTO, good_answers


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("titel", "", "Vul een titel in."),
        ("titel", "   ", "Vul een titel in."),
        ("titel", "x" * 121, "Titel: gebruik hoogstens 120 tekens. Nu zijn het er 121."),
        ("gedaan", "", "Vul in wat jullie hebben gedaan."),
        ("gedaan", "x" * 1501, "gebruik hoogstens 1500 tekens"),
        ("opgeleverd", "", "Vul in wat het opleverde."),
        ("fase", None, "Kies hoe ver jullie zijn."),
        ("fase", "Klaar", "Kies hoe ver jullie zijn."),
        ("thema", [], "Kies minstens één onderwerp."),
        ("thema", ["Bestaat niet"], "Kies onderwerpen uit de lijst."),
        ("les", "L-999", "Kies een les uit de lijst"),
        ("les", "9" * 40, "Kies een les uit de lijst"),
        ("organisatie", "", "Vul de naam van je organisatie in."),
        ("organisatie", "x" * 161, "gebruik hoogstens 160 tekens"),
        ("soort", "", "Kies de soort organisatie."),
        ("land", "Atlantis", "Kies een land."),
        ("link", "www.voorbeeldstad", "Schrijf de link voluit, met https:// ervoor."),
        ("link", "http://voorbeeldstad.nl", "Schrijf de link voluit, met https:// ervoor."),
        ("link", "javascript:alert(1)", "Schrijf de link voluit, met https:// ervoor."),
        ("naam", "", "Vul je naam in."),
        ("email", "noor@voorbeeldstad", "Controleer je e-mailadres."),
        ("email", "a@b.nl\nBcc: c@d.nl", "Controleer je e-mailadres."),
        ("akkoord", None, "Geef toestemming om je voorbeeld te publiceren."),
    ],
)
def test_a_mistake_is_named_and_nothing_is_stored(visitor, field, value, message):
    response = visitor.check(**{field: value})

    assert response.status_code == 200
    assert "<title>Fout: Deel jouw inspiratie" in visitor.text
    shown = escape(message)
    summary = visitor.text.split("kp-errsum")[1].split("</ul>")[0]
    assert shown in summary
    assert shown in visitor.text.split(f'id="{field}_error"')[1].split("</div>")[0]
    target = summary.split('href="#')[1].split('"')[0]
    assert f'id="{target}"' in visitor.text
    for kept in ("Adviseur", "In één middag klaar.", 'value="Pilot"'):
        assert (kept in visitor.text) or field in ("opgeleverd", "fase")
    assert not Submission.objects.exists()


def test_an_empty_form_names_every_field_at_once(visitor):
    visitor.open()
    visitor.age(60)

    visitor.post({})

    assert visitor.text.count('kp-vh">Fout: ') == 10


def test_a_photo_needs_a_description_and_the_consent_of_who_is_on_it(visitor):
    visitor.check(jpeg())

    assert "Beschrijf wat er te zien is op balie.jpg." in visitor.text
    assert "Vink aan dat wie op de foto staat dat goed vindt" in visitor.text
    assert "balie.jpg" in visitor.text
    visitor.post(good_answers() | WITH_PHOTO)
    assert "Klopt het zo?" in visitor.text


def test_four_themes_are_too_many(visitor):
    names = [make_theme(f"Thema {number}").name for number in range(4)]

    visitor.check(thema=names)

    assert "Kies hoogstens drie onderwerpen." in visitor.text


def test_line_breaks_count_as_one_and_control_characters_go(visitor):
    submission = visitor.send(gedaan="a\r\n" * 700 + "\x00\x1b einde", titel="Een\x00 titel\x07")

    assert submission.title == "Een titel"
    assert submission.done.count("\n") == 700
    assert submission.done.endswith("einde")


def test_the_first_mistakes_are_found_again_at_sending(visitor):
    """Hidden fields are a visitor's too: what was checked is checked once more."""
    visitor.check()

    visitor.page.content = visitor.text.replace("https://www.voor", "javascript:www.voor").encode()
    visitor.press("verstuur")

    assert "Schrijf de link voluit" in visitor.text
    assert not Submission.objects.exists()


def test_the_honeypot_is_out_of_reach_of_people(visitor):
    visitor.open()

    trap = visitor.text.split(f'id="{HONEYPOT}"')[1].split(">")[0]
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap
    around = visitor.text.split(f'for="{HONEYPOT}"')[0].rsplit("<div", 1)[1]
    assert 'aria-hidden="true"' in around


def test_an_unreadable_body_is_answered_in_dutch(visitor):
    response = visitor.client.post(
        FORM, b"geen delen", content_type="multipart/form-data; boundary="
    )

    assert response.status_code == 400
    assert "Dit konden we niet lezen" in response.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(visitor, method):
    assert getattr(visitor.client, method)(FORM).status_code == 405
