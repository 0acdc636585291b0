"""The fields of the index, and the version that an index must have to be read by this code."""

from functools import cache
from pathlib import Path

import tantivy

from search.engines.embedded import documents
from search.engines.fields import FACETS, TEXT_FIELDS, digest


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
    """Changes with all that decides what is in the index."""
    return digest(Path(__file__), Path(documents.__file__))
