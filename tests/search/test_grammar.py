import pytest

from search.asking.grammar import MOST_CHUNKS, Chunk, parse


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("", [], []),
        ('"', [], []),
        ("Eén loket", [["loket"]], []),
        ("het loket van de overheid", [["loket"], ["overheid"]], []),
        ("van de", [["van"], ["de"]], []),
        ('"van de overheid"', [["van", "de", "overheid"]], []),
        ("“krullende quotes”", [["krullende", "quotes"]], []),
        ('"niet gesloten', [["niet", "gesloten"]], []),
        ("loket -malmö", [["loket"]], [["malmo"]]),
        ('-"in malmö"', [], [["in", "malmo"]]),
        ("e-health", [["e", "health"]], []),
        ("- - --", [], []),
    ],
)
def test_parse(text, wanted, unwanted):
    question = parse(text)
    assert [list(chunk.words) for chunk in question.wanted] == wanted
    assert [list(chunk.words) for chunk in question.unwanted] == unwanted


def test_a_name_with_a_mark_is_known_as_one_word_too():
    assert parse("Borger.dk").wanted == (Chunk(("borger", "dk"), joined="borgerdk"),)


@pytest.mark.parametrize(
    ("text", "unfinished"), [("loket", True), ('"loket"', False), ("a -loket", False), ("", False)]
)
def test_only_a_plain_last_word_may_be_unfinished(text, unfinished):
    assert parse(text).unfinished is unfinished


def test_a_question_has_a_bound():
    assert len(parse("woord " * 5_000).wanted) == MOST_CHUNKS
