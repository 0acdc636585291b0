"""How the index follows the pages."""

import pytest

from search.engines.protocol import Write


def test_a_write_is_findable_when_it_returns(site, record):
    site.add(record("Een loket"))
    assert site.found("loket") == [1]
    assert site.engine.count() == 1


def test_a_newer_write_replaces_the_record(site, record):
    site.add(record("Een loket"))
    site.add(record("Een balie", id=1))
    assert site.found("loket") == []
    assert site.found("balie") == [1]
    assert site.engine.count() == 1


def test_a_removed_page_is_nowhere(site, record):
    site.add(record("Een loket", themes=("regie",), keywords=("Loketnaam",)), record("Een balie"))
    site.remove(1)
    assert site.found("loket") == []
    assert site.search().total == site.engine.count() == 1
    assert site.search().facets["thema"] == {}
    assert site.engine.suggest("loket") == ()
    assert site.engine.related(1) == ()


@pytest.mark.parametrize("removed", [True, False])
def test_an_older_write_never_wins(site, record, removed):
    newest = None if removed else record("Nieuw", id=1)
    site.engine.write([Write(id=1, version=20, record=newest)])
    site.engine.write([Write(id=1, version=10, record=record("Oud", id=1))])
    assert site.found("oud") == []
    assert site.engine.count() == (0 if removed else 1)


def test_an_older_removal_never_wins(site, record):
    site.engine.write([Write(id=1, version=20, record=record("Nieuw", id=1))])
    site.engine.write([Write(id=1, version=10, record=None)])
    assert site.found("nieuw") == [1]


def test_of_one_batch_the_newest_wins(site, record):
    one = Write(id=1, version=11, record=record("Oud", id=1))
    two = Write(id=1, version=12, record=record("Nieuw", id=1))
    site.engine.write([two, one])
    assert site.found("nieuw") == [1]
    assert site.found("oud") == []


def test_the_same_write_twice_changes_nothing(site, record):
    write = Write(id=1, version=5, record=record("Een loket", id=1))
    site.engine.write([write])
    site.engine.write([write])
    assert site.engine.count() == 1


def test_nothing_to_write_is_no_error(site):
    site.engine.write([])


NOWHERE_FITS = 2**70
"""An id that no index can hold."""


def test_what_is_refused_is_named_and_does_not_hold_up_the_others(site, record):
    site.holds()
    batch = [
        Write(id=one, version=5, record=record("Een loket", id=one)) for one in (1, NOWHERE_FITS, 3)
    ]
    refused = site.engine.write(batch)
    assert list(refused) == [NOWHERE_FITS]
    assert refused[NOWHERE_FITS]
    assert sorted(site.found("loket")) == [1, 3]


def test_a_rebuild_names_what_is_refused_and_holds_the_others(engine, record):
    with engine.filling() as new:
        told = dict(
            new.add(
                [
                    Write(id=one, version=5, record=record("Een loket", id=one))
                    for one in (1, NOWHERE_FITS, 3)
                ]
            )
        )
        held, late = new.finish()
    assert held == 2
    assert list(told | dict(late)) == [NOWHERE_FITS]
    assert engine.count() == 2


def test_a_rebuild_replaces_everything(site, record):
    site.holds(record("Oud"), record("Ook oud"))
    site.holds(record("Nieuw"))
    assert site.found() == [3]


def test_a_rebuild_returns_how_many_pages_it_holds(engine, record):
    assert engine.rebuild([Write(id=1, version=1, record=record())]) == 1
    assert engine.rebuild([]) == 0


def test_readers_see_the_old_index_until_a_rebuild_is_done(site, record):
    site.holds(record("Oud"))
    seen = []

    def reading_meanwhile():
        for one in (2, 3, 4):
            seen.append(site.found("oud"))
            yield Write(id=one, version=50, record=record("Nieuw", id=one))

    site.engine.rebuild(reading_meanwhile())
    assert seen == [[1]] * 3
    assert sorted(site.found()) == [2, 3, 4]


def test_what_changes_during_a_rebuild_is_in_the_new_index(site, record):
    site.holds(record("Blijft"), record("Verdwijnt"), record("Verandert"))

    def changing_meanwhile():
        for one, title in ((1, "Blijft"), (2, "Verdwijnt"), (3, "Verandert")):
            yield Write(id=one, version=50, record=record(title, id=one))
        site.engine.write(
            [
                Write(id=2, version=51, record=None),
                Write(id=3, version=52, record=record("Veranderd", id=3)),
                Write(id=4, version=53, record=record("Erbij", id=4)),
            ]
        )

    assert site.engine.rebuild(changing_meanwhile()) == 3
    titles = [hit.record.title for hit in site.search().hits]
    assert sorted(titles) == ["Blijft", "Erbij", "Veranderd"]


def test_a_rebuild_that_fails_leaves_the_old_index(site, record):
    site.holds(record("Oud"))

    def failing():
        yield Write(id=2, version=50, record=record("Nieuw", id=2))
        raise LookupError("the database went away")

    with pytest.raises(LookupError):
        site.engine.rebuild(failing())
    assert site.found() == [1]
    site.add(record("Erbij", id=3))
    assert site.found("erbij") == [3]
    assert site.engine.rebuild([Write(id=4, version=60, record=record(id=4))]) >= 1
