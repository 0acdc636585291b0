"""Records made with a fixed seed, and the kinds of questions that are asked of them."""

import datetime
import random
from collections.abc import Iterator

from search.dutch.compounds import known_parts
from search.query import SearchQuery
from search.records import SearchRecord

SEED = 20240321
WORDS = 40_000
TYPES = ("les", "reis", "voorbeeld", "nieuws", "bijeenkomst", "serie")
ORGANISATIONS = ("gemeente", "provincie", "rijk", "uitvoering", "waterschap", "samenwerking")
COMMON = """
    de het een van en in op met voor aan die dat te is zijn door bij als uit naar over gemeente
    burger dienstverlening loket overheid digitale website samenwerken landen Denemarken regie
"""


def vocabulary(chance: random.Random) -> list[str]:
    """The most frequent word first."""
    found = sorted(word for word in known_parts() if len(word) > 3)
    chance.shuffle(found)
    return found[:WORDS]


def records(count: int) -> Iterator[SearchRecord]:
    chance = random.Random(SEED)  # noqa: S311  the same texts every time
    common = COMMON.split()
    # As in real text few words are frequent: the n-th word comes n times less often.
    weights = [1 / (n + 10) for n in range(WORDS)]
    text = chance.choices(vocabulary(chance), weights, k=400_000)

    def some(length: int) -> str:
        at = chance.randrange(len(text) - length)
        words = text[at : at + length]
        words[::3] = chance.choices(common, k=len(words[::3]))
        return " ".join(words).capitalize() + "."

    for number in range(1, count + 1):
        yield SearchRecord(
            id=number,
            type=chance.choice(TYPES),
            url=f"/lessen/{number}/",
            title=some(chance.randint(4, 10)),
            summary=some(chance.randint(15, 35)),
            body=some(chance.randint(200, 500)),
            keywords=tuple(some(2) for _ in range(4)),
            themes=tuple({f"thema-{chance.randrange(12)}" for _ in range(2)}),
            tags=tuple({f"tag-{int(chance.paretovariate(0.7)) % 300}" for _ in range(3)}),
            countries=(f"land-{int(chance.paretovariate(1)) % 30}",),
            organisation_types=(chance.choice(ORGANISATIONS),),
            date=datetime.date(2001, 1, 1) + datetime.timedelta(days=chance.randrange(9000)),
            corroboration=chance.randrange(5),
        )


def questions() -> dict[str, SearchQuery]:
    by_frequency = vocabulary(random.Random(SEED))  # noqa: S311  the words of the records
    return {
        "no words": SearchQuery(),
        "a rare word": SearchQuery(words=by_frequency[3_000]),
        "two words on 3 in 100": SearchQuery(words=f"{by_frequency[1_000]} {by_frequency[1_001]}"),
        "one frequent word": SearchQuery(words="dienstverlening"),
        "three words": SearchQuery(words="digitale dienstverlening gemeente"),
        "a phrase": SearchQuery(words='"digitale overheid"'),
        "two filters": SearchQuery(
            words="overheid website", types=("les", "reis"), themes=("thema-1", "thema-2")
        ),
        "all six filtered": SearchQuery(
            words="overheid",
            types=("les", "reis"),
            themes=("thema-1", "thema-2"),
            tags=("tag-1", "tag-2"),
            countries=("land-1",),
            organisation_types=("gemeente", "rijk"),
            year_from=2005,
            year_to=2020,
        ),
        "newest first": SearchQuery(words="burger", sort="nieuwste"),
        "tenth page": SearchQuery(words="loket overheid", page=10),
        "a typing error": SearchQuery(words="dienstverleninng"),
    }
