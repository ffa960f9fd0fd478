"""Word's automatic numbers are those that Word prints."""

from __future__ import annotations

import pytest

from adapters.formats.word import read
from tests.adapters.word_files import docx, family, item, lvl, num, number, override, p, printed, table
from tests.adapters.word_lists import LEGAL, OUTLINE, items, markers


def test_levels_count_inside_one_another() -> None:
    numbering = LEGAL + num(1, 0)
    assert markers(items([0, 1, 1, 2, 2, 1, 0, 1, 2]), numbering) == (
        ["1.", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2.", "2.1", "2.1.1"]
    )


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
