"""Documents: known by their content, and searched for programs, without unpacking any."""

import struct
import zipfile
from typing import IO

from django.utils.translation import gettext as _

from meegenomen.submissions.uploads.refusals import Refused

MAX_ENTRIES = 1000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 100
MAX_READ = 1024 * 1024
"""Of the one entry that says what kind of document it is."""

END_OF_ZIP = struct.Struct("<4s4H2LH")
DOCX_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
# Where office suites keep macros and other programs, in lower case.
PROGRAMS = ("vbaproject", "vbadata", "activex/", "basic/", "scripts/", "oleobject")
# What makes a PDF do something when it is opened.
ACTIVE_PDF = (b"/JavaScript", b"/Launch")


def looks_like_document(start: bytes) -> bool:
    return start.startswith((b"%PDF-", b"PK\x03\x04"))


def recognise(file: IO[bytes]) -> str:
    """The extension that fits the content: pdf, docx or odt."""
    file.seek(0)
    if file.read(5) == b"%PDF-":
        _check_pdf(file)
        return "pdf"
    return _recognise_zip(file)


def _check_pdf(file: IO[bytes]) -> None:
    file.seek(0)
    content = file.read()
    if b"%%EOF" not in content[-1024:]:
        raise _damaged()
    if any(mark in content for mark in ACTIVE_PDF):
        raise _with_program()


def _recognise_zip(file: IO[bytes]) -> str:
    _check_end(file)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            return _kind_of(archive, {entry.filename for entry in entries})
    # NotImplementedError: a way of packing that no office suite uses.
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise _damaged() from error


def _check_end(file: IO[bytes]) -> None:
    """Nothing may follow the zip, and it may say of itself only that it is small."""
    size = file.seek(0, 2)
    if size < END_OF_ZIP.size:
        raise _damaged()
    file.seek(size - END_OF_ZIP.size)
    signature, disk, start_disk, here, total, length, offset, comment = END_OF_ZIP.unpack(
        file.read(END_OF_ZIP.size)
    )
    whole = offset + length + END_OF_ZIP.size == size
    if signature != b"PK\x05\x06" or disk or start_disk or comment or here != total or not whole:
        raise _damaged()
    if total > MAX_ENTRIES:
        raise _too_large()


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or len(entries) > MAX_ENTRIES:
        raise _damaged()
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1):
        raise _too_large()
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if entry.flag_bits & 0x1:
            raise Refused(_("dit document is versleuteld. Sla het op zonder wachtwoord."))
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise _damaged()
        if any(mark in name.lower() for mark in PROGRAMS):
            raise _with_program()


def _kind_of(archive: zipfile.ZipFile, names: set[str]) -> str:
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        types = _read(archive, "[Content_Types].xml")
        if b"macroEnabled" in types:
            raise _with_program()
        if DOCX_TYPE in types:
            return "docx"
    if {"mimetype", "content.xml"} <= names and _read(archive, "mimetype").strip() == ODT_TYPE:
        return "odt"
    raise Refused(_("dit is geen pdf, docx of odt. Sla het op als een van die drie."))


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as entry:
        return entry.read(MAX_READ)


def _damaged() -> Refused:
    return Refused(_("dit document is beschadigd. Sla het opnieuw op en kies het nog eens."))


def _too_large() -> Refused:
    return Refused(_("dit document is uitgepakt te groot. Maak het kleiner of stuur een pdf."))


def _with_program() -> Refused:
    return Refused(
        _("er zit een macro of programma in. Sla het op zonder, of stuur een gewone pdf.")
    )
