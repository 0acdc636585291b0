"""Make search/data/compound-words-nl.txt: the Dutch words that compounds are built of.

Run with the word list of Debian's package wdutch (OpenTaal) as the argument, default
/usr/share/dict/dutch. A short word is kept when enough other words of that list begin or end with
it and the rest is a word too, so that chance cuts stay out. A long word is hardly ever a part by
chance: it is kept unless it is a compound of kept words itself.
"""

import argparse
import re
from collections import Counter
from pathlib import Path

OUTPUT = Path(__file__).parents[1] / "search" / "data" / "compound-words-nl.txt"
PLAIN = re.compile(r"[a-z]{3,16}")
# Times that a word of this length must be seen as a part.
ENOUGH = {3: 90, 4: 15, 5: 8, 6: 3}
LONG = range(7, 15)
# Endings and prefixes that look like words, and would cut words that are no compounds.
NO_PARTS = frozenset(
    [
        "aal",
        "aar",
        "aan",
        "achter",
        "baar",
        "bij",
        "dan",
        "den",
        "der",
        "die",
        "door",
        "een",
        "eer",
        "elen",
        "els",
        "end",
        "ere",
        "gen",
        "ges",
        "her",
        "sen",
        "mis",
        "mee",
        "den",
        "ans",
        "eren",
        "erin",
        "eren",
        "ers",
        "ge",
        "ing",
        "ingen",
        "inge",
        "isch",
        "ische",
        "isten",
        "lijk",
        "lijke",
        "lijks",
        "loos",
        "loze",
        "met",
        "naar",
        "nis",
        "nissen",
        "onder",
        "ons",
        "ont",
        "ontl",
        "ook",
        "open",
        "over",
        "sel",
        "sels",
        "ste",
        "sten",
        "tegen",
        "ten",
        "ter",
        "tie",
        "ties",
        "toe",
        "tot",
        "tussen",
        "uit",
        "van",
        "ver",
        "veren",
        "voor",
        "weer",
        "zaam",
        "zame",
        "heden",
        "heid",
        "heids",
        "schap",
        "schappen",
        "achtig",
        "achtige",
        "teit",
        "teiten",
        "eling",
        "elingen",
        "aten",
        "ering",
        "eringen",
        "atie",
        "aties",
        "ende",
        "enden",
        "erend",
        "erende",
        "ster",
        "sters",
        "tien",
        "ren",
        "rende",
        "rend",
    ]
)
# Short parts of our own field that the list of 2020 hardly uses.
OWN = {"app", "box", "data", "hub", "pact", "pilot"}
LINKS = ("", "s", "en", "e", "n")


def parts_seen(words: set[str]) -> Counter[str]:
    seen: Counter[str] = Counter()
    for word in words:
        for cut in range(3, len(word) - 2):
            tail = word[cut:]
            if tail not in words:
                continue
            head = word[:cut]
            for link in LINKS:
                stripped = head.removesuffix(link)
                if head.endswith(link) and len(stripped) >= 3 and stripped in words:
                    seen[stripped] += 1
                    seen[tail] += 1
                    break
    return seen


def is_compound(word: str, parts: set[str]) -> bool:
    """Whether two words of at least four letters make up this one, perhaps with a link."""
    for cut in range(4, len(word) - 3):
        if word[cut:] in parts and any(
            word[:cut].endswith(link) and word[: cut - len(link)] in parts for link in LINKS
        ):
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default="/usr/share/dict/dutch", type=Path)
    source = parser.parse_args().source
    words = {line for line in source.read_text().split("\n") if PLAIN.fullmatch(line)}
    seen = parts_seen({word for word in words if word not in NO_PARTS})
    short = {word for word, times in seen.items() if times >= ENOUGH.get(len(word), 2)}
    long = {word for word in words if len(word) in LONG and not is_compound(word, short)}
    kept = sorted(short | long | OWN)
    OUTPUT.write_text("\n".join(kept) + "\n")
    print(f"{len(kept)} of {len(words)} words kept, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
