"""The number of results in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.query import SearchQuery


def counted(total: int) -> str:
    """ "1 resultaat", "1.234 resultaten"."""
    if total == 0:
        return _("Geen resultaten")
    return ngettext("%(total)s resultaat", "%(total)s resultaten", total) % {
        "total": number_format(total, force_grouping=True)
    }


def heading(total: int, words: str) -> str:
    """ "12 resultaten voor ‘één loket’"."""
    if not words:
        return counted(total)
    return _("%(results)s voor ‘%(words)s’") % {"results": counted(total), "words": words}


def show_results(total: int) -> str:
    """What the button below the filters says."""
    if total == 0:
        return _("Toon resultaten")
    return _("Toon %(results)s") % {"results": counted(total)}


def title(total: int, query: SearchQuery, filters: str = "") -> str:
    """What the tab and the screen reader say first; `filters` are those in use, in words."""
    if query == SearchQuery():
        return _("Zoeken")
    results = heading(total, query.words)
    if filters:
        results = f"{results}: {filters[:1].lower()}{filters[1:]}"
    if query.page > 1:
        results = _("%(results)s, pagina %(page)d") % {"results": results, "page": query.page}
    return _("%(results)s - Zoeken") % {"results": results}
