"""Files as visitors and attackers send them."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
ODT = "application/vnd.oasis.opendocument.text"


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind: str, *, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "steelblue").save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(name: str = "balie.jpg", **options: Any) -> SimpleUploadedFile:
    return upload(picture("JPEG", **options), name)


def jpeg_with_place() -> bytes:
    """On its side, and with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: a quarter turn
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 12.0)}
    return picture("JPEG", exif=exif.tobytes(), comment=b"geheim")


def zipped(entries: dict[str, bytes | str], **options: Any) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(extra: dict[str, bytes | str] | None = None, *, main: str = DOCX) -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    entries = {"[Content_Types].xml": types, "word/document.xml": "<w/>"}
    return zipped(entries | (extra or {}))


def odt(extra: dict[str, bytes | str] | None = None) -> bytes:
    return zipped({"mimetype": ODT, "content.xml": "<o/>"} | (extra or {}))


def pdf(inside: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj<<" + inside + b">>endobj\ntrailer<<>>\n%%EOF\n"


def png_that_claims(width: int, height: int) -> bytes:
    """A header of a huge picture, and next to nothing behind it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def zip_with_entries(number: int) -> bytes:
    return zipped({f"word/{index}.xml": "" for index in range(number)} | {"mimetype": ODT})


def zip_that_claims(unpacked: int) -> bytes:
    """A document whose directory says that one entry is larger than it is."""
    content = docx({"word/media/groot.bin": b"\0" * 5000})
    return content.replace(struct.pack("<L", 5000), struct.pack("<L", unpacked))
