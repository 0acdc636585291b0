"""Changes the index: never an older state over a newer one, and nothing refused goes unnoticed."""

import contextlib
from collections.abc import Sequence

from search.engines.elasticsearch.bulk import GoneError, parcels, send
from search.engines.elasticsearch.connection import only_unavailable
from search.engines.elasticsearch.indices import Indices
from search.engines.protocol import Refused, Write


def write(indices: Indices, writes: Sequence[Write]) -> Refused:
    newest = {one.id: one for one in sorted(writes, key=lambda one: one.version)}
    if not newest:
        return {}
    with only_unavailable():
        coming = indices.is_coming()
    refused: dict[int, str] = {}
    for parcel in parcels(newest.values()):
        refused |= send(indices, indices.alias, parcel, findable=True)
        if coming:
            # Gone: the rebuild is done, so the new index is the one that took the write above; or
            # it was given up, and nobody will read its index.
            with contextlib.suppress(GoneError):
                refused |= send(indices, indices.coming, parcel, findable=False)
    return refused
