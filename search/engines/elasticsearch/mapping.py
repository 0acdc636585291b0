"""The fields of the index, and the digest of all that decides what stands in them."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from elasticsearch.dsl import (
    Boolean,
    Integer,
    Keyword,
    Long,
    Mapping,
    Object,
    Text,
    analyzer,
    tokenizer,
)

from search.engines.elasticsearch import documents
from search.engines.elasticsearch.clauses import LONGEST_VALUE
from search.engines.elasticsearch.lexicon import EXACT, LOOSE
from search.engines.fields import FACETS, TEXT_FIELDS, digest

# The words come made from search.engines.analysis, with spaces between them.
WORDS = analyzer("words", type="custom", tokenizer=tokenizer("whitespace"))


def mapping() -> Mapping:
    """Strict: a field that is not named here is a mistake, and refused."""
    made = Mapping()
    made.meta("dynamic", "strict")
    # The words can be made again from the record, so only that is kept to be read.
    made.meta("_source", includes=["shown", "record"])
    # False for a page that must not be found: it stays, as the memory of its newest version.
    # Elasticsearch itself forgets the version of a deleted document after a minute.
    made.field("shown", Boolean())
    made.field("record", Object(enabled=False))
    made.field("number", Keyword(doc_values=False, ignore_above=LONGEST_VALUE))
    for field in TEXT_FIELDS:
        made.field(field.name, Text(analyzer=WORDS, copy_to=EXACT))
        made.field(field.loose_name, Text(analyzer=WORDS, index_options="freqs", copy_to=LOOSE))
    # Every word of every field: whether it is known, and which words are like it.
    made.field(EXACT, Text(analyzer=WORDS, index_options="docs", norms=False))
    made.field(LOOSE, Text(analyzer=WORDS, index_options="docs", norms=False))
    for name in FACETS.values():
        # Built when a change is written, so that no visitor waits for it.
        made.field(name, Keyword(ignore_above=LONGEST_VALUE, eager_global_ordinals=True))
    made.field("year", Integer())
    made.field("newest", Long(index=False))
    made.field("corroborated", Long(index=False))
    return made


def settings() -> dict[str, Any]:
    return {
        "number_of_shards": 1,
        # A copy as soon as there is a second machine to hold it.
        "auto_expand_replicas": "0-1",
        # Our writes say themselves when they are to be found.
        "refresh_interval": "-1",
        "analysis": mapping()._collect_analysis(),
    }


@cache
def version() -> str:
    """Changes with the mapping, its settings, and the code that fills the fields."""
    here = json.dumps([mapping().to_dict(), settings()], sort_keys=True)
    made = f"{here}{digest(Path(documents.__file__))}"
    return hashlib.sha256(made.encode()).hexdigest()[:12]
