"""Photos: looked at before they are decoded, and made anew, so that only what is seen remains."""

import struct
import threading
import zlib
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from meegenomen.submissions.uploads.refusals import Refused

MAX_PIXELS = 40_000_000
# Larger than any screen; a photo of a modern telephone shrinks to a tenth of its bytes.
MAX_SIDE = 4000
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
# What Pillow raises for files that are not what they begin as.
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    TypeError,
    KeyError,
    struct.error,
    zlib.error,
)
# A picture of 40 megapixels takes some 300 MB while it is made anew; others wait for their turn.
_at_work = threading.BoundedSemaphore(2)
TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def looks_like_image(start: bytes) -> bool:
    return start.startswith(SIGNATURES)


def made_anew(file: IO[bytes]) -> tuple[bytes, str]:
    """The picture alone, upright and without metadata, and the extension that fits it."""
    file.seek(0)
    with _at_work:
        return _made_anew(file)


def _made_anew(file: IO[bytes]) -> tuple[bytes, str]:
    try:
        # Reads the header only, and tries no other formats, such as PostScript.
        with Image.open(file, formats=tuple(EXTENSIONS)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise _too_many_pixels()
            kind = image.format or ""
            return _written(_pixels_of(image, kind), kind), EXTENSIONS[kind]
    except TOO_LARGE as error:
        raise _too_many_pixels() from error
    except BROKEN as error:
        raise Refused(_("deze foto is beschadigd. Sla hem opnieuw op en kies hem nog eens.")) from (
            error
        )


def _pixels_of(image: Image.Image, kind: str) -> Image.Image:
    if kind == "JPEG":
        # Decodes a large JPEG at a half or a quarter when that is all we keep.
        image.draft("RGB", (MAX_SIDE, MAX_SIDE))
    image.load()
    try:
        upright = ImageOps.exif_transpose(image)
    except BROKEN:
        upright = image  # only what it says of itself is damaged, and that goes anyway
    see_through = kind != "JPEG" and ("A" in upright.getbands() or "transparency" in upright.info)
    picture = upright.convert("RGBA" if see_through else "RGB")
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    # A new picture: whatever hung on the old one (place, comment, thumbnail) stays behind.
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    return clean


def _written(picture: Image.Image, kind: str) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, kind, **({} if kind == "PNG" else {"quality": 88}))
    return buffer.getvalue()


def _too_many_pixels() -> Refused:
    return Refused(
        _("deze foto heeft meer dan 40 miljoen beeldpunten. Maak hem kleiner en kies hem opnieuw.")
    )
