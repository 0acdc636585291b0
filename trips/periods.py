"""How a period reads in Dutch."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def period_in_words(start: date, end: date | None, *, precise: bool = True) -> str:
    """ "21 en 22 maart 2024"; only "maart 2024" when the days are not known."""
    if not precise:
        return date_format(start, "F Y")
    if end is None or end == start:
        return date_format(start, "j F Y")
    if (start.year, start.month) != (end.year, end.month):
        first = date_format(start, "j F" if start.year == end.year else "j F Y")
        return _("%(first)s tot en met %(last)s") % {
            "first": first,
            "last": date_format(end, "j F Y"),
        }
    two_days = (end - start).days == 1
    template = _("%(first)s en %(last)s") if two_days else _("%(first)s tot en met %(last)s")
    return template % {"first": str(start.day), "last": date_format(end, "j F Y")}
