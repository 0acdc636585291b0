"""Names of files, as visitors give them."""

import re
import unicodedata

MAX_STEM = 60


def clean_name(original: str, extension: str) -> str:
    """A name without path, control or direction characters, with the extension of its content."""
    last = re.split(r"[/\\]", original)[-1]
    visible = "".join(
        " " if unicodedata.category(letter).startswith(("C", "Z")) else letter
        for letter in unicodedata.normalize("NFC", last)
    )
    stem = visible.rpartition(".")[0] if "." in visible else visible
    stem = re.sub(r'[<>:"|?*;%]+', " ", stem)
    stem = " ".join(stem.split()).strip(". ")[:MAX_STEM].rstrip(". ")
    return f"{stem or 'bestand'}.{extension}"


def short_name(original: str) -> str:
    """For a message about a file that is not taken, so without an extension of our own."""
    kept = clean_name(original, "x").removesuffix(".x")
    ending = re.search(r"\.([A-Za-z0-9]{1,5})$", original)
    return f"{kept}.{ending[1]}" if ending else kept
