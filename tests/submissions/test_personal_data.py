"""A warning about what may be personal: tables of texts and what is found in them."""

import time

import pytest

from meegenomen.submissions.guard.personal_data import PersonalData, find, passes_eleven_test
from tests.submissions.files import jpeg
from tests.submissions.visitor import WITH_PHOTO

EMAIL, PHONE, HANDLE, BSN = (
    PersonalData.EMAIL,
    PersonalData.PHONE,
    PersonalData.HANDLE,
    PersonalData.BSN,
)


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Mail naar noor.de-vries@voorbeeld.nl.", EMAIL, "noor.de-vries@voorbeeld.nl"),
        ("(noor+werk@post.voorbeeld.example)", EMAIL, "noor+werk@post.voorbeeld.example"),
        ("Bel 06-12345678 voor meer.", PHONE, "06-12345678"),
        ("Bel 06 12 34 56 78.", PHONE, "06 12 34 56 78"),
        ("Bel (010) 123 45 67", PHONE, "010) 123 45 67"),
        ("Bel 0612345678", PHONE, "0612345678"),
        ("Bel +31 6 1234 5678", PHONE, "+31 6 1234 5678"),
        ("Bel +31 (0)6 12345678", PHONE, "+31 (0)6 12345678"),
        ("Bel 0031612345678", PHONE, "0031612345678"),
        ("Deens: +45 33 92 52 00", PHONE, "+45 33 92 52 00"),
        ("Vraag het @noorwillems.", HANDLE, "@noorwillems"),
        ("Met dank aan @Zoë", HANDLE, "@Zoë"),
        ("Nummer 111222333 stond erin", BSN, "111222333"),
        ("Nummer 123.456.782", BSN, "123.456.782"),
        ("Nummer 1234.56.782", BSN, "1234.56.782"),
        ("Nummer 123 456 782", BSN, "123 456 782"),
        ("Zonder nul: 10000008", BSN, "10000008"),
    ],
)
def test_what_may_be_personal_is_found(text, kind, what):
    (finding,) = find([text])

    assert (finding.kind, finding.text) == (kind, what)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jongeren moesten op vijf plekken langs.",
        "In 2024 waren het er 1.250.000, dus 12,5% meer.",
        "Van 2019-2023 en 01-02-2024 tot 31-12-2025.",
        "Het kostte € 100.000.000 of 250 000 000 kronen.",
        "Nummer 123456789 voldoet niet.",
        "Nummer 000000000 ook niet.",
        "Artikel 12 @ de balie",
        "https://medium.example/@iemand",
        "IBAN NL91ABNA0417164300",
        "Van 9:00 tot 17:00 uur, kamer 0123",
    ],
)
def test_what_is_not_personal_is_left_alone(text):
    assert find([text]) == ()


@pytest.mark.parametrize(
    ("number", "passes"),
    [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False)],
)
def test_the_eleven_test(number, passes):
    assert passes_eleven_test(number) is passes


def test_each_is_named_once_and_in_one_order():
    texts = ["@noor en 0612345678", "0612345678, @noor en noor@voorbeeld.nl"]

    assert [finding.kind for finding in find(texts)] == [EMAIL, PHONE, HANDLE]


@pytest.mark.parametrize("piece", ["a@", "@", "0 ", "06-", "1.", "+31 ", "a.", "123 456 "])
def test_no_text_takes_long(piece):
    begun = time.perf_counter()
    find([piece * 5000])

    assert time.perf_counter() - begun < 2


def test_the_check_page_warns_and_lets_through(visitor):
    visitor.check(jpeg(), **WITH_PHOTO, gedaan="Bel Noor: 06-12345678.", opgeleverd="111222333")

    assert "Staat hier iets in wat niet op de site hoort?" in visitor.text
    assert "telefoonnummer" in visitor.text
    assert "burgerservicenummer" in visitor.text
    assert visitor.press("verstuur").status_code == 303


def test_the_check_page_does_not_warn_for_nothing(visitor):
    visitor.check()

    assert "Staat hier iets in" not in visitor.text


def test_the_sender_s_own_address_is_no_reason_to_warn_a_moderator(judge, visitor):
    quiet = visitor.send()
    html = judge.get(f"/beheer/inzendingen/{quiet.pk}/").content.decode()

    assert "Kijk of dit op de site mag" not in html


def test_a_moderator_is_warned_about_the_text_and_the_descriptions(judge, visitor):
    submission = visitor.send(jpeg(), **WITH_PHOTO | {"alt1": "Balie van @noor <b>"})
    html = judge.get(f"/beheer/inzendingen/{submission.pk}/").content.decode()

    assert "Kijk of dit op de site mag" in html
    assert "@noor" in html
