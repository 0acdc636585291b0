"""Pages that stand elsewhere on the page are not found again, and count nowhere."""


def test_pages_to_leave_out_are_in_no_hit_total_or_facet(site, record):
    one, two, three = (record("Loket", themes=("regie",)) for _ in range(3))
    site.holds(one, two, three)

    results = site.search("loket", leave_out=(two.id, 99))

    assert {hit.record.id for hit in results.hits} == {one.id, three.id}
    assert results.total == 2
    assert results.facets["thema"] == {"regie": 2}


def test_filters_and_orders_hold_for_the_rest(site, record):
    left, kept = (record("Loket", themes=("regie",)) for _ in range(2))
    site.holds(left, kept, record("Loket", themes=("inkoop",)))

    assert site.found("loket", themes=("regie",), leave_out=(left.id,)) == [kept.id]
    assert site.found(themes=("regie",), leave_out=(left.id,), sort="nieuwste") == [kept.id]
    results = site.search("loket", themes=("regie",), leave_out=(left.id,))
    assert results.facets["thema"] == {"regie": 1, "inkoop": 1}


def test_leaving_out_all_that_is_found_is_no_reason_to_forgive(site, record):
    one = record("Loket")
    site.holds(one, record("Lokaal"))

    results = site.search("loket", leave_out=(one.id,))

    assert (results.total, results.did_you_mean) == (0, "")
