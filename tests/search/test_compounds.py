import pytest

from search.dutch.compounds import pieces, split


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dienstverlening", ("dienst", "verlening")),
        ("gemeenteloket", ("gemeente", "loket")),
        ("gezondheidszorg", ("gezondheid", "zorg")),
        ("berichtenbox", ("berichten", "box")),
        ("overheidswebsite", ("overheid", "website")),
        ("kansspel", ("kans", "spel")),
        ("gemeenten", ()),
        ("verantwoordelijkheid", ()),
        ("governance", ()),
        ("digitaliseringsstyrelsen", ()),
        ("loket", ()),
        ("a" * 500, ()),
        ("", ()),
    ],
)
def test_split(word, parts):
    assert split(word) == parts


def test_parts_of_parts_and_neighbours_are_inside_too():
    assert set(pieces("zelfhulpplek")) >= {"zelfhulp", "zelf", "hulp", "plek"}
    assert "dienstverlening" in pieces("dienstverleningsconcept")
