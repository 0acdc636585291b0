"""The terms that made-up pages carry. Those of the site are used, and what lacks is added."""

from random import Random

from taggit.models import Tag

from meegenomen.core.models import Country, Organisation, OrganisationType, Theme
from meegenomen.home.generate.prose import nouns
from meegenomen.home.generate.vocabulary import PLACES, THEMES

TAGS = 600
# How an organisation is called, and what kind it is.
NAMES = (
    ("Proefgemeente {}", OrganisationType.MUNICIPALITY),
    ("Proefdienst {}", OrganisationType.AGENCY),
    ("Proefwaterschap {}", OrganisationType.WATER_AUTHORITY),
    ("Proefprovincie {}", OrganisationType.PROVINCE),
    ("Proefverband {}", OrganisationType.PARTNERSHIP),
)


class Terms:
    def __init__(self, random: Random) -> None:
        self.themes = [Theme.objects.get_or_create(name=name)[0] for name in THEMES]
        self.countries = {name: Country.objects.get_or_create(name=name)[0] for name in PLACES}
        self.organisations = _organisations(self.countries)
        self.tags = _tags(random)


def _organisations(countries: dict[str, Country]) -> list[Organisation]:
    wanted = [
        Organisation(name=name.format(place), type=kind, country=countries[country])
        for name, kind in NAMES
        for country, places in PLACES.items()
        for place in places
    ]
    Organisation.objects.bulk_create(wanted, ignore_conflicts=True)
    names = [organisation.name for organisation in wanted]
    return list(Organisation.objects.filter(name__in=names).order_by("name"))


def _tags(random: Random) -> list[Tag]:
    names = [noun.split()[1] for noun in nouns(random)[:TAGS]]
    Tag.objects.bulk_create(
        [Tag(name=name, slug=f"proef-{name}") for name in names], ignore_conflicts=True
    )
    return list(Tag.objects.filter(name__in=names).order_by("name"))
