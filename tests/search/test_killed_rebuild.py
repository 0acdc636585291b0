"""A rebuild whose process is killed half-way: the next goes on, and is right about everything."""

import uuid

import pytest
from django.core.management import call_command

from search import engine
from search.engines.embedded import EmbeddedEngine, schema
from search.index import pages, rebuilds
from search.models import PendingChange, Rebuild
from tests.factories import make_example, make_lesson, make_news, make_site
from tests.search.killed import run_until_killed
from tests.search.truth import assert_index_is_true, converge, held_records

# Chunks of two pages, each made to stay, of twenty pages of which twelve are found.
KILLED_HALF_WAY = """
from search.index import pages, rebuild, rebuilds
from search.engines.embedded import filling
rebuild.CHUNK = pages.AT_ONCE = filling.KEPT_EVERY = 2
chunks = []
def told(now):
    chunks.append(now)
    if len(chunks) == 7:
        die()
rebuilds.run(told)
"""


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def site(request, settings, tmp_path, transactional_db):
    if request.param == "embedded":
        settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    else:
        real = request.getfixturevalue("elasticsearch")
        settings.SEARCH_ENGINE = "search.engines.elasticsearch.ElasticsearchEngine"
        settings.SEARCH_ENGINE_OPTIONS = {
            "url": real.access.url,
            "prefix": f"{real.indices.prefix}-{uuid.uuid4().hex[:8]}",
            "search_seconds": 30,
            "write_seconds": 60,
        }
    settings.SEARCH_APPLY = "worker"
    make_site()
    for number in range(4):
        make_lesson(f"Les {number}")
        make_example(f"Voorbeeld {number}")
        make_news(f"Bericht {number}")
    rebuilds.run()
    assert_index_is_true()
    yield request.param
    if request.param == "elasticsearch":
        indices = engine.current().indices
        indices.remove(indices.all())


@pytest.fixture
def read_again(monkeypatch) -> list[int]:
    """Ids of the pages that a rebuild in this process reads."""
    ids: list[int] = []
    record_of = pages.record_of

    def noting(page):
        ids.append(page.pk)
        return record_of(page)

    monkeypatch.setattr(pages, "record_of", noting)
    return ids


def kept_by_the_killed() -> set[int]:
    """What it put in before it died."""
    left = rebuilds._left_behind()
    assert left is not None
    with engine.current().filling(left.index) as new:
        assert new.name == left.index
        return new.held()


def test_the_next_goes_on_where_it_was_killed(site, read_again, capsys):
    run_until_killed(KILLED_HALF_WAY)
    before = kept_by_the_killed()
    assert 3 <= len(before) <= 9
    call_command("rebuild_index")
    assert (
        f"Going on after {len(before)} of {pages.count_every()} pages." in capsys.readouterr().out
    )
    assert set(read_again).isdisjoint(before)
    assert len(read_again) == pages.count_every() - len(before)
    assert_index_is_true()
    _first, killed, last = Rebuild.objects.order_by("pk")
    assert killed.finished
    assert not killed.holds_turn
    assert killed.error
    assert (last.documents, last.read) == (12, pages.count_every())


def test_the_old_index_answers_and_follows_until_then(site):
    run_until_killed(KILLED_HALF_WAY)
    assert len(held_records()) == 12
    make_lesson("Erbij")
    converge()
    assert_index_is_true()


def test_what_changed_meanwhile_is_right_in_the_end(site):
    run_until_killed(KILLED_HALF_WAY)
    before = kept_by_the_killed()
    held = [page.specific for page in pages.Page.objects.filter(pk__in=before)]
    others = [
        page.specific
        for page in pages.Page.objects.filter(title__regex="^(Les|Voorbeeld|Bericht) ")
        if page.pk not in before
    ]
    for some in (held, others):
        some[0].delete()
        some[1].title = "Anders"
        some[1].save()
    make_lesson("Erbij")
    converge()
    # And what nobody applied before the next one began.
    held[2].unpublish()
    others[2].title = "Nog niet verwerkt"
    others[2].save()
    rebuilds.run()
    assert_index_is_true()


def test_what_another_code_or_another_database_left_is_removed(site, monkeypatch, read_again):
    run_until_killed(KILLED_HALF_WAY)
    left = rebuilds._left_behind().index
    # As when a backup was put back: the database knows of no such rebuild.
    Rebuild.objects.all().delete()
    rebuilds.run()
    assert len(read_again) == pages.count_every()
    assert_index_is_true()
    with engine.current().filling(left) as new:
        assert new.name != left
        assert new.held() == set()


def test_a_page_set_aside_before_gets_a_new_chance(site):
    run_until_killed(KILLED_HALF_WAY)
    kept = min(kept_by_the_killed())
    PendingChange.objects.create(page_id=kept, attempts=5, error="ooit")
    rebuilds.run()
    assert_index_is_true()


def test_an_index_of_other_code_is_not_gone_on_with(settings, tmp_path, monkeypatch):
    current = EmbeddedEngine(tmp_path / "search")
    with current.filling() as new:
        name = new.name
    monkeypatch.setattr(schema, "version", lambda: "0123456789ab")
    with current.filling(name) as new:
        assert new.name != name
    assert not (tmp_path / "search" / name).exists()


@pytest.mark.parametrize("damage", ["gone", "empty", "no mark"])
def test_a_damaged_beginning_is_not_gone_on_with(tmp_path, damage):
    current = EmbeddedEngine(tmp_path / "search")
    with current.filling() as new:
        name = new.name
    folder = tmp_path / "search" / name
    if damage == "no mark":
        (folder / "newest-before").unlink()
    else:
        for file in folder.iterdir():
            file.unlink() if damage == "gone" else file.write_bytes(b"")
    with current.filling(name) as new:
        assert new.name != name


@pytest.mark.parametrize("name", ["../elsewhere", "index-x", "current", ""])
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    current = EmbeddedEngine(tmp_path / "search")
    with current.filling(name) as new:
        assert new.name != name
