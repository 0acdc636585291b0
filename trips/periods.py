"""How a period reads in Dutch."""

from datetime import date

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Precision(TextChoices):
    """What is known of a period. A season is known by its first day, whichever that is."""

    DAY = "dag", _("De dagen staan vast")
    MONTH = "maand", _("Alleen de maand is bekend")
    SEASON = "seizoen", _("Alleen het seizoen is bekend")


# Meteorological seasons: each begins on the first day of its month.
SEASONS = (_("winter"), _("voorjaar"), _("zomer"), _("najaar"))


def period_in_words(start: date, end: date | None, *, precision: Precision = Precision.DAY) -> str:
    """ "21 en 22 maart 2024", or only "maart 2024" or "voorjaar 2024" when no more is known."""
    if precision == Precision.SEASON:
        return f"{SEASONS[start.month % 12 // 3]} {start.year}"
    if precision == Precision.MONTH:
        return date_format(start, "F Y")
    if end is None or end == start:
        return date_format(start, "j F Y")
    if (start.year, start.month) != (end.year, end.month):
        first = date_format(start, "j F" if start.year == end.year else "j F Y")
        return gettext("%(first)s tot en met %(last)s") % {
            "first": first,
            "last": date_format(end, "j F Y"),
        }
    two_days = (end - start).days == 1
    template = (
        gettext("%(first)s en %(last)s") if two_days else gettext("%(first)s tot en met %(last)s")
    )
    return template % {"first": str(start.day), "last": date_format(end, "j F Y")}
