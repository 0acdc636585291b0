"""What is kept of a record outlives the code that kept it."""

import datetime
import json

from search.packing import packed, unpacked
from search.records import SearchRecord

RECORD = SearchRecord(
    id=1,
    type="les",
    url="/lessen/een-loket/",
    title="Eén loket",
    tags=("regie",),
    date=datetime.date(2026, 9, 1),
    details=(("map-pin", "Aarhus"),),
)


def test_a_record_comes_back_as_it_was():
    assert unpacked(json.loads(json.dumps(packed(RECORD)))) == RECORD


def test_what_other_code_kept_is_read_as_far_as_it_goes():
    older = packed(RECORD) | {"of_another_release": 1}
    del older["details"], older["tags"], older["date"], older["status"]
    assert unpacked(older) == SearchRecord(
        id=1, type="les", url="/lessen/een-loket/", title="Eén loket"
    )
