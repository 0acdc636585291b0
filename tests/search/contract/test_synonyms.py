"""Terms that mean the same by the word of the editors."""

import pytest

LINES = (
    ("DigiD", "MitID", "eID"),
    ("Digitale Post", "Berichtenbox", "e-Boks"),
    ("persoonlijke regisseur", "casemanager"),
    ("loket", "balie"),
    ("virk", "borger.dk"),
)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("digid", "Inloggen met MitID"),
        ("eid", "Inloggen met MitID"),
        ("mit id", "Inloggen met DigiD"),
        ("Mit-ID", "Inloggen met DigiD"),
        ("inloggen digid", "Inloggen met MitID"),
        # of several words, on either side
        ("berichtenbox", "De digitale post van de overheid"),
        ("berichtenbox", "Brieven in e-Boks"),
        ("berichtenbox", "Brieven in eBoks"),
        ("digitale post", "De berichtenbox werkt twee kanten op"),
        ("brieven digitale post", "Brieven in de berichtenbox"),
        ("e-boks", "De berichtenbox werkt twee kanten op"),
        ("virk", "Alles op borger.dk"),
        ("virk", "Alles op BorgerDK"),
        ("borger.dk", "Alles op Virk"),
        # inflections, on either side
        ("casemanagers", "Een persoonlijke regisseur"),
        ("casemanager", "Onze persoonlijke regisseurs"),
        ("persoonlijke regisseurs", "De casemanager"),
        ("loketten", "Drie balies"),
        # a compound in the text
        ("loket", "De stadsbalie"),
        # the longest term of a question counts
        ("een digitale post", "Eén berichtenbox"),
    ],
)
@pytest.mark.parametrize("field", ["title", "summary", "body", "keywords"])
def test_found_by_a_synonym(site, record, words, title, field):
    text = (title,) if field == "keywords" else title
    site.holds(record(**{"title": "Iets", field: text}), record("Heel iets anders"))
    assert site.found(words, synonyms=LINES) == [1]
    assert site.found(words, synonyms=(("trein", "bus"),)) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        # A phrase is taken literally, also of one word.
        ('"digid"', "Inloggen met MitID"),
        ('"digitale post"', "De berichtenbox"),
        # The words of a term stand side by side.
        ("berichtenbox", "De post over de digitale overheid"),
        # What only looks like a synonym is not meant, nor what looks like the word of a line.
        ("digid", "Inloggen met MitIDD"),
        ("digidd", "Inloggen met MitID"),
        ("digitale", "De berichtenbox"),
    ],
)
def test_not_found_by_a_synonym(site, record, words, title):
    site.holds(record(title))
    assert site.search(words, synonyms=LINES).total == 0


def test_what_is_excluded_is_taken_literally(site, record):
    site.holds(record("Een inlog met MitID"), record("Een inlog met DigiD"))
    assert site.found("inlog -digid", synonyms=LINES) == [1]


@pytest.mark.parametrize("word", ["digid", "DigiD"])
def test_the_word_itself_outranks_a_synonym(site, record, word):
    site.holds(
        record("MitID, MitID en eID", keywords=("MitID",), summary="MitID", body="MitID " * 50),
        record(body=f"{'Van alles en nog wat. ' * 200} Ergens DigiD."),
        *[record("Ook DigiD") for _ in range(9)],
    )
    found = site.found(word, synonyms=LINES, page_size=20)
    assert found[-1] == 1
    assert len(found) == 11


def test_a_synonym_in_the_title_outranks_one_in_the_text(site, record):
    site.holds(record(body="Over MitID"), record("Over MitID"))
    assert site.found("digid", synonyms=LINES) == [2, 1]


def test_a_chain_goes_one_step(site, record):
    lines = (("auto", "fiets"), ("fiets", "tram"), ("tram", "auto", "fiets"))
    site.holds(record("De auto"), record("De fiets"), record("De tram"))
    assert sorted(site.found("fiets", synonyms=lines[:2])) == [1, 2, 3]
    assert sorted(site.found("auto", synonyms=lines[:2])) == [1, 2]
    assert site.found("tram", synonyms=lines)[0] == 3


def test_many_lines_and_long_questions_are_answered(site, record):
    words = [f"woord{number}" for number in range(40)]
    site.holds(record("Over woord39"))
    lines = tuple((one, other) for one in words for other in words if one != other)
    assert site.found("woord1", synonyms=lines) in ([], [1])
    assert site.search(" ".join(words[:30]), synonyms=lines).total in (0, 1)


def test_synonyms_are_marked_also_as_a_part_of_a_name(site, record):
    site.holds(record("DigiD en MitID", summary="Digitale posten, of e-Boks & <eBoks>"))
    mark = "<mark>{}</mark>".format
    hit = site.search("digid berichtenbox", synonyms=LINES).hits[0]
    assert hit.marked_title == f"{mark('DigiD')} en {mark('MitID')}"
    assert hit.marked_text == (
        f"{mark('Digitale posten')}, of {mark('e-Boks')} &amp; &lt;{mark('eBoks')}&gt;"
    )


def test_no_better_word_is_offered_for_one_that_the_editors_know(site, record):
    site.holds(*[record("Met MitID") for _ in range(9)], record("Digi kan ook"))
    results = site.search("digid", synonyms=LINES)
    assert results.total == 9
    assert results.did_you_mean == ""


def test_filters_and_counts_hold_for_what_is_found_by_a_synonym(site, record):
    site.holds(record("MitID", themes=("regie",)), record("DigiD", themes=("zorg",)))
    results = site.search("digid", synonyms=LINES, themes=("regie",))
    assert [hit.record.id for hit in results.hits] == [1]
    assert results.facets["thema"] == {"regie": 1, "zorg": 1}


def test_a_changed_line_counts_at_once(site, record):
    site.holds(record("Met MitID"))
    assert site.found("digid") == []
    assert site.found("digid", synonyms=LINES) == [1]
    assert site.search("digid").facets["type"] == {}
