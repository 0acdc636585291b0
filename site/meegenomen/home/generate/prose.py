"""Sentences that read as Dutch and mean nothing. Few words are frequent and most are rare."""

import json
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from uuid import UUID

from meegenomen.core.text import count_words
from meegenomen.home.generate.vocabulary import (
    ADJECTIVES,
    FIRST_HALVES,
    INFINITIVES,
    NOUNS,
    PEOPLE,
    PLACES,
    SECOND_HALVES,
    VERBS,
)

SENTENCES = (
    "{S} {v} {o} in {p}.",
    "In {p} {v} {s} {o} samen met {e}.",
    "Volgens {e} is {s} {a} en {a}.",
    "Wie {o} wil {i}, begint bij {o}.",
    "{S} werkt alleen als {s} {a} is.",
    "Sinds {y} {v} {s} {o}, en dat merken {e}.",
    "Voor {e} is {s} pas {a} als {s} dat ook is.",
    "Dat scheelt {n} procent van {s}.",
    "Zonder {s} {v} {s} {o} niet.",
    "Na {n} maanden vonden {e} dat {s} {a} genoeg was.",
    "Niet {s} maar {s} {v} hier {o}.",
    "{S} lijkt op de service design van {p}, maar {v} {o}.",
)
TITLES = (
    "{N} in {p}: {a} en {a}",
    "Hoe {p} {s} {v}",
    "Van {n2} naar {n2}",
    "{N}: wat {e} ervan leren",
    "{E} {i} samen {o}",
    "Waarom {s} in {p} {a} werd",
)


class Words:
    """Draws from a list by Zipf's law: the second word half as often as the first, and so on."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._chances = list(accumulate(1 / (rank + 2) for rank in range(len(words))))

    def __call__(self, random: Random) -> str:
        drawn = random.random() * self._chances[-1]
        return self._words[bisect(self._chances, drawn)]


def nouns(random: Random) -> list[str]:
    """Plain nouns first, and behind them some thousands of compounds in an order of chance."""
    compounds = []
    for second in SECOND_HALVES:
        article, half = second.split()
        compounds += [f"{article} {first}{half}" for first in FIRST_HALVES]
    random.shuffle(compounds)
    return [*NOUNS, *compounds]


class Prose:
    def __init__(self, random: Random) -> None:
        self.random = random
        noun = Words(nouns(random))
        people, verb, infinitive = Words(PEOPLE), Words(VERBS), Words(INFINITIVES)
        adjective = Words(ADJECTIVES)
        place = Words([name for names in PLACES.values() for name in names])
        self._kinds = {
            "s": lambda: noun(random),
            "o": lambda: noun(random),
            "S": lambda: _capital(noun(random)),
            "N": lambda: _capital(noun(random).split()[1]),
            "n2": lambda: noun(random).split()[1],
            "e": lambda: people(random),
            "E": lambda: _capital(people(random)),
            "v": lambda: verb(random),
            "i": lambda: infinitive(random),
            "a": lambda: adjective(random),
            "p": lambda: place(random),
            "y": lambda: str(random.randint(1998, 2025)),
            "n": lambda: str(random.randint(2, 90)),
        }
        self._sentences = [_parts(sentence) for sentence in SENTENCES]
        self._titles = [_parts(title) for title in TITLES]

    def sentence(self) -> str:
        return self._written(self.random.choice(self._sentences))

    def title(self) -> str:
        return self._written(self.random.choice(self._titles))

    def text(self, least: int, most: int) -> str:
        """So many sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def short(self, most: int) -> str:
        """A text of no more than so many characters."""
        text = self.sentence()
        while len(longer := f"{text} {self.sentence()}") <= most:
            text = longer
        return text[:most]

    def body(self) -> "Body":
        body = Body(self.random)
        for _ in range(self.random.randint(2, 5)):
            heading = self.title()
            body.add("heading", {"text": heading}, text=heading)
            paragraph = self.text(3, 7)
            body.add("paragraph", f"<p>{paragraph}</p>", text=paragraph)
        if self.random.random() < 0.4:
            steps = [self.sentence() for _ in range(4)]
            items = [{"type": "item", "value": step, "id": body.new_id()} for step in steps]
            body.add("steps", items, text=" ".join(steps))
        return body

    def _written(self, parts: Sequence[str]) -> str:
        kinds = self._kinds
        return "".join(kinds[part]() if place % 2 else part for place, part in enumerate(parts))


class Body:
    """A StreamField as it is kept, with the words in it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._blocks: list[dict[str, object]] = []
        self._words = 0

    def new_id(self) -> str:
        # The field would give it one anyway, and then a run would never be the same twice.
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def add(self, kind: str, value: object, *, text: str) -> None:
        self._blocks.append({"type": kind, "value": value, "id": self.new_id()})
        self._words += count_words(text)

    @property
    def json(self) -> str:
        return json.dumps(self._blocks)

    @property
    def words(self) -> int:
        return self._words


def _parts(template: str) -> list[str]:
    """Fixed text and kinds of words by turns: "In {p}." becomes ["In ", "p", "."]."""
    return [part for piece in template.split("{") for part in piece.split("}")]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
