import os
import uuid
from collections.abc import Iterator

import pytest
from django.conf import settings

from search.breaker import breaker
from search.engines.elasticsearch import ElasticsearchEngine


@pytest.fixture(autouse=True)
def engine_is_asked():
    """A breaker that one test opened is closed for the next."""
    breaker.succeeded()
    yield
    breaker.succeeded()


@pytest.fixture(scope="session")
def elasticsearch() -> Iterator[ElasticsearchEngine]:
    """A real one, with a prefix of this run; what it made is removed in the end."""
    if not settings.ELASTICSEARCH_URL:
        pytest.skip("ELASTICSEARCH_URL names no Elasticsearch (`make elasticsearch` starts one)")
    engine = ElasticsearchEngine(
        url=settings.ELASTICSEARCH_URL,
        prefix=f"meegenomen-test-{os.getpid()}-{uuid.uuid4().hex[:6]}",
        # The machine of a test may be busy, and another test holds the limits of a site.
        search_seconds=30,
        write_seconds=60,
    )
    yield engine
    engine.indices.remove(engine.indices.all())
