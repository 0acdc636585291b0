"""What stands on and beside the form before anything is sent."""

import base64
from io import BytesIO

from django.test import Client
from PIL import Image

from meegenomen.submissions.models import RetentionSettings
from meegenomen.submissions.uploads import waiting_room
from tests.submissions.files import docx, jpeg, upload
from tests.submissions.visitor import WITH_PHOTO, good_answers


def test_criteria_good_answers_and_terms_are_told(visitor):
    kept = RetentionSettings.load()
    kept.placed_months, kept.other_months = 18, 2
    kept.save()

    visitor.open()

    for told in (
        "Waar letten we op?",
        "Een mislukking telt ook.",
        "Lukte het niet? Schrijf dan op wat jullie ervan leerden",
        "Het werkte niet: na drie maanden stopten we",
        "na 18 maanden",
        "na 2 maanden",
        "alleen om met jou over dit voorbeeld te overleggen",
    ):
        assert told in visitor.text


def test_pictures_from_the_device_are_allowed_on_the_form_alone(visitor):
    form = visitor.open()["Content-Security-Policy"]

    assert "img-src 'self' data: blob:" in form
    assert "blob:" not in Client().get("/lessen/")["Content-Security-Policy"]


def test_a_waiting_photo_is_shown_without_an_address(visitor):
    visitor.check(jpeg(size=(2000, 1000)), alt1="")

    source = visitor.text.split('class="kp-thumb" src="')[1].split('"')[0]
    kind, _, content = source.partition(",")
    assert kind == "data:image/jpeg;base64"
    assert Image.open(BytesIO(base64.b64decode(content))).size == (160, 80)


def test_taking_one_file_out_keeps_what_was_chosen_just_now(visitor):
    visitor.check(jpeg(), **WITH_PHOTO)
    visitor.press("wijzig")

    pressed = good_answers() | WITH_PHOTO | {"verwijder": "1"}
    visitor.post(pressed | {"bestanden": [upload(docx(), "verslag.docx"), upload(b"", "leeg.pdf")]})

    assert "verslag.docx" in visitor.text
    assert "leeg.pdf: dit bestand is leeg. Kies een ander." in visitor.text
    assert "balie.jpg" not in visitor.text


def test_files_that_waited_too_long_break_nothing(visitor, settings):
    visitor.check(jpeg(), upload(docx(), "verslag.docx"), **WITH_PHOTO | {"naam_tonen": None})
    for path in list(waiting_room._paths(waiting_room.FOLDER)):
        waiting_room.private_storage().delete(path)
    settings.SUBMISSIONS_PER_HOUR = 0

    assert visitor.press("verstuur").status_code == 429
    assert "Eén balie voor jongeren" in visitor.text
    settings.SUBMISSIONS_PER_HOUR = 1000
    assert "Een deel is daarom weg: kies ze opnieuw." in visitor.check().content.decode()


def test_after_sending_the_device_forgets(visitor):
    visitor.check()
    thanked = visitor.client.get(visitor.press("verstuur").url).content.decode()

    assert "data-was-sent" in thanked
    assert "js/draft" in thanked
