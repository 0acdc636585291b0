"""Reads one document, as a process of its own: what goes wrong in it ends with it.

    python -m meegenomen.core.document_words.reading < document

Answers with one line of JSON. Knows nothing of Django, so that it starts fast.
"""

import io
import json
import logging
import resource
import sys
import zipfile
from collections.abc import Iterator

from meegenomen.core.document_words.limits import (
    CPU_SECONDS,
    MEMORY,
    MOST_CHARACTERS,
    MOST_PAGES,
    MOST_UNPACKED,
)

OLE = b"\xd0\xcf\x11\xe0"
"""How an encrypted docx begins, and an old Word document."""


class EncryptedError(Exception):
    """It asks for a password."""


class TooLargeError(Exception):
    """It unpacks to more than we read."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable(logging.CRITICAL)
    outcome, text = read(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps({"outcome": outcome, "text": text}))


def read(data: bytes) -> tuple[str, str]:
    """(value of an Outcome, text)"""
    try:
        text, whole = _joined(_parts(data))
    except EncryptedError:
        return "versleuteld", ""
    except TooLargeError:
        return "groot", ""
    except (MemoryError, RecursionError):
        return "zwaar", ""
    except Exception:  # whatever a library makes of a damaged file
        return "kapot", ""
    if not text:
        return "zonder", ""
    return ("gelezen" if whole else "deels"), text


def _parts(data: bytes) -> Iterator[str]:
    if data.lstrip()[:5] == b"%PDF-":
        return _pdf(data)
    if data.startswith(OLE):
        raise EncryptedError
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        if sum(entry.file_size for entry in held.infolist()) > MOST_UNPACKED:
            raise TooLargeError
        names = set(held.namelist())
        manifest = held.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        raise EncryptedError
    return _docx(data) if "word/document.xml" in names else _odt(data)


def _joined(parts: Iterator[str]) -> tuple[str, bool]:
    """The text in one line, and whether it is all of it."""
    found: list[str] = []
    length = 0
    for number, part in enumerate(parts):
        # What no database and no index holds: half a character, and what is none.
        clean = part.encode("utf-8", "ignore").decode().replace("\x00", " ")
        found.append(" ".join(clean.split()))
        length += len(found[-1])
        if length > MOST_CHARACTERS or number >= MOST_PAGES * 100:
            return " ".join(filter(None, found))[:MOST_CHARACTERS], False
    return " ".join(filter(None, found)), True


def _pdf(data: bytes) -> Iterator[str]:
    from pypdf import PasswordType, PdfReader

    reader = PdfReader(io.BytesIO(data))
    # Without a password to open it there is often one to change it.
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise EncryptedError
    for number, page in enumerate(reader.pages):
        # More than we keep, so that it counts as read in part.
        yield page.extract_text() if number < MOST_PAGES else "x" * (MOST_CHARACTERS + 1)


def _docx(data: bytes) -> Iterator[str]:
    from docx import Document
    from docx.table import Table

    document = Document(io.BytesIO(data))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text for cell in row.cells)
        else:
            yield block.text
    for section in document.sections:
        for margin in (section.header, section.footer):
            yield " ".join(paragraph.text for paragraph in margin.paragraphs)


def _odt(data: bytes) -> Iterator[str]:
    from odfdo import Document

    body = Document(io.BytesIO(data)).body
    for element in body.get_elements("descendant::text:p | descendant::text:h"):
        yield element.text_recursive


if __name__ == "__main__":
    main()
