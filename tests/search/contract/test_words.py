"""Which words find which texts."""

from datetime import date

import pytest

FOUND = [
    # inflections
    ("gemeente", "Alle gemeenten doen mee"),
    ("gemeenten", "De gemeente doet mee"),
    ("reis", "Twee reizen naar Kopenhagen"),
    ("lessen", "Een les uit Malmö"),
    ("digitaal", "De digitale overheid"),
    ("brief", "Brieven die mensen begrijpen"),
    ("stad", "Twee steden"),
    ("steden", "Een stad"),
    ("banken", "Bij de bank"),
    ("mens", "Voor alle mensen"),
    ("kansen", "Een kans"),
    ("les", "Acht lessen"),
    ("reisverslagen", "Een reisverslag"),
    ("betaalt", "Samen betalen"),
    # compounds, by their parts
    ("dienst", "Betere dienstverlening"),
    ("verlening", "Betere dienstverlening"),
    ("loket", "Het gemeenteloket gaat dicht"),
    ("gebeurtenis", "Ordenen rond levensgebeurtenissen"),
    ("website", "Eén overheidswebsite"),
    ("zelfhulp", "Zelfhulpplekken in de bibliotheek"),
    ("berichten", "De berichtenbox werkt twee kanten op"),
    # a compound in the question, its parts in the text
    ("burgerloket", "Een loket voor elke burger"),
    ("meerjarenstrategie", "Een strategie voor meer jaren"),
    # folding
    ("malmo", "Op bezoek in Malmö"),
    ("MALMÖ", "Op bezoek in malmo"),
    ("kobenhavn", "Københavns Kommune en København"),
    ("een", "Eén is genoeg"),
    # names, in any spelling
    ("mitid", "Inloggen met MitID"),
    ("mit id", "Inloggen met MitID"),
    ("MIT-ID", "Inloggen met MitID"),
    ("borger.dk", "Alles staat op borger.dk"),
    ("borger dk", "Alles staat op borger.dk"),
    ("borgerdk", "Alles staat op borger.dk"),
    ("Borger", "Alles staat op borger.dk"),
    ("sundhed.dk", "Zorg op Sundhed.dk"),
    ("sundheddk", "Zorg op Sundhed.dk"),
    ("podiumd", "Het platform PodiumD"),
    ("ehealth", "Veel aandacht voor e-health"),
    ("borger.dk", "Alles staat op BorgerDK"),
    ("borgerdk", "Alles staat op BorgerDK"),
    ("borger dk", "Alles staat op BorgerDK"),
    ("NemLog-in", "Inloggen met NemLog-in"),
    ("nemlogin", "Inloggen met NemLog-in"),
    ("nemlog in", "Inloggen met NemLog-in"),
    ("nem log in", "Inloggen met NemLog-in"),
    ("Nem-Log-in", "Inloggen met NemLog-in"),
    ("nemlog-in", "Inloggen met Nemlogin"),
    # figures
    ("72%", "Voor 72% van de mensen"),
    ("72 %", "Voor 72% van de mensen"),
    ("72 procent", "Voor 72 procent van de mensen"),
    ("1,5 miljoen", "Ongeveer 1,5 miljoen mensen"),
    ("1.5 miljoen", "Ongeveer 1,5 miljoen mensen"),
    ("€ 3.000", "Het kost € 3.000 per jaar"),
    ("€3.000,-", "Het kost € 3.000 per jaar"),
    ("3000 euro", "Het kost 3.000 euro"),
    ("3.000 euro", "Het kost 3000 euro"),
    ("1.250.000", "Voor 1250000 inwoners"),
    ("10:30", "Om 10.30 uur"),
    # Danish and English keep their own words
    ("digitaliseringsstyrelsen", "Bezoek aan Digitaliseringsstyrelsen"),
    ("selvbetjening", "Het Deense woord selvbetjening"),
    ("governance", "Governance and trust"),
    ("services", "Services for everyone"),
    ("service design", "A course on service design"),
    ("citizens", "Putting citizens first"),
    ("life events", "Organised by life events"),
    ("accessibility", "Accessibility by default"),
    ("once only", "The once-only principle"),
    ("sundhedsplatformen", "Ziekenhuizen met Sundhedsplatformen"),
    ("kommune", "Aarhus Kommune"),
    ("kommunernes landsforening", "Op bezoek bij Kommunernes Landsforening"),
    ("obligatorisk", "Digital post er obligatorisk"),
    ("ældre", "Hjælp til ældre"),
    ("aeldre", "Hjælp til ældre"),
    # several words, in any order, stop words left out
    ("loket overheid", "De overheid heeft één loket"),
    ("hoe werkt het loket van de overheid", "Zo werkt een loket bij de overheid"),
    # words that only ask
    ("wie betaalt", "Samen betalen"),
    ("waarom borger.dk", "Alles staat op borger.dk"),
    ("hoe doet denemarken dat met digid", "Denemarken en DigiD"),
    ("hulp voor ouderen", "Ouderen krijgen hulp"),
    ("wat is er verplicht digitaal", "Digitaal en verplicht"),
    # an unfinished last word
    ("denema", "Lessen uit Denemarken"),
    ("lessen kopenh", "Lessen uit Kopenhagen"),
    # typing errors
    ("gemeentelokket", "Het gemeenteloket"),
    ("overhied", "De hele overheid"),
    ("Kopenhaggen", "Naar Kopenhagen"),
    ("denmearken", "Lessen uit Denemarken"),
    ("strattegie", "Eén strategie"),
    # phrases
    ('"hele overheid"', "Voor de hele overheid"),
    ('"de hele"', "Voor de hele overheid"),
    # a quote that is never closed
    ('"hele overheid', "Voor de hele overheid"),
    # exclusion
    ("loket -malmö", "Een loket in Aarhus"),
    ('loket -"in malmö"', "Een loket bij Malmö"),
]


@pytest.mark.parametrize(("words", "title"), FOUND)
def test_found(site, record, words, title):
    site.holds(record(title, type="nieuws"), record("Heel iets anders", type="nieuws"))
    assert site.found(words) == [1]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("trein", "De digitale overheid"),
        ("xq", "De digitale overheid"),
        ('"overheid digitale"', "De digitale overheid"),
        ('"gemeenten doen"', "De gemeente doet mee"),
        ("loket -malmö", "Een loket in Malmö"),
        ('loket -"in malmö"', "Een loket in Malmö"),
        ("loket trein", "Een loket"),
        # Few letters are no beginning, and a word that exists is no typing error.
        ("wet", "Wij weten het"),
        ("wetten", "Wij weten het"),
        ("men", "Een mens"),
        # Stems say no more than the word itself.
        ("overheid", "Er ligt iets overs"),
        # Numbers have no typing errors: another year is another answer.
        ("2018", "Reis in 2019"),
        # The digits of a figure stand side by side.
        ("1,5", "Van 5 naar 1"),
        ("3.000", "Van 3 naar 000"),
        ("15", "Ongeveer 1.5 miljoen"),
        # Danish and English words have no Dutch inflections.
        ("service", "Het Deense selvbetjening"),
        ("kommunes", "Komedie in Aarhus"),
        ("citizen", "Een citadel"),
    ],
)
def test_not_found(site, record, words, title):
    site.holds(record(title))
    assert site.search(words).total == 0


@pytest.mark.parametrize("field", ["title", "summary", "body"])
def test_found_in(site, record, field):
    site.holds(record(**{"title": "Iets", field: "Een mobiel team"}), record())
    assert site.found("mobiel team") == [1]


def test_found_by_keyword(site, record):
    site.holds(record(keywords=("Digital Hub Denmark", "Kopenhagen")), record())
    assert site.found("digital hub") == [1]


def test_a_phrase_does_not_run_from_one_keyword_into_the_next(site, record):
    site.holds(record(keywords=("Digital Hub", "Denemarken")))
    assert site.found('"hub denemarken"') == []


@pytest.mark.parametrize(
    "words",
    ["L-12", "l-12", "L12", "l 12", "les 12", "Les 12", "les-12", "lesnummer 12", "les nr. 12"],
)
def test_a_public_number_comes_first(site, record, words):
    site.holds(
        record("Plan L 12 van 12 L", keywords=("L", "12")),
        record("Begin klein", number="L-12"),
        record("Begin groot", number="L-1"),
    )
    assert site.found(words)[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '""',
        "'",
        "-",
        "--",
        '-"',
        '"-"',
        "(",
        "a AND (",
        "title:",
        "*",
        "?",
        "~",
        "^5",
        "[1 TO",
        "/regex(/",
        "\\",
        "{!x}",
        "\x00",
        "\ud800",
        "🙂",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "%",
        "a" * 5_000,
        "woord " * 1_000,
        '"' * 99,
        "- " * 200,
        "ĳ ﬁ Ⅷ ①",
        "١٢٣ 四 слово",
    ],
)
def test_nothing_that_is_typed_is_an_error(site, record, words):
    site.holds(record("Een loket", body="Een tekst"))
    assert site.search(words).total in (0, 1)
    site.engine.suggest(words)


def test_a_question_without_words_finds_everything(site, record):
    site.holds(record(), record())
    assert site.search("").total == site.search('"').total == 2


def test_a_word_that_is_found_outside_the_filters_is_no_typing_error(site, record):
    site.holds(record("Een loket", themes=("regie",)), record("Een boket", themes=("zorg",)))
    assert site.search("boket", themes=("regie",)).total == 0


def test_when_few_pages_have_all_words_those_with_most_follow(site, record):
    site.holds(
        record("Een loket en een balie"),
        record("Een loket en een balie in de bibliotheek"),
        record("Een balie"),
        record("Een loket"),
    )
    results = site.search("loket balie bibliotheek")
    assert [hit.record.id for hit in results.hits] == [2, 1]
    assert results.total == results.facets["type"]["les"] == 2


def test_when_few_pages_have_a_compound_those_with_its_parts_follow(site, record):
    site.holds(
        record("Een site over gezondheid"),
        record("Een gezondheidssite"),
        record("Een site"),
    )
    results = site.search("gezondheidssite")
    assert [hit.record.id for hit in results.hits] == [2, 1]
    assert results.hits[1].marked_title == "Een <mark>site</mark> over <mark>gezondheid</mark>"


def test_when_enough_pages_have_a_compound_its_parts_are_not_looked_for(site, record):
    site.holds(*[record("Een gezondheidssite") for _ in range(5)], record("Gezondheid op een site"))
    assert site.search("gezondheidssite").total == 5


def test_when_enough_pages_have_all_words_no_other_page_is_found(site, record):
    site.holds(
        *[record("Een loket en een balie in de bibliotheek") for _ in range(5)],
        record("Een loket en een balie"),
    )
    assert site.search("loket balie bibliotheek").total == 5


def test_the_words_of_a_phrase_are_never_the_ones_that_may_be_missing(site, record):
    site.holds(
        record("Loket, balie en trein"), record("Loket, balie en trein van de hele overheid")
    )
    assert site.found('"hele overheid" loket balie vliegtuig') == [2]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("reisverslag kopenhagen", {"type": "reisverslag"}),
        ("reisverslagen kopenhagen", {"type": "reisverslag"}),
        ("lessen kopenhagen", {"type": "les"}),
        ("kopenhagen 2018", {"date": date(2018, 4, 21)}),
        ("kopenhagen ministerie", {"organisation_types": ("ministerie",)}),
        ("ministeries in kopenhagen", {"organisation_types": ("ministerie",)}),
    ],
)
def test_what_only_a_filter_says_is_found_as_a_word(site, record, words, values):
    site.holds(
        record("Naar Kopenhagen", **({"type": "nieuws"} | values)),
        record("Kopenhagen", type="nieuws", date=date(2020, 1, 1)),
    )
    assert site.found(words) == [1]
