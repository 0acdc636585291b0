"""Documents without the names that office programs put in them, for who is not to be named.

What stands on the page stays: a letterhead is for an editor to see.
"""

import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject

from meegenomen.submissions.uploads import images
from meegenomen.submissions.uploads.refusals import Refused

# Attributes of Word that say who wrote, changed or remarked.
WRITERS = {"author", "initials", "userId", "providerId", "fullDate"}
# Elements of OpenDocument that do.
WRITER_ELEMENTS = {
    "creator",
    "initial-creator",
    "creator-initials",
    "printed-by",
    "author-name",
    "author-initials",
}
# Entries that hold nothing but who and where; a document opens without what is in them.
EMPTIED = {
    "docProps/core.xml": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties"/>'
    ),
    "docProps/app.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"/>'
    ),
    "docProps/custom.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties"/>'
    ),
    "word/people.xml": (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    ),
    "meta.xml": (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'office:version="1.2"/>'
    ),
    "settings.xml": (
        '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'office:version="1.2"/>'
    ),
}
# What programs for whole organisations add: who owns it, and in which library it lies.
EMPTIED_BELOW = "customXml/item"
# Other files inside a document, each with names of its own.
NOT_UNDERSTOOD = ("embeddings/", "object ", "objectreplacements/")
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# What a PDF says about itself and its pictures, and what programs leave in it for themselves.
PDF_KEYS = ("/Metadata", "/PieceInfo", "/LastModified", "/AF")


# More than any real document has; a tree of XML takes ten times the memory of its text.
MAX_PAGES = 1_000
MAX_XML = 16 * 1024 * 1024


class StillNamed(Exception):  # noqa: N818  reads as what is the matter
    """From this document the names cannot be taken."""


def keeps_names(content: bytes) -> bool:
    try:
        without_names(content)
    except StillNamed:
        return True
    return False


def without_names(content: bytes) -> bytes:
    """A document that was recognised as a pdf, docx or odt, written anew. Raises StillNamed."""
    try:
        return _pdf(content) if content.startswith(b"%PDF-") else _zip(content)
    # A damaged document may fail in any part of these libraries, and none of it is our fault.
    except (
        PyPdfError,
        Refused,
        etree.LxmlError,
        zipfile.BadZipFile,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        NotImplementedError,
        RecursionError,
    ) as error:
        raise StillNamed from error


def _pdf(content: bytes) -> bytes:
    """The pages alone, without what hangs on the document: author, attachments, outline."""
    reader = PdfReader(BytesIO(content))
    if not 0 < len(reader.pages) <= MAX_PAGES:
        raise ValueError("A document without pages, or with too many.")
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    for found in writer._objects:  # there is no other way to reach all
        if isinstance(found, DictionaryObject):
            for key in PDF_KEYS:
                found.pop(NameObject(key), None)
            if "/Subtype" in found and "/Rect" in found:
                found.pop(NameObject("/T"), None)  # who wrote a remark
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _zip(content: bytes) -> bytes:
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            name = entry.filename
            if name.endswith("/"):
                continue
            if any(part in name.lower() for part in NOT_UNDERSTOOD):
                raise ValueError(f"{name} is not understood.")
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            # A new entry: the old one may carry a remark, a time and fields of its own.
            new.writestr(zipfile.ZipInfo(name), _cleaned(name)(old.read(entry)), packing)
    return buffer.getvalue()


def _cleaned(name: str) -> Callable[[bytes], bytes]:
    if name in EMPTIED:
        return lambda _: EMPTIED[name].encode()
    if name.startswith(EMPTIED_BELOW) and "Props" not in name:
        return lambda _: b"<removed/>"
    if name.lower().endswith(PICTURES):
        return lambda content: images.made_anew(BytesIO(content))[0]
    if name.endswith((".xml", ".rels")):
        return _xml
    return lambda content: content


def _xml(content: bytes) -> bytes:
    if len(content) > MAX_XML:
        raise ValueError("Too much to look through.")
    if not content.strip():
        return content  # office suites write such entries too
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(content, parser)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for attribute in element.attrib:
            if etree.QName(attribute).localname in WRITERS:
                element.attrib[attribute] = ""
        if etree.QName(element).localname in WRITER_ELEMENTS:
            element.text = ""
        # The template on somebody's disk: file:///C:/Users/name/...
        if element.get("Type", "").endswith("/attachedTemplate"):
            element.set("Target", "Normal.dotm")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
