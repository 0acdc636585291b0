"""What an answer holds beside the order of its hits."""

from datetime import date

import pytest

from search.records import SearchRecord


def test_a_hit_holds_the_record_as_it_was_written(site):
    record = SearchRecord(
        id=7,
        type="les",
        url="/lessen/een/",
        title="Één & <b>ander</b>",
        summary="Kort",
        body="Lang",
        number="L-7",
        keywords=("a", "b"),
        themes=("t",),
        tags=("g",),
        countries=("dk",),
        organisation_types=("gemeente",),
        date=date(2024, 2, 29),
        corroboration=3,
        status="bevestigd",
        details=(("bulb", "L-7"), ("route", "2 reizen")),
    )
    site.holds(record)
    assert site.search().hits[0].record == record


def test_what_was_asked_for_is_marked_and_the_rest_escaped(site, record):
    site.holds(record("Loketten <script> & 'meer'", summary="Een “loket” <b>voor</b> burger.dk"))
    hit = site.search("loket").hits[0]
    mark = "<mark>{}</mark>".format
    assert hit.marked_title == f"{mark('Loketten')} &lt;script&gt; &amp; &#x27;meer&#x27;"
    assert hit.marked_text == f"Een “{mark('loket')}” &lt;b&gt;voor&lt;/b&gt; burger.dk"


def test_a_name_with_a_mark_in_it_is_marked_whole(site, record):
    site.holds(record("Alles op borger.dk"))
    title = site.search("borgerdk").hits[0].marked_title
    assert title == "Alles op <mark>borger.dk</mark>"


def test_of_a_phrase_only_the_phrase_is_marked(site, record):
    site.holds(record("Een dorp en één, loket: een plek"))
    title = site.search('"een loket"').hits[0].marked_title
    assert title == "Een dorp en <mark>één, loket</mark>: een plek"


def test_the_parts_of_a_compound_are_marked_when_it_is_found_by_them(site, record):
    site.holds(record("Loketten van een gemeente"))
    title = site.search("gemeenteloket").hits[0].marked_title
    mark = "<mark>{}</mark>".format
    assert title == f"{mark('Loketten')} van een {mark('gemeente')}"


def test_the_last_part_of_a_name_is_not_marked_alone(site, record):
    site.holds(record("Virk.dk naast borger.dk"))
    title = site.search("borger.dk").hits[0].marked_title
    assert title == "Virk.dk naast <mark>borger.dk</mark>"


def test_asking_for_markup_marks_no_markup(site, record):
    site.holds(record("Een <mark> en een class"))
    title = site.search("mark class").hits[0].marked_title
    mark = "<mark>{}</mark>".format
    assert title == f"Een &lt;{mark('mark')}&gt; en een {mark('class')}"


def test_of_a_long_text_the_piece_with_the_words_is_shown(site, record):
    site.holds(record(body=f"{'Begin. ' * 200}Hier staat het loket. {'Einde. ' * 200}"))
    text = site.search("loket").hits[0].marked_text
    assert "<mark>loket</mark>" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert 100 < len(text) < 300


def test_without_words_the_summary_is_shown_or_the_beginning_of_the_body(site, record):
    site.holds(record(summary="Het kort"), record(body="Het begin " * 100))
    texts = {hit.record.id: hit.marked_text for hit in site.search().hits}
    assert texts[1] == "Het kort"
    assert texts[2].startswith("Het begin Het begin")


def test_a_better_question_is_offered_when_a_word_is_unknown(site, record):
    site.holds(record("Het gemeenteloket"), record("Het gemeenteloket in Malmö"))
    results = site.search("gemeentelokket malmö")
    assert results.did_you_mean == "gemeenteloket malmö"
    assert [hit.record.id for hit in results.hits] == [2]


def test_a_better_question_is_offered_however_much_the_misspelt_one_finds(site, record):
    site.holds(*[record("Het gemeenteloket") for _ in range(12)])
    results = site.search("gemeentelokket")
    assert results.total == 12
    assert results.did_you_mean == "gemeenteloket"


def test_a_better_question_keeps_the_capitals_of_a_name(site, record):
    site.holds(record("Inloggen met MitID"))
    assert site.search("mitidd").did_you_mean == "MitID"


def test_no_better_question_when_there_is_nothing_to_mend(site, record):
    site.holds(*[record("Een loket") for _ in range(5)])
    assert site.search("loket").did_you_mean == ""
    assert site.search("xyzzyqwv").did_you_mean == ""
    assert site.search("").did_you_mean == ""


def test_a_title_is_suggested_with_its_address(site, record):
    site.holds(record("Eén loket voor de overheid"), record("Iets anders"))
    (suggestion,) = site.engine.suggest("loket ov")
    assert (suggestion.text, suggestion.url) == ("Eén loket voor de overheid", "/lessen/1/")
    assert suggestion.page == 1


def test_a_name_is_suggested_as_a_question(site, record):
    site.holds(record("Iets", keywords=("Digital Hub Denmark",)))
    (suggestion,) = site.engine.suggest("digi")
    assert (suggestion.text, suggestion.url, suggestion.page) == ("Digital Hub Denmark", "", 1)


def test_suggestions_have_a_bound(site, record):
    site.holds(*[record(f"Loket {n}", keywords=(f"Loketnaam {n}",)) for n in range(20)])
    assert len(site.engine.suggest("loket", limit=5)) == 5
    assert site.engine.suggest("loket", limit=0) == ()


def test_nothing_typed_suggests_nothing(site, record):
    site.holds(record("Loket"))
    assert site.engine.suggest("") == site.engine.suggest("  ") == ()


def test_related_pages_share_the_most_and_never_are_the_page_itself(site, record):
    site.holds(
        record("Eén loket", themes=("loket",), tags=("borger",)),
        record("Iets anders", themes=("loket",), tags=("borger",)),
        record("Nog een loket", themes=("loket",)),
        record("Zonder verband", themes=("zorg",)),
    )
    assert {hit.record.id for hit in site.engine.related(1)} == {2, 3}
    assert len(site.engine.related(1, limit=1)) == 1


def test_an_unknown_page_has_no_related_pages(site, record):
    site.holds(record())
    assert site.engine.related(999) == ()


def test_similar_pages_share_the_most_words_with_a_text(site, record):
    site.holds(
        record("Balie voor jongeren", summary="Eén middag in de week."),
        record("Loket op het station", body="Ook jongeren komen daar."),
        record("Zonder verband", summary="Over sloten en dijken."),
    )
    found = site.engine.similar("Een jongerenbalie: op één middag in de week alles geregeld")
    assert [hit.record.id for hit in found] == [1, 2]


def test_similar_pages_are_of_the_types_asked_for(site, record):
    site.holds(record("Balie", type="les"), record("Balie", type="nieuws"), record("Balie"))
    found = site.engine.similar("balie", types=("nieuws", "voorbeeld"))
    assert [hit.record.id for hit in found] == [2]
    assert len(site.engine.similar("balie")) == 3
    assert len(site.engine.similar("balie", limit=2)) == 2
    assert site.engine.similar("balie", limit=0) == ()


@pytest.mark.parametrize(
    "text", ["", "   ", "de het een", "\x00\ud800", '"(', "balie " * 5_000, "é" * 20_000]
)
def test_any_text_may_be_compared(site, record, text):
    site.holds(record("Balie"))
    assert len(site.engine.similar(text)) <= 1
