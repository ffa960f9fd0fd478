"""Styles number paragraphs in Word, and lists leave their definitions to them."""

from __future__ import annotations

from tests.adapters.word_files import docx, family, item, lvl, num, number, p, printed, style
from tests.adapters.word_lists import LEGAL, items, markers

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
