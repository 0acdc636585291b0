"""What is taken in as a file, what is refused, and what is left of it."""

from io import BytesIO

import pytest
from django.utils.html import escape
from PIL import Image

from meegenomen.submissions.models import Submission
from meegenomen.submissions.uploads.inspection import MAX_BODY, inspect
from meegenomen.submissions.uploads.names import clean_name
from meegenomen.submissions.uploads.refusals import Refused
from tests.submissions.files import (
    DOCM,
    docx,
    jpeg,
    jpeg_with_place,
    odt,
    pdf,
    picture,
    png_that_claims,
    upload,
    zip_that_claims,
    zip_with_entries,
    zipped,
)
from tests.submissions.visitor import FORM

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
SOFT_ZERO = {"word/nul.xml": b"\0" * 9_000_000}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leeg.jpg", b"", "is leeg"),
        ("nul.jpg", b"\0" * 500, "nemen we niet aan"),
        ("pagina.jpg", HTML, "nemen we niet aan"),
        ("tekening.jpg", SVG, "nemen we niet aan"),
        ("tekening.svg", SVG, "nemen we niet aan"),
        ("plaatje.gif", picture("GIF"), "nemen we niet aan"),
        ("druk.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n", "nemen we niet aan"),
        ("druk.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n", "nemen we niet aan"),
        ("lagen.psd", b"8BPS\0\x01" + b"\0" * 40, "nemen we niet aan"),
        ("programma.pdf", b"MZ\x90\0" + b"\0" * 400, "nemen we niet aan"),
        ("geluid.webp", b"RIFF\x24\0\0\0WAVEfmt ", "is beschadigd"),
        ("half.jpg", picture("JPEG", size=(900, 900))[:900], "is beschadigd"),
        ("half.png", picture("PNG")[:60], "is beschadigd"),
        ("bom.png", png_that_claims(8000, 8000), "40 miljoen beeldpunten"),
        ("bom2.png", png_that_claims(12000, 10000), "40 miljoen beeldpunten"),
        ("bom3.png", png_that_claims(60000, 60000), "40 miljoen beeldpunten"),
        ("rest.jpg", b"\xff\xd8\xff" + HTML, "is beschadigd"),
        ("groot.pdf", pdf(b"x" * (10 * 1024 * 1024)), "groter dan 10 MB"),
        ("afgebroken.pdf", b"%PDF-1.7\n1 0 obj", "is beschadigd"),
        ("script.pdf", pdf(b"/S /JavaScript /JS (app.alert)"), "macro of programma"),
        ("start.pdf", pdf(b"/S /Launch"), "macro of programma"),
        ("verslag.docx", zipped({"iets.txt": "x"}), "geen pdf, docx of odt"),
        ("blad.docx", docx(main="application/x-blad"), "geen pdf, docx of odt"),
        ("macro.docm", docx(main=DOCM), "macro of programma"),
        ("macro.docx", docx({"word/vbaProject.bin": b"x"}), "macro of programma"),
        ("macro.odt", odt({"Basic/Standard/Module1.xml": b"x"}), "macro of programma"),
        ("besturing.docx", docx({"word/activeX/activeX1.bin": b"x"}), "macro of programma"),
        ("uit.docx", docx({"../../etc/passwd": b"x"}), "is beschadigd"),
        ("wortel.docx", docx({"/etc/passwd": b"x"}), "is beschadigd"),
        ("zipbom.docx", docx(SOFT_ZERO), "uitgepakt te groot"),
        ("belofte.docx", zip_that_claims(2**31), "uitgepakt te groot"),
        ("veel.odt", zip_with_entries(1100), "uitgepakt te groot"),
        ("staart.docx", docx() + HTML, "is beschadigd"),
        ("kop.docx", HTML + docx(), "nemen we niet aan"),
        ("afgekapt.docx", docx()[:-30], "is beschadigd"),
        ("alleen-begin.odt", b"PK\x03\x04", "is beschadigd"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(name, content, reason):
    with pytest.raises(Refused, match=reason):
        inspect(upload(content, name))


def test_a_zip_with_two_entries_of_one_name_is_refused():
    buffer = BytesIO(docx())
    content = buffer.getvalue().replace(b"word/document.xml", b"[Content_Types].xm")
    with pytest.raises(Refused):
        inspect(upload(content, "dubbel.docx"))


@pytest.mark.parametrize(
    ("name", "content", "kept_as"),
    [
        ("balie.JPEG", picture("JPEG"), "balie.jpg"),
        ("balie.png", picture("PNG"), "balie.png"),
        ("balie.webp", picture("WEBP"), "balie.webp"),
        ("eigenlijk.html", picture("PNG"), "eigenlijk.png"),
        ("verslag.pdf", pdf(), "verslag.pdf"),
        ("verslag.docx", docx(), "verslag.docx"),
        ("verslag.odt", odt(), "verslag.odt"),
        ("foto.jpg", pdf(), "foto.pdf"),
    ],
)
def test_a_good_file_is_known_by_its_content(name, content, kept_as):
    assert inspect(upload(content, name)).name == kept_as


def test_a_photo_keeps_its_picture_and_nothing_else():
    original = jpeg_with_place() + b"<?php echo 1 ?>"
    assert Image.open(BytesIO(original)).getexif()

    content = inspect(upload(original, "balie.jpg")).content

    made_anew = Image.open(BytesIO(content))
    assert made_anew.size == (48, 64), "it was on its side"
    assert not made_anew.getexif()
    assert b"geheim" not in content
    assert b"<?php" not in content


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {"icc_profile": b"geheim profiel"}),
        ("WEBP", {"exif": b"Exif\0\0geheim", "xmp": b"<x>geheim</x>"}),
        ("JPEG", {"icc_profile": b"geheim profiel", "comment": b"geheim"}),
    ],
)
def test_no_kind_of_metadata_survives(kind, options):
    original = picture(kind, **options)
    assert b"geheim" in original or kind == "PNG"

    content = inspect(upload(original, "balie")).content

    assert b"geheim" not in content
    left = set(Image.open(BytesIO(content)).info)
    assert not left & {"icc_profile", "exif", "xmp", "comment", "photoshop", "dpi"}


def test_a_see_through_picture_stays_see_through():
    buffer = BytesIO()
    Image.new("RGBA", (8, 8), (10, 20, 30, 0)).save(buffer, "PNG")

    content = inspect(upload(buffer.getvalue(), "logo.png")).content

    assert Image.open(BytesIO(content)).getpixel((0, 0))[3] == 0


def test_a_very_large_photo_shrinks_to_what_a_screen_can_show():
    content = inspect(upload(picture("JPEG", size=(6000, 4000)), "groot.jpg")).content

    assert max(Image.open(BytesIO(content)).size) == 4000


@pytest.mark.parametrize(
    ("original", "cleaned"),
    [
        ("balie.jpg", "balie.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\fotos\\balie.JPG", "balie.jpg"),
        ("", "bestand.jpg"),
        (".jpg", "bestand.jpg"),
        ("....", "bestand.jpg"),
        ("foto\x00.php\r\n.jpg", "foto .php.jpg"),
        ("om\u202egpj.exe", "om gpj.jpg"),
        ("x" * 300 + ".jpg", "x" * 60 + ".jpg"),
        ("é" * 300, "é" * 60 + ".jpg"),
        ('a"b;c%0d.jpg', "a b c 0d.jpg"),
        ("  spaties   hier .jpg", "spaties hier.jpg"),
    ],
)
def test_names_are_cleaned(original, cleaned):
    assert clean_name(original, "jpg") == cleaned


def test_a_refused_file_says_why_and_the_others_stay(visitor):
    visitor.check(jpeg("goed.jpg"), upload(SVG, "fout.jpg"), upload(pdf(), "verslag.pdf"))

    assert escape("fout.jpg: dit soort bestand nemen we niet aan.") in visitor.text
    files = visitor.text.split("data-chosen-files")[1].split("</ul>")[0]
    assert "goed.jpg" in files
    assert "verslag.pdf" in files
    assert "fout.jpg" not in files


def test_a_sixth_file_is_refused_and_five_stay(visitor, private_files):
    visitor.check(*(upload(pdf(), f"verslag-{number}.pdf") for number in range(1, 7)))

    assert "verslag-6.pdf: je kunt hoogstens 5 bestanden meesturen." in visitor.text
    assert visitor.text.count('name="verwijder"') == 5
    assert len(list((private_files / "wachtkamer").iterdir())) == 5


def test_a_thousand_files_are_refused_at_the_door(visitor, private_files):
    response = visitor.check(*(upload(pdf(), f"{number}.pdf") for number in range(1000)))

    assert response.status_code == 400
    assert "veel te veel bestanden" in visitor.text
    assert not private_files.exists()


class Unread:
    """A body that may not be touched."""

    def read(self, *args: object) -> bytes:
        raise AssertionError("the body was read")


def test_a_body_over_the_limit_is_refused_unread(visitor, rf):
    from meegenomen.submissions.views.share import share

    request = rf.post(FORM)
    request.META["CONTENT_LENGTH"] = str(MAX_BODY + 1)
    request._stream = Unread()
    request.environ["wsgi.input"] = Unread()

    response = share(request).render()

    assert response.status_code == 413
    assert "Dit is te veel in één keer" in response.content.decode()


def test_endless_text_is_refused(visitor):
    response = visitor.check(gedaan="x" * (3 * 1024 * 1024))

    assert response.status_code == 413
    assert not Submission.objects.exists()


def test_files_lie_outside_the_public_media_under_names_that_nobody_guesses(
    submission, private_files, client
):
    file = submission.files.get()

    assert (private_files / file.stored.name).is_file()
    assert "balie" not in file.stored.name
    assert len(file.stored.name.split("/")[1]) >= 32
    assert (private_files / file.stored.name).stat().st_mode & 0o077 == 0
    assert client.get(f"/media/{file.stored.name}", follow=True).status_code == 404
