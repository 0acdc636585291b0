"""Filters typed among the words: "loket land:denemarken sinds:2020"."""

import re

from search.asking.params import MAX_VALUE, Params, clean

# What is typed before the colon -> the parameters that it fills.
NAMES = {
    "type": ("type",),
    "soort": ("type",),
    "thema": ("thema",),
    "land": ("land",),
    "org": ("org",),
    "tag": ("tag",),
    "van": ("van",),
    "vanaf": ("van",),
    "sinds": ("van",),
    "tot": ("tot",),
    "jaar": ("van", "tot"),
}
MOST_LETTERS = 2_000
QUOTES = str.maketrans("“”„", '"""')
# A phrase is passed over: what stands in it is no filter.
FILTER = re.compile(
    rf'"[^"]*"?|(?<!\S)(?P<name>{"|".join(NAMES)}):(?:"(?P<quoted>[^"]+)"?|(?P<plain>[^\s"]+))',
    re.IGNORECASE,
)

Typed = tuple[tuple[str, str], ...]
"""(parameter, value) of each."""


def taken_apart(params: Params) -> tuple[Params, Typed]:
    """The same parameters with each filter that stood among the words as a parameter of its own."""
    texts = params.get("q", ())
    if not any(":" in text for text in texts):
        return params, ()
    typed: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        value = clean(match["quoted"] or match["plain"] or "").rstrip(",; ")[:MAX_VALUE]
        if not match["name"] or not value:
            return match[0]
        typed.extend((name, value) for name in NAMES[match["name"].lower()])
        return " "

    rest = [FILTER.sub(take, text[:MOST_LETTERS].translate(QUOTES)) for text in texts]
    if not typed:
        return params, ()
    filled = {**params, "q": rest}
    for name, value in typed:
        filled[name] = [*filled.get(name, ()), value]
    return filled, tuple(typed)
