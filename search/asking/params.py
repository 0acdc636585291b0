"""Reads the parameters of a URL, whatever they hold, and tells what could not be used."""

import unicodedata
from collections.abc import Mapping, Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _

Params = Mapping[str, Sequence[str]]

MAX_WORDS = 200
MAX_VALUES = 20
MAX_VALUE = 100
FIRST_YEAR, LAST_YEAR = 1900, 2100


class ParamReader:
    """Reads parameters one by one and keeps a Dutch message for each that is impossible."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.messages: list[str] = []

    def words(self, name: str) -> str:
        words = self._last(name)
        if len(words) <= MAX_WORDS:
            return words
        self._say(
            _("Je zoekvraag is erg lang. We zoeken op de eerste %(count)d tekens."),
            count=MAX_WORDS,
        )
        # Whole words only, unless the first one is already too long.
        return words[: MAX_WORDS + 1].rpartition(" ")[0] or words[:MAX_WORDS]

    def values(self, name: str) -> tuple[str, ...]:
        """Each value once, sorted: the order in a URL means nothing."""
        cleaned = (clean(raw)[:MAX_VALUE] for raw in self.params.get(name, ()))
        given = [*dict.fromkeys(value for value in cleaned if value)]
        if len(given) > MAX_VALUES:
            self._say(
                _(
                    "Je kunt per filter hoogstens %(count)d keuzes maken. "
                    "We gebruiken de eerste %(count)d."
                ),
                count=MAX_VALUES,
            )
        return tuple(sorted(given[:MAX_VALUES]))

    def years(self, name_from: str, name_to: str) -> tuple[int | None, int | None]:
        year_from, year_to = self._year(name_from), self._year(name_to)
        if year_from is None or year_to is None or year_from <= year_to:
            return year_from, year_to
        self._say(_("Het beginjaar lag na het eindjaar. We hebben ze omgedraaid."))
        return year_to, year_from

    def sort(self, name: str, choices: Sequence[str]) -> str:
        value = self._last(name)
        if not value or value in choices:
            return value or choices[0]
        self._say(
            _("We kunnen niet sorteren op ‘%(value)s’. Je ziet nu de gewone volgorde."),
            value=shortened(value),
        )
        return choices[0]

    def page(self, name: str, *, last: int) -> int:
        value = self._last(name)
        number = _number(value)
        if number is not None and 1 <= number <= last:
            return number
        if number is not None and number > last:
            self._say(
                _(
                    "We tonen hoogstens %(count)d pagina’s met resultaten. "
                    "Zoek preciezer als je niet vindt wat je zoekt."
                ),
                count=last,
            )
            return last
        if value:
            self._say(
                _("Pagina ‘%(value)s’ bestaat niet. Je ziet nu de eerste pagina."),
                value=shortened(value),
            )
        return 1

    def _year(self, name: str) -> int | None:
        value = self._last(name)
        number = _number(value)
        if number is not None and FIRST_YEAR <= number <= LAST_YEAR:
            return number
        if value:
            self._say(
                _("‘%(value)s’ is geen jaartal waarop we kunnen zoeken."), value=shortened(value)
            )
        return None

    def _last(self, name: str) -> str:
        """The last value that says something, as Django does with a name given twice."""
        cleaned = (clean(raw) for raw in reversed(self.params.get(name, ())))
        return next((value for value in cleaned if value), "")

    def _say(self, message: str, **values: object) -> None:
        self.messages.append(message % values)


def clean(raw: str) -> str:
    """One line of visible characters: no control characters, no lone surrogates, single spaces."""
    return " ".join(unicodedata.normalize("NFC", "".join(map(_visible, raw))).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""  # soft hyphens and joiners stand inside a word
    return " " if category[0] == "C" else character


def shortened(value: str) -> str:
    """Short enough to repeat in a message."""
    return Truncator(value).chars(40)


def _number(value: str) -> int | None:
    # The length keeps int() within what it accepts.
    return int(value) if value.isdecimal() and len(value) <= 10 else None
