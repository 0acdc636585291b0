"""What the settings make of the engine, and as whom it asks."""

import base64
import runpy

import pytest

from meegenomen.settings import base
from search import engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.protocol import EngineUnavailable
from tests.search.stand_in import StandIn


@pytest.fixture
def server():
    server = StandIn()
    server.mode = "503"
    yield server
    server.close()


@pytest.mark.parametrize(
    ("access", "authorization"),
    [
        ({}, ""),
        (
            {"user": "zoek", "password": "géheim"},
            "Basic " + base64.b64encode("zoek:géheim".encode()).decode(),
        ),
        ({"api_key": "c2xldXRlbA=="}, "ApiKey c2xldXRlbA=="),
        ({"api_key": "c2xldXRlbA==", "user": "zoek", "password": "x"}, "ApiKey c2xldXRlbA=="),
    ],
)
def test_a_key_goes_before_a_user_and_a_user_before_nobody(server, access, authorization):
    with pytest.raises(EngineUnavailable):
        ElasticsearchEngine(url=server.url, **access).count()
    assert server.authorizations == [authorization]


def test_no_request_is_sent_twice(server):
    with pytest.raises(EngineUnavailable):
        ElasticsearchEngine(url=server.url).count()
    assert len(server.requests) == 1


def test_secrets_are_not_shown():
    engine = ElasticsearchEngine(url="http://127.0.0.1:1", user="zoek", password="geheim")
    assert "geheim" not in repr(engine.access)


def settings_with(monkeypatch, **environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(base.__file__)


def test_without_an_address_the_embedded_engine_answers(monkeypatch):
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    found = settings_with(monkeypatch)
    assert found["SEARCH_ENGINE"].endswith("EmbeddedEngine")
    assert found["SEARCH_ENGINE_OPTIONS"] == {"path": found["SEARCH_INDEX_DIR"]}


def test_an_address_alone_chooses_elasticsearch(monkeypatch):
    found = settings_with(
        monkeypatch, ELASTICSEARCH_URL="http://one:9200", ELASTICSEARCH_INDEX_PREFIX="acceptatie"
    )
    assert found["SEARCH_ENGINE"].endswith("ElasticsearchEngine")
    engine = ElasticsearchEngine(**found["SEARCH_ENGINE_OPTIONS"])
    assert engine.access.search_seconds == 1.2
    assert engine.indices.alias.startswith("acceptatie-")


def test_loading_the_engine_asks_nothing_of_the_server(server, settings):
    settings.SEARCH_ENGINE = "search.engines.elasticsearch.ElasticsearchEngine"
    settings.SEARCH_ENGINE_OPTIONS = {"url": server.url, "ca_file": "/gone.pem"}
    engine.load()
    assert not server.authorizations
