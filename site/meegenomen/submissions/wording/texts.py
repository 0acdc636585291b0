"""Texts that are chosen in the admin, as the rest of the site reads them."""

from dataclasses import dataclass

from meegenomen.submissions.models import JudgingTexts


@dataclass(frozen=True, slots=True)
class RefusalReason:
    title: str
    """A short name, for editors only."""
    text: str
    """What the visitor may read; plain text."""


def criteria() -> list[str]:
    """What a submission is judged by: a sentence each, plain text."""
    return [block.value for block in JudgingTexts.current().criteria]


def refusal_reasons() -> list[RefusalReason]:
    return [
        RefusalReason(title=block.value["title"], text=block.value["text"])
        for block in JudgingTexts.current().reasons
    ]
