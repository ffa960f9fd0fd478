"""Word's automatic numbers are those that Word prints."""

from __future__ import annotations

import pytest

from adapters.formats.word import read
from adapters.formats.word.numerals import numeral
from knowledge.clauses import clauses
from tests.adapters.word_files import docx, family, item, lvl, num, number, override, p, printed, style, table

LEGAL = family(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))
OUTLINE = family(0, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter"), lvl(2, "(%3)", "lowerRoman"))


def markers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [paragraph.marker for paragraph in read(docx(body, styles, numbering))]


def items(depths: list[int], num: int = 1) -> str:
    return "".join(item(f"Staff must do thing {n}.", num, depth) for n, depth in enumerate(depths))


def test_levels_count_inside_one_another() -> None:
    numbering = LEGAL + num(1, 0)
    assert markers(items([0, 1, 1, 2, 2, 1, 0, 1, 2]), numbering) == (
        ["1.", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2.", "2.1", "2.1.1"]
    )


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


def test_a_list_begins_where_it_says() -> None:
    assert markers(items([0, 0, 1]), family(0, lvl(0, "%1.", start=5), lvl(1, "%1.%2", start=3)) + num(1, 0)) == (
        ["5.", "6.", "6.3"]
    )


def test_a_list_that_names_no_start_begins_at_zero() -> None:
    assert markers(items([0, 0]), family(0, lvl(0, "%1.", start=None)) + num(1, 0)) == ["0.", "1."]


def test_a_deeper_entry_may_come_first() -> None:
    assert markers(items([1, 1, 0, 1]), LEGAL + num(1, 0)) == ["1.1", "1.2", "2.", "2.1"]


def test_lists_of_one_family_go_on_counting() -> None:
    assert markers(items([0, 1]) + items([1, 0], num=2), LEGAL + num(1, 0) + num(2, 0)) == ["1.", "1.1", "1.2", "2."]


def test_lists_of_different_families_count_apart() -> None:
    numbering = LEGAL + family(1, lvl(0, "%1)")) + num(1, 0) + num(2, 1)
    assert markers(items([0]) + items([0], num=2) + items([0]), numbering) == ["1.", "1)", "2."]


def test_a_list_that_begins_anew_does_so_once() -> None:
    numbering = LEGAL + num(1, 0) + num(2, 0, override(0, start=1))
    assert markers(items([0, 0]) + items([0, 1, 0], num=2), numbering) == ["1.", "2.", "1.", "1.1", "2."]


def test_a_list_may_begin_anew_at_any_number_and_level() -> None:
    numbering = LEGAL + num(1, 0) + num(2, 0, override(1, start=7))
    assert markers(items([0, 1]) + items([1, 1, 0, 1], num=2), numbering) == ["1.", "1.1", "1.7", "1.8", "2.", "2.7"]


def test_a_list_may_print_a_level_in_its_own_way() -> None:
    numbering = LEGAL + num(1, 0) + num(2, 0, override(0, level=lvl(0, "%1)", "upperLetter")))
    assert markers(items([0, 0]) + items([0], num=2), numbering) == ["1.", "2.", "C)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1.", "1.1", "1.1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "1.1", "1.1.1", "1.2", "1.2.2", "2.", "2.1", "2.1.3"]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "1.1", "1.1.1", "1.2", "1.2.2", "2.", "2.1", "2.1.1"]),
    ],
)
def test_a_level_begins_again_when_it_says(restart: str, expected: list[str]) -> None:
    numbering = family(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3", more=restart)) + num(1, 0)
    assert markers(items([0, 1, 2, 1, 2, 0, 1, 2]), numbering) == expected


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


def test_bullets_below_a_number_leave_it_alone() -> None:
    numbering = family(0, lvl(0, "%1."), lvl(1, "•", "bullet"), lvl(2, "%1.%3")) + num(1, 0)
    assert markers(items([0, 1, 1, 2, 0]), numbering) == ["1.", "•", "•", "1.1", "2."]


def test_a_level_without_a_number_prints_none() -> None:
    assert markers(items([0, 1]), family(0, lvl(0, "%1", "none"), lvl(1, "%2.")) + num(1, 0)) == ["", "1."]


def test_a_hidden_number_is_counted() -> None:
    hidden = lvl(0, "%1.", after="<w:rPr><w:vanish/></w:rPr>")
    assert markers(items([0, 0, 1]), family(0, hidden, lvl(1, "%1.%2")) + num(1, 0)) == ["", "", "2.1"]


def test_words_that_a_list_prints_every_time_belong_to_the_text() -> None:
    note = lvl(0, "Note:", after='<w:suff w:val="space"/>')
    joined = lvl(0, "Note:", after='<w:suff w:val="nothing"/>')
    assert printed(docx(item("be kind"), "", family(0, note) + num(1, 0))) == ["Note: be kind"]
    assert printed(docx(item("be kind") + item(), "", family(0, joined) + num(1, 0))) == ["Note:be kind"]


def test_numbering_can_be_switched_off() -> None:
    body = item("One", 1) + item("Two", 0) + item("Three", 99) + item("Four", 1)
    assert printed(docx(body, "", LEGAL + num(1, 0))) == ["1. One", "Two", "Three", "2. Four"]


def test_empty_paragraphs_are_counted_and_not_shown() -> None:
    assert printed(docx(item("One") + item() + item("Three"), "", LEGAL + num(1, 0))) == ["1. One", "3. Three"]


def test_the_end_of_a_section_is_not_counted() -> None:
    body = item("One") + item("", more="<w:sectPr/>") + item("Two")
    assert printed(docx(body, "", LEGAL + num(1, 0))) == ["1. One", "2. Two"]


STYLES = (
    style("Rule", number(1))
    + style("Strict", based="Rule")
    + style("Off", number(0), based="Rule")
    + style("Deep", number(None, 1), based="Rule")
)


def test_a_style_numbers_its_paragraphs() -> None:
    body = (
        p("One", style="Rule") + p("Two", style="Strict") + p("Off", style="Off") + p("Deep", style="Deep")
        + p("Three", number(0), style="Rule") + p("Four", style="Rule")
    )  # fmt: skip
    expected = ["1. One", "2. Two", "Off", "2.1 Deep", "Three", "3. Four"]
    assert printed(docx(body, STYLES, LEGAL + num(1, 0))) == expected


def test_the_default_style_may_number_every_paragraph() -> None:
    normal = style("Normal", number(1), more=' w:default="1"')
    assert printed(docx(p("One") + p("Two"), normal, LEGAL + num(1, 0))) == ["1. One", "2. Two"]


def test_a_level_belongs_to_the_style_it_names() -> None:
    numbering = family(
        0,
        lvl(0, "%1.", more='<w:pStyle w:val="H1"/>'),
        lvl(1, "%1.%2", more='<w:pStyle w:val="H2"/>'),
        lvl(2, "(%3)", "lowerLetter", more='<w:pStyle w:val="H3"/>'),
    ) + num(1, 0)
    styles = style("H1", number(1, None)) + style("H2", number(1, None)) + style("H3", number(1, None), based="H1")
    body = p("A", style="H1") + p("B", style="H2") + p("C", style="H3") + p("D", style="H3") + p("E", style="H1")
    assert printed(docx(body, styles, numbering)) == [
        "1. A",
        "1.1 B",
        "(a) C",
        "(b) D",
        "2. E",
    ]


def test_a_style_based_on_a_numbered_one_keeps_its_level() -> None:
    numbering = family(0, lvl(0, "%1."), lvl(1, "%1.%2", more='<w:pStyle w:val="H2"/>')) + num(1, 0)
    styles = style("H2", number(1, None)) + style("Mine", based="H2")
    assert printed(docx(item("A") + p("B", style="Mine"), styles, numbering)) == ["1. A", "1.1 B"]


def test_a_list_may_leave_its_definition_to_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Policy"/></w:abstractNum>'
    defining = family(6, '<w:styleLink w:val="Policy"/>', lvl(0, "%1)"), lvl(1, "%1.%2)"))
    styles = style("Policy", number(2, None))
    numbering = linked + defining + num(1, 5) + num(2, 6) + num(3, 5)
    assert markers(items([0, 1]) + items([0], num=3) + items([0], num=2), numbering, styles) == (
        ["1)", "1.1)", "2)", "3)"]
    )


def test_styles_and_lists_that_point_at_one_another_are_given_up() -> None:
    styles = style("A", number(1), based="B") + style("B", based="A")
    numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>' + num(1, 0)
    assert printed(docx(p("One", style="A"), styles, numbering)) == ["One"]


def test_a_list_of_one_level_has_no_other() -> None:
    single = family(0, '<w:multiLevelType w:val="singleLevel"/>', lvl(0, "%1.")) + num(1, 0)
    assert markers(items([0, 3, 0]), single) == ["1.", "2.", "3."]


def test_an_earlier_number_that_was_changed_is_not_read() -> None:
    change = f"<w:pPrChange><w:pPr>{number(2)}</w:pPr></w:pPrChange>"
    numbering = LEGAL + family(1, lvl(0, "%1)")) + num(1, 0) + num(2, 1)
    assert printed(docx(item("One", more=change) + p("Two", change), "", numbering)) == ["1. One", "Two"]


def test_a_number_in_its_own_cell_belongs_to_the_text_beside_it() -> None:
    rows = table((item(), "Staff must be kind."), (item(), "Staff must be fair."), ("", "Nothing else."))
    assert printed(docx(rows, "", LEGAL + num(1, 0))) == (
        ["1. Staff must be kind.", "2. Staff must be fair.", "Nothing else."]
    )


def test_text_boxes_count_apart_from_the_text() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{item('Inside')}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = item("One") + p(box) + item("Two") + p(box)
    assert printed(docx(body, "", LEGAL + num(1, 0))) == ["1. One", "1. Inside", "2. Two", "2. Inside"]


def test_indents_tell_how_deep_a_paragraph_stands() -> None:
    def ind(left: int, hanging: int) -> str:
        return f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'

    numbering = family(
        0, lvl(0, "•", "bullet", after=ind(720, 360)), lvl(1, "o", "bullet", after=ind(1440, 360))
    ) + num(1, 0)
    inside = p("inside the first", '<w:ind w:start="720"/>')
    outdented = item("moved out by hand", depth=1, more='<w:ind w:left="363"/>')
    data = docx(p("Staff must:") + items([0]) + inside + items([1, 0]) + outdented, "", numbering)
    assert [paragraph.level for paragraph in read(data)] == [0, 2, 4, 6, 2, 1]
    bare = docx(items([0, 1, 2]), "", OUTLINE + num(1, 0))
    assert [paragraph.level for paragraph in read(bare)] == [0, 1, 2]


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
