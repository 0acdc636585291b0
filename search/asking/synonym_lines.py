"""The lines of synonyms that editors keep, and what they bring to a question."""

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.asking.synonyms import LONGEST_TERM, Lines, keys, synonyms
from search.dutch.language import STOP_WORDS, words
from search.query import SearchQuery

MOST_TERMS = 10  # of a line
LONGEST = 60  # letters of a term
# All of them are read for every question, so that a change is seen at once by every process.
MOST_LINES = 500


class SynonymLine(models.Model):
    terms = models.CharField(
        gettext_lazy("woorden die hetzelfde betekenen"),
        max_length=MOST_TERMS * (LONGEST + 2),
        help_text=gettext_lazy(
            "Met een komma ertussen, zoals: DigiD, MitID, eID. Wie één van de woorden zoekt, vindt "
            "de andere ook. Namen van meer woorden mogen ook. Meervouden hoeven er niet bij."
        ),
    )

    class Meta:
        verbose_name = gettext_lazy("regel met synoniemen")
        verbose_name_plural = gettext_lazy("synoniemen")
        ordering = ["terms"]

    def __str__(self) -> str:
        return self.terms

    def clean(self) -> None:
        if not self.terms:
            return
        terms = split(self.terms)
        trouble = _trouble(terms)
        if not trouble and self._is_said_elsewhere(terms):
            trouble = [_("Deze woorden staan al samen op een andere regel.")]
        if not trouble and self.pk is None and SynonymLine.objects.count() >= MOST_LINES:
            trouble = [
                _("Er zijn al %(count)d regels, meer kunnen er niet bij. Verwijder er eerst een.")
                % {"count": MOST_LINES}
            ]
        if trouble:
            raise ValidationError({"terms": trouble})
        self.terms = ", ".join(terms)

    def _is_said_elsewhere(self, terms: tuple[str, ...]) -> bool:
        """Whether another line already holds all of these terms."""
        wanted = [keys(words(term)) for term in terms]
        for other in SynonymLine.objects.exclude(pk=self.pk).values_list("terms", flat=True):
            there = frozenset().union(*(keys(words(term)) for term in split(other)))
            if not any(there.isdisjoint(of_term) for of_term in wanted):
                return True
        return False


def split(line: str) -> tuple[str, ...]:
    """
    >>> split(" DigiD ,, MitID")
    ('DigiD', 'MitID')
    """
    terms = (" ".join(term.split()) for term in line.split(","))
    return tuple(term for term in terms if term)


def lines() -> Lines:
    stored = SynonymLine.objects.order_by("pk").values_list("terms", flat=True)
    return tuple(split(line) for line in stored[:MOST_LINES])


def with_synonyms(query: SearchQuery) -> SearchQuery:
    """The question with what the editors say of its words, as it is at this moment."""
    (one,) = all_with_synonyms([query])
    return one


def all_with_synonyms(queries: Sequence[SearchQuery]) -> list[SearchQuery]:
    """The same for several questions, with one look at the lines."""
    if not any(query.words for query in queries):
        return list(queries)
    known = synonyms(lines())
    return [replace(query, synonyms=known.concerning(query.words)) for query in queries]


def _trouble(terms: tuple[str, ...]) -> list[str]:
    if len(terms) < 2:
        return [_("Schrijf minstens twee woorden, met een komma ertussen.")]
    if len(terms) > MOST_TERMS:
        return [
            _("Schrijf hoogstens %(most)d woorden op een regel; dit zijn er %(count)d.")
            % {"most": MOST_TERMS, "count": len(terms)}
        ]
    trouble = []
    seen: dict[str, str] = {}
    for term in terms:
        said = words(term)
        same = next((seen[key] for key in keys(said) if key in seen), "")
        if len(term) > LONGEST:
            trouble.append(
                _("‘%(term)s…’ is te lang. Een woord of naam heeft hoogstens %(most)d tekens.")
                % {"term": term[:20], "most": LONGEST}
            )
        elif not any(word not in STOP_WORDS for word in said):
            trouble.append(_("Op ‘%(term)s’ kan niemand zoeken.") % {"term": term})
        elif len(said) > LONGEST_TERM:
            trouble.append(
                ngettext(
                    "‘%(term)s’ is te lang: een naam heeft hoogstens %(most)d woord.",
                    "‘%(term)s’ is te lang: een naam heeft hoogstens %(most)d woorden.",
                    LONGEST_TERM,
                )
                % {"term": term, "most": LONGEST_TERM}
            )
        elif same:
            trouble.append(
                _("‘%(term)s’ is voor het zoeken hetzelfde als ‘%(other)s’. Eén is genoeg.")
                % {"term": term, "other": same}
            )
        seen.update(dict.fromkeys(keys(said), term))
    return trouble
