import pytest

from search.breaker import breaker


@pytest.fixture(autouse=True)
def engine_is_asked():
    """A breaker that one test opened is closed for the next."""
    breaker.succeeded()
    yield
    breaker.succeeded()
