"""What is read of a document, and what a bad one can do: nothing but be unread."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from odfdo import Document as OpenDocument
from odfdo import Header, Paragraph
from pypdf import PdfWriter
from wagtail.documents import get_document_model

from meegenomen.core.document_words import extraction, kept
from meegenomen.core.document_words.limits import MOST_CHARACTERS
from meegenomen.core.document_words.reading import read
from meegenomen.core.models import DocumentText, Outcome


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def word_document(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.add_table(1, 1).rows[0].cells[0].text = "In een tabel"
    document.sections[0].header.paragraphs[0].text = "Bovenaan"
    return saved(document.save)


def open_document(*paragraphs: str) -> bytes:
    document = OpenDocument("text")
    document.body.clear()
    document.body.append(Header(1, "Een kop"))
    for text in paragraphs:
        document.body.append(Paragraph(text))
    return saved(document.save)


def pdf_document(text: str = "", password: str = "", owner: str = "") -> bytes:
    """With a line of text, in a stream as a word processor would write it."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(400, 200)
    if text:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password or owner:
        writer.encrypt(password, owner or None)
    return saved(writer.write)


def packed(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (word_document("Eén loket", "voor allen"), "Eén loket voor allen In een tabel Bovenaan"),
        (open_document("Eén loket"), "Een kop Eén loket"),
        (pdf_document("Een loket"), "Een loket"),
        (pdf_document("Een loket", owner="alleen om te wijzigen"), "Een loket"),
    ],
)
def test_the_words_of_a_document(data, text):
    assert read(data) == (Outcome.READ, text)


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (pdf_document(), Outcome.WITHOUT_TEXT),
        (pdf_document("Geheim", password="geheim"), Outcome.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0" + bytes(500), Outcome.ENCRYPTED),
        (packed(META_INF="", content_xml=b"x"), Outcome.BROKEN),
        (
            packed(**{"META-INF__manifest_xml": b"<manifest:encryption-data/>"}),
            Outcome.ENCRYPTED,
        ),
        (b"", Outcome.BROKEN),
        (b"%PDF-1.7 nonsense", Outcome.BROKEN),
        (word_document("Half")[:1_000], Outcome.BROKEN),
        (packed(word__document_xml=b"<a"), Outcome.BROKEN),
        (packed(word__document_xml=bytes(101_000_000)), Outcome.TOO_LARGE),
    ],
)
def test_a_document_that_cannot_be_read(data, outcome):
    assert read(data) == (outcome, "")


def test_of_a_very_long_document_the_beginning_counts():
    outcome, text = read(word_document("loket " * MOST_CHARACTERS))
    assert outcome == Outcome.IN_PART
    assert len(text) == MOST_CHARACTERS


def test_a_document_is_read_in_a_process_of_its_own():
    assert extraction.words_in(io.BytesIO(open_document("Eén loket"))) == (
        Outcome.READ,
        "Een kop Eén loket",
    )


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(extraction, "MOST_BYTES", 100)
    assert extraction.words_in(io.BytesIO(bytes(101))) == (Outcome.TOO_LARGE, "")


@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        # As a document would that never ends; the limit is that of the reader, made shorter.
        (
            "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass",
            Outcome.TOO_MUCH_WORK,
        ),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Outcome.TOO_MUCH_WORK),
        ("raise SystemExit(3)", Outcome.BROKEN),
        ("print('no JSON')", Outcome.BROKEN),
    ],
)
def test_a_reader_that_goes_down_takes_nobody_along(monkeypatch, program, outcome):
    monkeypatch.setattr(extraction, "_START", program)
    assert extraction.words_in(io.BytesIO(b"x")) == (outcome, "")


def test_the_reader_has_limits_of_its_own(monkeypatch):
    asked = (
        "import resource; from meegenomen.core.document_words import reading; import io, sys;"
        "reading.read = lambda data: ('gelezen', str([resource.getrlimit(one)[0] for one in"
        " (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_FSIZE)])); reading.main()"
    )
    monkeypatch.setattr(extraction, "_START", f"import sys; sys.path[:] = sys.argv[1:]; {asked}")
    assert extraction.words_in(io.BytesIO(b"x")) == (Outcome.READ, "[15, 768000000, 0]")


def test_a_busy_machine_is_no_fault_of_the_document(monkeypatch, db):
    monkeypatch.setattr(extraction, "_START", "import time; time.sleep(30)")
    monkeypatch.setattr(extraction, "SECONDS", 0.1)
    document = add("a.odt", open_document("Eén loket"))
    assert kept.words_of(document) == ""
    assert not DocumentText.objects.exists()


def add(name: str, data: bytes, **values: object):
    return get_document_model().objects.create(
        title=name, file=ContentFile(data, name=name), **values
    )


@pytest.fixture
def document(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return add("verslag.odt", open_document("Eén loket"))


def test_a_document_is_read_once_for_each_file(document, monkeypatch):
    assert kept.words_of(document) == "Een kop Eén loket"
    monkeypatch.setattr(kept, "words_in", lambda file: 1 / 0)
    again = get_document_model().objects.get(pk=document.pk)
    assert kept.words_of(again) == "Een kop Eén loket"
    same = add("ander.odt", Path(document.file.path).read_bytes())
    assert kept.words_of(same) == "Een kop Eén loket"


def test_its_words_are_erased_with_the_last_document_that_has_them(document):
    kept.words_of(document)
    same = add("ander.odt", Path(document.file.path).read_bytes())
    kept.words_of(same)
    document.delete()
    assert DocumentText.objects.count() == 1
    same.delete()
    assert not DocumentText.objects.exists()


def test_its_words_are_erased_when_another_file_takes_its_place(document):
    kept.words_of(document)
    document.file = ContentFile(open_document("Iets anders"), name="nieuw.odt")
    document._set_document_file_metadata()
    document.save()
    assert not DocumentText.objects.exists()
    assert kept.words_of(document) == "Een kop Iets anders"


def test_a_file_that_is_gone_is_no_error(document):
    document.file.storage.delete(document.file.name)
    document.file_hash = "x"
    assert kept.words_of(document) == ""


def test_another_kind_of_file_is_left_alone(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert kept.words_of(add("cijfers.csv", b"a;b")) == ""
    assert not DocumentText.objects.exists()


def test_an_editor_reads_what_search_makes_of_it(document):
    DocumentText.objects.create(pk=document.get_file_hash(), text="", outcome=Outcome.ENCRYPTED)
    client = Client()
    client.force_login(User.objects.create_superuser("redacteur"))
    page = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert "Dit document is versleuteld; zoeken kan het niet lezen." in page
