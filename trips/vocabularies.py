"""What search calls the slugs of the taxonomy, and which pages change when a term does."""

from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.utils.text import slugify
from taggit.models import Tag

from meegenomen.core.models import Country, Organisation, OrganisationType, Theme
from meegenomen.core.related import pages_about, pages_tagged
from meegenomen.core.remembered import remembered
from search.records import register_dependents, register_vocabulary
from trips.models import TripReportPage


def register() -> None:
    register_vocabulary("thema", _theme_names, _themes)
    register_vocabulary("land", _country_names, _countries)
    register_vocabulary("tag", _tag_names, _tags_called)
    register_vocabulary("org", _organisation_type_names, _organisation_types)
    register_dependents(Theme, _pages_about)
    register_dependents(Country, _pages_about)
    register_dependents(Tag, _pages_tagged)
    register_dependents(Organisation, _reports_of_travellers)


def _theme_names(slugs: Iterable[str]) -> Mapping[str, str]:
    return _of(_every_theme(), slugs)


def _country_names(slugs: Iterable[str]) -> Mapping[str, str]:
    return _of(_every_country(), slugs)


def _tag_names(slugs: Iterable[str]) -> Mapping[str, str]:
    return dict(Tag.objects.filter(slug__in=slugs).values_list("slug", "name"))


def _organisation_type_names(slugs: Iterable[str]) -> Mapping[str, str]:
    return _of(_organisation_types(""), slugs)


def _of(names: Mapping[str, str], slugs: Iterable[str]) -> Mapping[str, str]:
    return {slug: names[slug] for slug in slugs if slug in names}


# Few enough to look through all of them; of tags there may be thousands.
@remembered
def _every_theme() -> Mapping[str, str]:
    return dict(Theme.objects.values_list("slug", "name"))


@remembered
def _every_country() -> Mapping[str, str]:
    return dict(Country.objects.values_list("slug", "name"))


def _themes(called: str) -> Mapping[str, str]:
    return _every_theme()


def _countries(called: str) -> Mapping[str, str]:
    return _every_country()


def _tags_called(called: str) -> Mapping[str, str]:
    same = Q(slug=slugify(called)) | Q(name__iexact=called)
    return dict(Tag.objects.filter(same).values_list("slug", "name"))


def _organisation_types(called: str) -> Mapping[str, str]:
    return {value: str(label) for value, label in OrganisationType.choices}


def _pages_about(term: Theme | Country) -> Iterable[int]:
    ids: Iterable[int] = pages_about(term).live().values_list("pk", flat=True)
    return ids


def _pages_tagged(tag: Tag) -> Iterable[int]:
    ids: Iterable[int] = pages_tagged(tag).live().values_list("pk", flat=True)
    return ids


def _reports_of_travellers(organisation: Organisation) -> Iterable[int]:
    ids: Iterable[int] = (
        TripReportPage.objects.live()
        .filter(travellers__organisation=organisation)
        .values_list("pk", flat=True)
    )
    return ids
