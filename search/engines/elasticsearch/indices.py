"""The indices of this site in the cluster: which one answers, and how a new one takes over.

The name of the alias holds the version of the mapping, so code never reads an index of other code.
"""

import datetime
import logging
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError, Elasticsearch

from search.engines.elasticsearch.connection import Access, only_unavailable
from search.engines.elasticsearch.mapping import mapping, settings, version
from search.engines.protocol import EngineUnavailable

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Indices:
    access: Access
    prefix: str

    @property
    def client(self) -> Elasticsearch:
        return self.access.client

    @property
    def alias(self) -> str:
        """The index that answers."""
        return f"{self.prefix}-{version()}"

    @property
    def coming(self) -> str:
        """The index that a rebuild is filling; changes made meanwhile go to it as well."""
        return f"{self.alias}-coming"

    def filling(self, index: str) -> str:
        """A name of its own for an index that is filled.

        Writing to an index that was removed would make it again, with any mapping; writing to an
        alias can be told not to.
        """
        return f"{index}-filling"

    def create(self) -> str:
        """A new index in the place of those that other rebuilds left, or are still filling.

        The newest rebuild wins: there is no lock that a killed one could leave behind.
        """
        now = datetime.datetime.now(tz=datetime.UTC)
        name = f"{self.alias}-{now:%Y%m%d%H%M%S}{uuid.uuid4().hex[:6]}"
        with only_unavailable():
            self.remove(
                [one for one, aliases in self.all().items() if _alias_of(one) not in aliases]
            )
            self.client.indices.create(
                index=name,
                mappings=mapping().to_dict(),
                settings={"index": settings()},
                aliases={self.coming: {}, self.filling(name): {}},
            )
        return name

    def again(self, name: str) -> str:
        """The name, when its index waits to be filled further by this code; else nothing."""
        with only_unavailable():
            waits = {self.coming, self.filling(name)} <= self.all().get(name, set())
        return name if waits else ""

    def swap(self, index: str) -> None:
        """One call: readers see the old index or the new one, never none and never both."""
        actions: list[dict[str, Any]] = [
            {"remove": {"index": index, "alias": self.coming, "must_exist": True}},
            {"remove": {"index": index, "alias": self.filling(index), "must_exist": True}},
            {"add": {"index": index, "alias": self.alias}},
        ]
        with only_unavailable():
            old = {one: aliases for one, aliases in self.all().items() if one != index}
            actions += [
                {"remove": {"index": one, "alias": self.alias}}
                for one, aliases in old.items()
                if self.alias in aliases
            ]
            try:
                self.client.indices.update_aliases(actions=actions)
            except ApiError as error:
                if error.meta.status == 404:
                    raise EngineUnavailable("A newer rebuild took over.") from error
                raise
        try:
            with only_unavailable():
                self.remove(old)
        except EngineUnavailable as error:
            # The new one answers. While a snapshot is made nothing is removed; the next rebuild is.
            logger.warning("Old indices stay until the next rebuild: %s", error)

    def all(self) -> dict[str, set[str]]:
        """Name -> aliases, only of what this site made: another's prefix may begin with ours."""
        ours = re.compile(rf"{re.escape(self.prefix)}-[0-9a-f]{{12}}-\d{{14}}[0-9a-f]{{6}}")
        found = self.client.indices.get_alias(index=f"{self.prefix}-*", allow_no_indices=True)
        return {name: set(held["aliases"]) for name, held in found.items() if ours.fullmatch(name)}

    def is_coming(self) -> bool:
        return bool(self.client.indices.exists_alias(name=self.coming))

    def remove(self, names: Iterable[str]) -> None:
        if several := list(names):
            self.client.indices.delete(index=several, ignore_unavailable=True)


def _alias_of(index: str) -> str:
    """What an index is called when it answers, whatever code made it."""
    return index.rpartition("-")[0]
