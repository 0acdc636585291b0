"""How well the results of a question fit what people judged; pages by their name in the demo."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

JUDGEMENTS = Path(__file__).with_name("judgements.toml")
LOOKED_AT = 10  # results; few people ask for a second page
BEST, GOOD = 3, 1


@dataclass(frozen=True, slots=True)
class Judgement:
    ask: str
    best: tuple[str, ...]
    good: tuple[str, ...]

    def reciprocal_rank(self, found: Sequence[str]) -> float:
        """1 when a page that answers the question comes first, 1/2 when second, 0 when it lacks."""
        ranks = [rank for rank, page in enumerate(found[:LOOKED_AT], 1) if page in self.best]
        return 1 / ranks[0] if ranks else 0.0

    def ndcg(self, found: Sequence[str]) -> float:
        """Gain of the first ten, a later place counting less, as a part of the best order's."""
        ideal = [BEST] * len(self.best) + [GOOD] * len(self.good)
        return _gain([self._grade(page) for page in found]) / _gain(ideal)

    def _grade(self, page: str) -> int:
        return BEST if page in self.best else GOOD if page in self.good else 0


def read() -> tuple[list[Judgement], dict[str, dict[str, float]]]:
    """The judged questions, and what each engine must reach."""
    told: dict[str, Any] = tomllib.loads(JUDGEMENTS.read_text())
    judged = [
        Judgement(question["ask"], tuple(question["best"]), tuple(question.get("good", ())))
        for question in told["question"]
    ]
    return judged, told["floor"]


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades[:LOOKED_AT], 1)
    )
