"""Real Dutch words to write from, the frequent ones first."""

# Two halves make a compound, as "burger" and "het loket" make "het burgerloket".
FIRST_HALVES = """
    dienst gegevens informatie burger wijk zorg gemeente regio keten project proces kwaliteits
    beleids digitaliserings energie huisvestings inkoop integratie jeugd klant kennis leer
    milieu omgevings onderwijs onderzoeks ondernemers organisatie personeels plannings privacy
    register ruimte samenwerkings scholings schuld service sociaal sport stads subsidie taal
    toegangs toezichts transitie uitvoerings vergunning veiligheids verandering verkeers
    verhuis vernieuwings vrijwilligers water website welzijns werk wijzigings woon zaak zelfhulp
    archief basis belasting bestuurs bibliotheek bouw brief buurt communicatie contract cultuur
    dossier economie financierings formulier gebouw geboorte geluids gezins groen handhavings
    haven
""".split()
SECOND_HALVES = [
    *(
        f"de {word}"
        for word in """
    aanpak aanvraag afdeling afspraak agenda balie bijeenkomst brief coach commissie consulent
    dienst gids groep kaart klus koers koppeling lijn lijst medewerker monitor opgave proef raad
    ruimte sessie stap strategie taak toets visie voorziening vraag website werkwijze wijzer
""".split()
    ),
    *(
        f"het {word}"
        for word in """
    advies akkoord bedrijf beheer beleid bericht budget contract dossier fonds gesprek initiatief
    kader kantoor loket netwerk onderzoek overleg overzicht plan platform portaal programma
    project punt register spreekuur systeem team traject verhaal
""".split()
    ),
]
NOUNS = [
    *(
        f"de {word}"
        for word in """
    inwoner gemeente dienstverlening samenwerking overheid collega aanvraag organisatie regio
    afspraak leverancier bestuurder wethouder ondernemer gegevens medewerker strategie standaard
    keten klantreis bibliotheek financiering uitvoering privacy berichtenbox identiteit regie
    verandering aanbesteding koppeling begroting besparing buurt balie wachttijd doelgroep
    machtiging melding verhuizing vergunning provincie minister redactie nieuwkomer vrijwilliger
    architectuur veiligheid ervaring opleiding planning
""".split()
    ),
    *(
        f"het {word}"
        for word in """
    loket portaal vertrouwen voorbeeld inlogmiddel platform team netwerk budget besluit
    formulier gesprek onderzoek programma rapport waterschap ministerie bedrijf gezin dorp
    buurtcentrum spreekuur proces resultaat verschil knelpunt
""".split()
    ),
]
PEOPLE = """
    inwoners ondernemers collega’s bestuurders medewerkers ouders jongeren ouderen vrijwilligers
    nieuwkomers reizigers leveranciers gemeenten buurtbewoners onderzoekers mantelzorgers
""".split()
VERBS = """
    gebruikt verbetert bespreekt onderzoekt deelt bouwt meet kiest ontwerpt toetst regelt
    verandert ziet vraagt betaalt beschrijft begrijpt vereenvoudigt versnelt ondersteunt verbindt
    bewaart controleert vernieuwt vergelijkt verklaart beperkt ontvangt
""".split()
INFINITIVES = """
    verbeteren bespreken onderzoeken delen bouwen meten kiezen ontwerpen toetsen regelen
    veranderen betalen begrijpen vereenvoudigen versnellen ondersteunen vernieuwen vergelijken
""".split()
ADJECTIVES = """
    duidelijk eenvoudig digitaal gezamenlijk landelijk regionaal lokaal zichtbaar veilig snel
    betaalbaar toegankelijk begrijpelijk herkenbaar zorgvuldig betrouwbaar haalbaar tijdelijk
    volledig zelfstandig persoonlijk eerlijk
""".split()
PLACES = {
    "Nederland": """
        Amsterdam Rotterdam Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Apeldoorn
        Arnhem Haarlem Enschede Amersfoort Zaanstad Zwolle Leiden Maastricht Dordrecht Ede Alkmaar
        Delft Deventer Helmond Venlo Hilversum Heerlen Gouda Assen Middelburg Roermond Hengelo
        Drachten Emmen Zoetermeer Hoorn Veenendaal Meppel Goes Tiel
    """.split(),
    "Denemarken": "Kopenhagen Aarhus Odense Aalborg Esbjerg Vejle Roskilde Horsens".split(),
    "Zweden": "Malmö Stockholm Göteborg Lund Uppsala Örebro".split(),
    "Finland": "Helsinki Espoo Tampere Turku Oulu".split(),
    "Estland": "Tallinn Tartu Narva Pärnu".split(),
    "Noorwegen": "Oslo Bergen Trondheim Stavanger".split(),
    "België": "Brussel Antwerpen Gent Brugge Leuven Luik".split(),
    "Duitsland": "Berlijn Hamburg Keulen München Bremen Münster".split(),
    "Oostenrijk": "Wenen Graz Linz Salzburg".split(),
    "Frankrijk": "Parijs Lyon Nantes Rijsel".split(),
    "Spanje": "Barcelona Madrid Bilbao Valencia".split(),
    "Portugal": "Lissabon Porto Braga".split(),
    "Ierland": "Dublin Cork Galway".split(),
    "Litouwen": "Vilnius Kaunas".split(),
}
THEMES = (
    "Dienstverlening",
    "Samenwerking",
    "Inloggen en identiteit",
    "Gegevens delen",
    "Digitaal meedoen",
    "Financiering",
    "Leiderschap en regie",
    "Duurzaamheid",
    "Zorg en welzijn",
    "Wonen en omgeving",
    "Werk en inkomen",
    "Veiligheid",
)
