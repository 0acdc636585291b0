"""The drawings of the demonstration, each with what it shows in words."""

from collections.abc import Callable
from dataclasses import dataclass

from meegenomen.home.demo.drawings import indoors, outdoors, signs
from meegenomen.home.demo.drawings.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Drawing:
    draw: Callable[[], Canvas]
    title: str
    alt: str

    def png(self) -> bytes:
        return self.draw().png()


DRAWINGS = {
    "copenhagen": Drawing(
        outdoors.copenhagen,
        "Huizen aan het water in Kopenhagen",
        "Vijf gekleurde huizen met steile daken aan een kade, met twee zeilboten ervoor.",
    ),
    "bridge": Drawing(
        outdoors.bridge,
        "De brug naar Malmö",
        "Een lange brug met twee hoge pijlers en kabels, met auto’s erop en een zeilboot eronder.",
    ),
    "canal": Drawing(
        outdoors.canal,
        "Huizen aan een Nederlandse gracht",
        "Een rij grachtenhuizen met trapgevels en klokgevels aan het water.",
    ),
    "one_door": Drawing(
        outdoors.one_door,
        "Eén deur, veel kamers",
        "Een groot gebouw met één grote deur en ramen in allerlei kleuren. Ervoor staan mensen.",
    ),
    "moving": Drawing(
        outdoors.moving,
        "Verhuizen",
        "Een verhuiswagen naast een huis, met een stapel dozen ertussen.",
    ),
    "mobile_team": Drawing(
        outdoors.mobile_team,
        "Het mobiele team",
        "Een gele bus met een zonnescherm in een straat. Er staan twee mensen naast.",
    ),
    "milestones": Drawing(
        outdoors.milestones,
        "De weg vooruit",
        "Een stippellijn over heuvels, met onderweg vier vlaggen.",
    ),
    "library": Drawing(
        indoors.library,
        "Hulp in de bibliotheek",
        "Iemand zit achter een laptop tussen de boekenkasten. Iemand anders kijkt staand mee.",
    ),
    "meeting": Drawing(
        indoors.meeting,
        "Aan tafel",
        "Vijf mensen aan een lange tafel, met een grafiek aan de muur achter hen.",
    ),
    "starters": Drawing(
        indoors.starters,
        "Een werkplek voor starters",
        "Drie mensen werken naast elkaar aan een lange tafel met laptops, onder hanglampen.",
    ),
    "at_home": Drawing(
        indoors.at_home,
        "Zorg van dichtbij",
        "Iemand zit aan een tafel, naast een grote telefoon met een hart op het scherm.",
    ),
    "login": Drawing(
        signs.login,
        "Eén sleutel",
        "Een telefoon met een sleutel op het scherm. Stippellijnen gaan naar een bank en een huis.",
    ),
    "letters": Drawing(
        signs.letters,
        "Post heen en terug",
        "Twee enveloppen tussen een huis en een kantoor, met stippellijnen in beide richtingen.",
    ),
    "blocks": Drawing(
        signs.blocks,
        "Huizen op dezelfde blokken",
        "Vier huizen die samen op een laag gekleurde bouwblokken staan.",
    ),
    "shared_bill": Drawing(
        signs.shared_bill,
        "Samen delen",
        "Een taart in drie stukken, met op elk stuk een vlag.",
    ),
    "shopfront": Drawing(
        signs.shopfront,
        "Een eigen ingang voor bedrijven",
        "Een winkel met een gestreept zonnescherm, een etalage en een gele deur.",
    ),
}
