"""Documents of who is not to be named lose the names that office programs put in them."""

import zipfile
from io import BytesIO

import docx as word
import pytest
from odfdo import Document, Paragraph
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, StreamObject, TextStringObject

from meegenomen.submissions.uploads.unnaming import StillNamed, without_names
from tests.submissions.files import docx, odt, picture, zipped

NAME = "Kanarie Pietersen"


def word_document() -> bytes:
    made = word.Document()
    paragraph = made.add_paragraph("Dit blijft staan.")
    made.core_properties.author = made.core_properties.last_modified_by = NAME
    made.core_properties.keywords = made.core_properties.comments = NAME
    made.add_comment(paragraph.runs, text="Mooi", author=NAME, initials="KP")
    paragraph.runs[0]._r.set(word.oxml.ns.qn("w:author"), NAME)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def text_document() -> bytes:
    made = Document("text")
    made.meta.creator = NAME
    made.body.append(Paragraph("Dit blijft staan."))
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pdf_document() -> bytes:
    made = PdfWriter()
    page = made.add_blank_page(200, 200)
    made.add_metadata({"/Author": NAME, "/Title": NAME})
    made.add_attachment(f"{NAME}.txt", NAME.encode())
    made.add_annotation(0, FreeText(text="Mooi", rect=(0, 0, 50, 50)))
    page["/Annots"][0].get_object()[NameObject("/T")] = TextStringObject(NAME)
    about = StreamObject()
    about.set_data(f"<x>{NAME}</x>".encode())
    page[NameObject("/Metadata")] = made._add_object(about)
    made.root_object[NameObject("/Metadata")] = made._add_object(about)
    buffer = BytesIO()
    made.write(buffer)
    return buffer.getvalue()


def all_of(document: bytes) -> bytes:
    """With what is packed in it."""
    if document.startswith(b"%PDF"):
        return document
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return document + b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("make", [word_document, pdf_document])
def test_who_made_it_is_gone(make):
    assert NAME.encode() in all_of(make())
    assert NAME.encode() not in all_of(without_names(make()))


def test_a_word_document_still_says_what_it_said():
    kept = word.Document(BytesIO(without_names(word_document())))

    assert [paragraph.text for paragraph in kept.paragraphs] == ["Dit blijft staan."]
    assert [comment.text for comment in kept.comments] == ["Mooi"]
    assert [comment.author for comment in kept.comments] == [""]


def test_a_text_document_still_says_what_it_said():
    clean = without_names(text_document())

    assert NAME.encode() not in (zipfile.ZipFile(BytesIO(clean)).read("meta.xml"))
    paragraphs = Document(BytesIO(clean)).body.paragraphs
    assert "Dit blijft staan." in [str(paragraph.text) for paragraph in paragraphs]
    first = zipfile.ZipFile(BytesIO(clean)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_a_pdf_still_has_its_pages():
    kept = PdfReader(BytesIO(without_names(pdf_document())))

    assert len(kept.pages) == 1
    assert not kept.metadata
    assert not kept.attachments


@pytest.mark.parametrize(
    ("entry", "content"),
    [
        ("docProps/custom.xml", f"<p>{NAME}</p>"),
        ("docProps/app.xml", f"<p><Company>{NAME}</Company></p>"),
        ("word/people.xml", f"<p>{NAME}</p>"),
        ("customXml/item1.xml", f"<p>{NAME}</p>"),
        ("word/comments.xml", f"<!-- {NAME} --><c xmlns:w='urn:w' w:initials='{NAME}'/>"),
        ("word/_rels/settings.xml.rels", f"<r><R Type='x/attachedTemplate' Target='{NAME}'/></r>"),
        ("word/media/image1.jpeg", picture("JPEG", comment=NAME.encode())),
    ],
)
def test_no_corner_of_a_document_keeps_a_name(entry, content):
    assert NAME.encode() not in all_of(without_names(docx({entry: content})))


@pytest.mark.parametrize("field", ["dc:creator", "text:initial-creator", "text:author-name"])
def test_an_open_document_has_such_corners_too(field):
    prefix, _ = field.split(":")
    content = f"<o xmlns:{prefix}='urn:x'><{field}>{NAME}</{field}></o>"

    assert NAME.encode() not in all_of(without_names(odt({"content.xml": content})))


@pytest.mark.parametrize(
    "document",
    [
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n",
        b"PK\x03\x04",
        zipped({"word/document.xml": "<geen xml"}),
        docx({"word/embeddings/sheet.xlsx": b"x"}),
        docx({"word/media/image1.png": b"geen foto"}),
        docx({"word/header.xml": b"<a>" + b"<b/>" * 5_000_000 + b"</a>"}),
        docx({"word/header.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;'}),
    ],
)
def test_what_cannot_be_read_is_told_apart(document):
    with pytest.raises(StillNamed):
        without_names(document)
