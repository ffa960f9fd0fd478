"""A number of Word is written in its own format, and makes a label of its clause."""

from __future__ import annotations

import pytest

from adapters.formats.word import read
from adapters.formats.word.numerals import numeral
from knowledge.clauses import clauses
from tests.adapters.word_files import docx, family, lvl, num, p
from tests.adapters.word_lists import OUTLINE, items, markers


@pytest.mark.parametrize(
    ("format", "first", "numerals"),
    [
        ("decimal", 9, ["9", "10"]),
        ("decimalZero", 9, ["09", "10"]),
        ("lowerLetter", 25, ["y", "z", "aa", "bb"]),
        ("upperLetter", 52, ["ZZ", "AAA"]),
        ("lowerRoman", 8, ["viii", "ix", "x"]),
        ("upperRoman", 48, ["XLVIII", "XLIX", "L"]),
        ("ordinal", 1, ["1st", "2nd", "3rd", "4th"]),
        ("ordinal", 10, ["10th", "11th", "12th", "13th"]),
        ("ordinal", 21, ["21st", "22nd"]),
        ("cardinalText", 1, ["One", "Two"]),
        ("cardinalText", 20, ["Twenty", "Twenty-one"]),
        ("ordinalText", 1, ["First", "Second", "Third", "Fourth", "Fifth"]),
        ("ordinalText", 12, ["Twelfth", "Thirteenth"]),
        ("ordinalText", 20, ["Twentieth", "Twenty-first", "Twenty-second"]),
        ("numberInDash", 1, ["- 1 -"]),
        ("chicago", 1, ["*", "†", "‡", "§", "**"]),
        ("thaiCounting", 3, ["3"]),
    ],
)
def test_every_format_prints_as_word_does(format: str, first: int, numerals: list[str]) -> None:
    numbering = family(0, lvl(0, "%1", format, first)) + num(1, 0)
    assert markers(items([0] * len(numerals)), numbering) == numerals


def test_numbers_beyond_what_a_format_can_write_stay_short() -> None:
    assert numeral(2_000_000_000, "lowerRoman") == numeral(2_000_000_000, "lowerLetter") == "2000000000"
    assert numeral(0, "upperRoman") == "0"
    assert numeral(-3, "ordinalText") == "-3rd"
    assert numeral(115, "ordinalText") == "One hundred fifteenth"


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("%1.", "1."),
        ("(%1)", "(1)"),
        ("%1)", "1)"),
        ("Section %1", "Section 1"),
        ("Rule %1:", "Rule 1:"),
        ("Article  %1 –", "Article 1 –"),
        ("%1.%2", "1."),
    ],
)
def test_what_stands_around_a_number_is_printed_with_it(text: str, marker: str) -> None:
    assert markers(items([0]), family(0, lvl(0, text)) + num(1, 0)) == [marker]


def test_legal_numbering_prints_other_levels_as_decimals() -> None:
    numbering = family(0, lvl(0, "Article %1.", "upperRoman"), lvl(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert markers(items([0, 0, 1]), numbering) == ["Article I.", "Article II.", "2.1"]
    ordinary = family(0, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2")) + num(1, 0)
    assert markers(items([0, 1]), ordinary) == ["I.", "I.1"]


def test_a_newer_format_is_read_from_its_alternatives() -> None:
    padded = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{padded}<w:lvlText w:val="%1."/></w:lvl>'
    assert markers(items([0, 0]), family(0, level) + num(1, 0)) == ["009.", "010."]


@pytest.mark.parametrize(
    ("glyph", "more", "marker"),
    [
        ("\uf0b7", "", "\uf0b7"),
        ("o", "", "o"),
        ("-", "", "-"),
        ("v", "", "•"),
        ("", '<w:lvlPicBulletId w:val="0"/>', "•"),
        ("", "", ""),
    ],
)
def test_a_bullet_is_a_bullet(glyph: str, more: str, marker: str) -> None:
    numbering = family(0, lvl(0, glyph, "bullet", after=more)) + num(1, 0)
    assert markers(items([0, 0]), numbering) == [marker, marker]


def test_clauses_are_labelled_with_the_numbers_that_word_prints() -> None:
    body = p("Introduction", style="Heading1") + items([0, 1, 2, 2, 1, 0, 1])
    found = clauses(read(docx(body, "", OUTLINE + num(1, 0))))
    assert [clause.label for clause in found] == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2", "2(a)"]


@pytest.mark.parametrize(
    ("format", "text", "labels"),
    [
        ("ordinalText", "%1", ["First", "Second", "Third"]),
        ("cardinalText", "Stage %1:", ["Stage One", "Stage Two", "Stage Three"]),
        ("upperRoman", "Chapter %1", ["Chapter I", "Chapter II", "Chapter III"]),
        ("decimalZero", "%1.", ["01", "02", "03"]),
        ("ordinal", "%1", ["1st", "2nd", "3rd"]),
        ("numberInDash", "%1", ["- 1 -", "- 2 -", "- 3 -"]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "③"]),
    ],
)
def test_unusual_numbers_make_labels_too(format: str, text: str, labels: list[str]) -> None:
    found = clauses(read(docx(items([0, 0, 0]), "", family(0, lvl(0, text, format)) + num(1, 0))))
    assert [clause.label for clause in found] == labels
