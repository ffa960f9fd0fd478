"""Tables, line breaks and headings of a Word file become paragraphs that clauses can be made of."""

from __future__ import annotations

import pytest

from adapters.formats import word
from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph, Style
from tests.adapters.word_files import docx, family, item, lvl, num, p, printed, r, style, table

NUMBERED = family(0, lvl(0, "%1.")) + num(1, 0)


def run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def lines(body: str, styles: str = "", numbering: str = "") -> list[str]:
    return printed(docx(body, styles, numbering))


def test_a_table_is_read_row_by_row() -> None:
    assert lines(table(("Library", "Ms Elm"), ("Kitchen", "Mr Oak"))) == ["Library Ms Elm", "Kitchen Mr Oak"]
    body = table(("Staff must ask first.", p("Pupils must wait.") + p("They may ask.")), ("", "All must be kind."))
    assert lines(body) == ["Staff must ask first.", "Pupils must wait.", "They may ask.", "All must be kind."]
    assert lines(table((table(("Inner",)) + p("Outer"),))) == ["Inner", "Outer"]


def test_a_fact_in_two_cells_is_one_line() -> None:
    body = table(
        (p(r("Approved by", "<w:b/>")), "Governing Body"),
        ("Date of approval:", "1 September 2020", "Next review:", "May 2022"),
        ("Headteacher:", "A. Person"),
        ("Review date", ""),
    )
    assert lines(body) == [
        "Approved by: Governing Body",
        "Date of approval: 1 September 2020",
        "Next review: May 2022",
        "Headteacher: A. Person",
        "Review date",
    ]


def test_keys_above_columns_have_no_value_beside_them() -> None:
    body = table(("Date", "Event"), ("May 2018", "First version"), ("June 2019", "Reviewed"))
    assert lines(body) == ["Date Event", "May 2018 First version", "June 2019 Reviewed"]
    assert lines(table(("Staff must:", "be kind"))) == ["Staff must: be kind"]


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (["Staff must be kind", "to one another."], ["Staff must be kind to one another."]),
        (["Rules", "(a) be kind", "(b) be fair"], ["Rules", "(a) be kind", "(b) be fair"]),
        (["- be kind", "- be fair"], ["- be kind", "- be fair"]),
        (["Staff must:", "be kind", "be fair"], ["Staff must:", "be kind", "be fair"]),
        (["Social Media Policy", "Approved: May 2018"], ["Social Media Policy", "Approved: May 2018"]),
        (["One paragraph.", "", "Another."], ["One paragraph.", "Another."]),
    ],
)
def test_a_line_break_is_a_space_unless_it_sets_a_list_off(broken: list[str], expected: list[str]) -> None:
    assert lines(p(run("<w:br/>".join(f"<w:t>{each}</w:t>" for each in broken)))) == expected


def test_only_the_first_line_of_a_paragraph_has_its_number() -> None:
    assert lines(item(run("<w:t>Staff must:</w:t><w:br/><w:t>be kind</w:t>")), "", NUMBERED) == (
        ["1. Staff must:", "be kind"]
    )


def first(body: str, styles: str = "", numbering: str = "") -> Paragraph:
    return word.read(docx(body, styles, numbering))[0]


def test_headings_have_the_rank_that_the_file_gives_them() -> None:
    styles = (
        style("berschrift2", name="heading 2") + style("Mine", based="berschrift2")
        + style("Flat", '<w:outlineLvl w:val="9"/>', based="berschrift2") + style("Deep", '<w:outlineLvl w:val="3"/>')
    )  # fmt: skip
    ranks = {
        "berschrift2": 2, "Mine": 2, "Deep": 4, "Heading1": 1, "Flat": 0, "Normal": 0
    }  # fmt: skip
    assert {id: first(p("Scope", style=id), styles).rank for id in ranks} == ranks
    assert first(p("Scope", style="Mine"), styles).style is Style.HEADING
    assert first(p("Scope", '<w:outlineLvl w:val="0"/>')).rank == 1
    assert first(p("Our Policy", style="T"), style("T", name="Title")).style is Style.TITLE
    assert first(p("Our Policy", style="S"), style("S", name="Subtitle")).style is Style.BODY


def test_a_clause_in_a_headings_style_is_not_lost() -> None:
    assert first(p("Staff must never share a password with pupils.", style="Heading2")).style is Style.BODY
    assert first(p("Who may see what I have reported?", style="Heading2")).style is Style.HEADING


@pytest.mark.parametrize(
    ("runs", "style"),
    [
        (r("Scope", "<w:b/>"), Style.HEADING),
        (r("Use of ", "<w:b/>") + r("phones", '<w:b w:val="1"/>'), Style.HEADING),
        (r("Scope", "<w:b/>") + r(" (all staff):"), Style.HEADING),
        (r("3. ") + r("Scope", "<w:b/>"), Style.HEADING),
        (r("Scope", '<w:rStyle w:val="Strong"/>'), Style.HEADING),
        (r("Scope", '<w:b w:val="0"/>'), Style.BODY),
        (r("Staff must be kind.", "<w:b/>"), Style.BODY),
        (r("Staff "), Style.BODY),
        (r("Never", "<w:b/>") + r(" share a password"), Style.BODY),
        (r("- Scope", "<w:b/>"), Style.BODY),
        (r("...", "<w:b/>"), Style.BODY),
    ],
)
def test_a_bold_line_may_be_a_heading(runs: str, style: Style) -> None:
    strong = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    read = first(p(runs), strong)
    assert (read.style, read.rank) == (style, 0)


def test_bold_twice_is_not_bold() -> None:
    styles = style("Bold", runs="<w:b/>")
    styles += '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    assert first(p("Scope", style="Bold"), styles).style is Style.HEADING
    assert first(p(r("Scope", '<w:rStyle w:val="Strong"/>'), style="Bold"), styles).style is Style.BODY


def test_a_bold_entry_of_a_bulleted_list_is_no_heading() -> None:
    bullets = family(0, lvl(0, "•", "bullet")) + num(1, 0)
    assert first(item(r("Scope", "<w:b/>")), "", bullets).style is Style.BODY
    assert first(item(r("Scope", "<w:b/>")), "", NUMBERED).style is Style.HEADING


def test_a_bold_line_above_a_line_break_is_a_heading_of_its_own() -> None:
    read = word.read(docx(p(run("<w:t>Scope</w:t><w:br/>", "<w:b/>") + r("All staff follow this."))))
    assert [(each.text, each.style) for each in read] == [
        ("Scope", Style.HEADING),
        ("All staff follow this.", Style.BODY),
    ]


def test_short_rules_in_the_style_of_a_heading_are_clauses() -> None:
    """Found that whoever numbers rules by the style Heading 2 lost every rule of five words or fewer."""
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{}"/>'
    styles = style("Heading1", numbered.format(0, 0)) + style("Heading2", numbered.format(1, 1))
    body = (
        p("Doors.", style="Heading1") + p("Doors stay shut.", style="Heading2")
        + p("Keys are not lent.", style="Heading2")
        + p("Windows", style="Heading1") + p("Blinds.", style="Heading2") + p("Blinds are down at night.")
    )  # fmt: skip
    found = clauses(word.read(docx(body, styles, family(0, lvl(0, "%1."), lvl(1, "%1.%2")) + num(1, 0))))
    assert [(each.label, each.text) for each in found] == [
        ("1.1", "Doors stay shut."),
        ("1.2", "Keys are not lent."),
        ("Blinds., paragraph 1", "Blinds are down at night."),
    ]
