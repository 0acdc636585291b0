"""Cut the two typefaces down to what Dutch text needs on the first paint: npm run fonts.

Reads the npm packages of package.json, writes site/static/fonts. A developer runs it and commits
the result. The `latin-ext` files stay whole: a browser fetches one only when a name needs it.
"""

from pathlib import Path
from shutil import copyfile

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGES = Path("node_modules/@fontsource-variable")
TARGET = Path("site/static/fonts")
# Basic Latin, Latin-1 and the punctuation, arrows and signs that Dutch prose uses.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *(0x0131, 0x0152, 0x0153, 0x2009, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A),
    *(0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x202F, 0x20AC, 0x2212),
]
# The italic is for quotes alone, in Dutch.
ITALIC_CHARACTERS = [*range(0x20, 0x7F), *map(ord, "\u00a0àáâäçèéêëíîïñóôöúûüß–—‘’“”…€")]
# The licence reserves the name "Source", so a changed copy goes by a name of its own.
FAMILIES = {"source-sans-3": "Meegenomen Sans", "source-serif-4": "Meegenomen Serif"}
# (family, style, weight): one number makes a static font, a pair keeps the axis between them.
CUTS: list[tuple[str, str, float | tuple[float, float]]] = [
    ("source-sans-3", "normal", (400, 700)),
    ("source-serif-4", "normal", 620),
    ("source-serif-4", "italic", 400),
]


def rename(font: TTFont, family: str) -> None:
    names = font["name"]
    for record in list(names.names):
        if record.nameID in {1, 3, 4, 16}:
            names.setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID == 6:
            postscript = family.replace(" ", "")
            names.setName(postscript, 6, record.platformID, record.platEncID, record.langID)


def cut(family: str, style: str, weight: float | tuple[float, float]) -> None:
    name = f"{family}-latin-wght-{style}.woff2"
    font = TTFont(PACKAGES / family / "files" / name, recalcTimestamp=False)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = [] if style == "italic" else ["kern", "lnum", "tnum"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=ITALIC_CHARACTERS if style == "italic" else CHARACTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    rename(font, FAMILIES[family])
    font.flavor = "woff2"
    font.save(TARGET / f"{family}-{style}.woff2")


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    for family, style, weight in CUTS:
        cut(family, style, weight)
    for family in ("source-sans-3", "source-serif-4"):
        extended = PACKAGES / family / "files" / f"{family}-latin-ext-wght-normal.woff2"
        copyfile(extended, TARGET / f"{family}-latin-ext.woff2")
        copyfile(PACKAGES / family / "LICENSE", TARGET / f"LICENSE-{family}.txt")


if __name__ == "__main__":
    main()
