"""The engine on a cluster of Elasticsearch 8, for sites with more than one machine."""

from search.engines.elasticsearch.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
