"""Who did not ask to be named is named nowhere: not by name, file, metadata, address or index."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from meegenomen.core.models import Organisation
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation import judging
from meegenomen.submissions.moderation.anonymity import names_in, names_left_in
from search.index.rebuild import rebuild
from search.models import StoredRecord, StoredTerm
from tests.submissions.files import docx, jpeg_with_place, upload
from tests.submissions.visitor import WITH_PHOTO

CANARY = "Kwetterdam"
SENDER = "Wiebe Kwinkeleer"
WORDS = (CANARY, SENDER, "Kwinkeleer", "kwetterdam")
UNNAMED = {
    "titel": "Balie in de bus",
    "gedaan": "Een bus met een balie reed langs de dorpen.",
    "organisatie": f"Gemeente {CANARY}",
    "naam": SENDER,
    "functie": f"Adviseur {CANARY}",
    "email": f"wiebe@{CANARY.lower()}.example",
    "link": f"https://www.{CANARY.lower()}.example/bus",
    "naam_tonen": None,
    "omvang": "klein",
}
WAYS_OUT = (
    "/",
    "/voorbeelden/",
    "/voorbeelden/balie-in-de-bus/",
    "/landen/denemarken/",
    "/themas/dienstverlening/",
    "/lessen/",
    "/zoeken/?q=bus",
    f"/zoeken/?q={CANARY}",
    "/zoeken/suggesties/?q=kwet",
    "/feeds/nieuw.atom",
    "/sitemap.xml",
    "/deel-jouw-inspiratie/",
)


def document() -> Any:
    about = f"<a xmlns:dc='urn:dc'><dc:creator>{SENDER}</dc:creator><b>{CANARY}</b></a>"
    return upload(docx({"docProps/core.xml": about}), f"notitie {CANARY}.docx")


@pytest.fixture
def published(visitor: Any, moderator: Client, settings: Any, tmp_path: Path) -> Submission:
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    photo = upload(jpeg_with_place(), f"{CANARY} bus.jpg")
    submission = visitor.send(photo, document(), **UNNAMED | WITH_PHOTO)
    judging.make_draft(submission, User.objects.get(username="moderator"))
    submission.refresh_from_db()
    submission.page.get_latest_revision().publish()
    rebuild()
    submission.refresh_from_db()
    return submission


def test_the_page_shows_the_kind_and_the_size_of_the_organisation(published):
    text = Client().get("/voorbeelden/balie-in-de-bus/").content.decode()

    assert "Gemeente (tot 50.000 inwoners)" in text
    assert published.organisation == f"Gemeente {CANARY}"


def test_no_way_out_names_who_is_not_to_be_named(published):
    for path in WAYS_OUT:
        response = Client().get(path)
        assert response.status_code == 200, path
        said = response.content.decode() + str(response.headers)
        if CANARY in path:
            # A page of results repeats what was asked, and nothing more.
            said = said.replace(CANARY, "", said.count(path.split("=")[1]))
            assert "balie-in-de-bus" not in said
        for word in WORDS:
            assert word not in said, path


def test_no_index_and_no_revision_names_them(published, tmp_path):
    kept = json.dumps([*StoredRecord.objects.values_list("record", flat=True)], default=str)
    kept += str(list(StoredTerm.objects.values_list("value", flat=True)))
    kept += json.dumps([one.content for one in published.page.revisions.all()], default=str)
    assert "Balie in de bus" in kept
    index = b"".join(p.read_bytes() for p in (tmp_path / "search").rglob("*") if p.is_file())
    for word in WORDS:
        assert word not in kept
        assert word.encode() not in index
    assert not Organisation.objects.filter(name__icontains=CANARY)


def test_no_file_in_the_libraries_names_them(published):
    for item in (*get_image_model().objects.all(), *get_document_model().objects.all()):
        with item.file.open() as opened:
            content = opened.read()
        said = f"{item.title} {item.file.name} {getattr(item, 'credit', '')}".encode() + content
        if zipfile.is_zipfile(io.BytesIO(content)):
            archive = zipfile.ZipFile(io.BytesIO(content))
            said += b"".join(archive.read(name) for name in archive.namelist())
        else:
            assert not Image.open(io.BytesIO(content)).getexif()
        for word in WORDS:
            assert word.encode() not in said
    assert get_document_model().objects.count() == get_image_model().objects.count() == 1
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if CANARY in path.name]


def test_the_editor_sees_who_it_is(published, moderator):
    page = moderator.get(reverse("inzendingen:inspect", args=[published.pk]))

    assert f"Gemeente {CANARY}" in page.content.decode()


def test_a_document_that_keeps_its_names_is_refused_and_the_rest_stays(visitor):
    stubborn = upload(docx({"word/embeddings/sheet.xlsx": b"x"}), "notitie.docx")

    visitor.check(stubborn, **UNNAMED)

    assert "notitie.docx: uit dit document kunnen we jullie namen niet weghalen" in visitor.text
    assert "Balie in de bus" in visitor.text
    visitor.check(**UNNAMED | {"naam_tonen": "on"})
    assert "Klopt het zo?" in visitor.text


def test_the_check_page_tells_what_still_names_somebody(visitor):
    visitor.check(**UNNAMED | {"gedaan": f"In {CANARY.lower()} reed een bus."})
    assert f"In je tekst staat nog: {CANARY}." in visitor.text
    assert "Gemeente (tot 50.000 inwoners)" in visitor.text

    visitor.check(**UNNAMED | {"gedaan": f"In {CANARY} reed een bus.", "naam_tonen": "on"})
    assert "In je tekst staat nog" not in visitor.text


def test_the_editor_is_told_so_too(visitor):
    named = visitor.send(**UNNAMED | {"opgeleverd": f"{SENDER} vertelt graag meer."})
    assert names_left_in(named) == (SENDER,)
    named.show_name = True
    assert names_left_in(named) == ()


def test_a_size_is_kept_only_of_who_is_not_named(visitor, another_visitor):
    assert visitor.send(**UNNAMED).organisation_size == "klein"
    other = another_visitor("198.51.100.9")
    assert other.send(**UNNAMED | {"naam_tonen": "on"}).organisation_size == ""
    third = another_visitor("198.51.100.10")
    third.check(**UNNAMED | {"omvang": "reusachtig"})
    assert "Kies de grootte uit de lijst" in third.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Kwetterdam", ("Kwetterdam",)),
        ("De gemeente Kwetterdam", ("Gemeente Kwetterdam",)),
        ("KWETTERDAM!", ("Kwetterdam",)),
        ("Kwetterdammers", ()),
        ("wiebe kwinkeleer", (SENDER,)),
        ("Wiebe", ()),
        ("", ()),
    ],
)
def test_names_are_found_as_whole_words(text, found):
    assert names_in([text], organisation="Gemeente Kwetterdam", name=SENDER) == found
