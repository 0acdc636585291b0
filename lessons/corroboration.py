"""How well a lesson is supported, computed from its evidence and never typed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.statuses import Verdict

if TYPE_CHECKING:
    from lessons.models import Evidence

HIGHEST_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Corroboration:
    trips: int = 0
    """Trips whose report confirms or nuances the lesson."""
    sources: int = 0
    """Sources elsewhere that do so."""
    countries: int = 0
    contradictions: int = 0
    first_year: int | None = None
    last_year: int | None = None

    @property
    def level(self) -> int:
        """0 to 4: one for each trip, and one more for sources elsewhere however many."""
        return min(HIGHEST_LEVEL, self.trips + bool(self.sources))

    @property
    def level_name(self) -> str:
        return (
            _("nog niet"),
            _("eerste aanwijzing"),
            _("redelijk"),
            _("stevig"),
            _("zeer stevig"),
        )[self.level]

    def __str__(self) -> str:
        """ "gezien op 2 reizen, 2018-2024"."""
        if not self.trips:
            return _("nog niet op een reis gezien")
        seen = ngettext("gezien op %(count)d reis", "gezien op %(count)d reizen", self.trips) % {
            "count": self.trips
        }
        if self.first_year == self.last_year:
            return f"{seen}, {self.last_year}"
        return f"{seen}, {self.first_year}-{self.last_year}"


def corroboration_of(evidence: Iterable["Evidence"]) -> Corroboration:
    """Count each report once. Evidence that contradicts is counted apart and lifts nothing."""
    evidence = list(evidence)
    supporting = [item for item in evidence if item.verdict != Verdict.CONTRADICTS]
    reports = {item.report for item in supporting if item.report}
    years = [report.start_date.year for report in reports]
    countries = {
        destination.country_id for report in reports for destination in report.destinations.all()
    }
    return Corroboration(
        trips=len(reports),
        sources=sum(1 for item in supporting if not item.report),
        countries=len(countries),
        contradictions=len(evidence) - len(supporting),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )
