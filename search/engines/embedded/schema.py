"""The fields of the index, and the version that an index must have to be read by this code."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import tantivy

from search import compounds, language


@dataclass(frozen=True, slots=True)
class TextField:
    name: str
    exact: float
    """How much a match on the very word weighs."""
    loose: float
    """How much a match on its stem, or on a part of a compound, weighs."""

    @property
    def loose_name(self) -> str:
        return f"{self.name}_loose"


TEXT_FIELDS = (
    TextField("title", 8.0, 3.0),
    TextField("keywords", 5.0, 2.0),
    TextField("summary", 3.0, 1.2),
    TextField("body", 1.0, 0.4),
)
# Facet of the address -> field of the record, and of the index.
FACETS = {
    "type": "type",
    "thema": "themes",
    "tag": "tags",
    "land": "countries",
    "org": "organisation_types",
}
YEAR = "jaar"


def build() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("version", indexed=True, fast=True)
    # False for a page that must not be found: it stays, as the memory of its newest version.
    builder.add_boolean_field("shown", indexed=True, fast=True)
    builder.add_bytes_field("record", stored=True)
    builder.add_text_field("number", tokenizer_name="raw", index_option="basic")
    for field in TEXT_FIELDS:
        builder.add_text_field(field.name, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(field.loose_name, tokenizer_name="whitespace", index_option="freq")
    for name in FACETS.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("year", indexed=True, fast=True)
    # Sort keys with the id in them, so that no two are equal.
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("corroborated", fast=True)
    # Multiplied into the score: of equally good pages the newer one comes first.
    builder.add_float_field("weight", fast=True)
    return builder.build()


def prepare(index: tantivy.Index) -> None:
    """Tell an opened index what its tokenizers are; it stores their names only."""
    index.register_tokenizer(
        "whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    )


@cache
def version() -> str:
    """Changes with the code and the word list that decide what is in the index."""
    here = Path(__file__).parent
    digest = hashlib.sha256(metadata.version("tantivy").encode())
    for file in (
        here / "schema.py",
        here / "documents.py",
        here / "analysis.py",
        Path(language.__file__),
        Path(compounds.__file__),
        compounds.WORD_LIST,
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
