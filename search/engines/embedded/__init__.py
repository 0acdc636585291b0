"""The engine that needs nothing beside it: tantivy, with its index in a folder on disk."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
