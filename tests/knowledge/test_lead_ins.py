"""Lists: which entries are theirs, and what leads in to each."""

from __future__ import annotations

from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph, Style
from knowledge.policy import Kind
from tests.knowledge.clauses_of import of, row


def test_an_entry_at_its_parents_indent_goes_on_with_its_sentence() -> None:
    found = of(
        "1. Keys\n- (i) Keys must never stay with anyone who:\n- is on leave\n - has left\n- (ii) Keys are numbered."
    )
    assert [(c.number, c.kind) for c in found] == [
        ("1(i)", Kind.CLAUSE),
        ("", Kind.ITEM),
        ("", Kind.ITEM),
        ("1(ii)", Kind.CLAUSE),
    ]
    assert {c.lead_ins for c in found if c.kind is Kind.ITEM} == {("Keys must never stay with anyone who:",)}


def test_an_entry_at_its_parents_indent_without_numbers_goes_on_too() -> None:
    found = of("Rules:\n- Nobody keeps a key which:\n- opens the safe\n - has no number\n- Lost keys cost money.")
    assert [len(c.lead_ins) for c in found] == [0, 1, 2, 2, 1]


def test_a_nested_list_keeps_the_lead_ins_of_every_list_around_it() -> None:
    found = of("Staff must not:\n- lend a key to\n  - a pupil\n    - in any year\n  - a parent\n- lose a key")
    assert found[3].lead_ins == ("Staff must not:", "lend a key to", "a pupil")
    assert found[4].lead_ins == ("Staff must not:", "lend a key to")
    assert found[5].lead_ins == ("Staff must not:",)


def test_a_blank_line_inside_a_list_ends_nothing() -> None:
    assert {c.lead_ins for c in of("Staff must not:\n- lend keys\n\n- lose keys\n\n\n- sell keys")[1:]} == {
        ("Staff must not:",)
    }


def test_a_plain_sentence_ends_a_list_and_its_lead_in() -> None:
    found = of("Staff must not:\n- lend keys\n\nGood habits help everyone.\n\n- Lock your screen.")
    assert found[-1].lead_ins != ("Staff must not:",)


def test_a_new_lead_in_replaces_the_old_although_the_numbers_go_on() -> None:
    found = of("Staff must not:\n(a) lend keys\n(b) lose keys\n\nStaff may:\n(c) copy keys")
    assert [(c.number, c.lead_ins) for c in found if c.number] == [
        ("a", ("Staff must not:",)),
        ("b", ("Staff must not:",)),
        ("c", ("Staff may:",)),
    ]


def test_the_lead_in_of_a_long_entry_is_its_last_sentence_that_allows_or_forbids() -> None:
    found = of("1. Keys\n(i) Keys are dear. They should not go to these people. They include:\n- pupils\n- parents")
    assert found[-1].lead_ins == ("They should not go to these people. They include:",)


def test_a_heading_that_turns_the_meaning_of_its_list_leads_it_in() -> None:
    found = of("## Unacceptable use\n\n- lending keys\n\n## The caretaker's duties\n\n- counting keys")
    assert [c.lead_ins for c in found] == [("Unacceptable use",), ()]


def test_a_lead_in_is_a_clause_itself() -> None:
    assert of("Staff must not:\n- lend keys")[0].text == "Staff must not:"


def test_a_row_of_a_table_leads_no_list_in() -> None:
    rows = [Paragraph(text, style=Style.ROW) for text in ("Age Adults", "Years 3 and 4 1 to 12")]
    head = Paragraph("Ratios", style=Style.HEADING, rank=2)
    found = clauses([head, Paragraph("They count."), *rows, Paragraph("1. There are always two.")])
    assert [(clause.kind, clause.lead_ins) for clause in found] == [(Kind.CLAUSE, ())] * 4


def test_lines_that_begin_small_below_a_heading_are_entries_of_a_list_that_lost_its_bullets() -> None:
    head = Paragraph("Adults will never", style=Style.HEADING, rank=2)
    first = Paragraph("Dogs", style=Style.HEADING, rank=1)
    entries = [Paragraph("leave a child alone with the dog"), Paragraph("feed it at the table")]
    found = clauses([first, Paragraph("The dog is kind."), head, *entries, Paragraph("It sleeps at noon.")])
    assert [row(clause) for clause in found[1:]] == [
        "item: Adults will never, paragraph 1 <- Adults will never",
        "item: Adults will never, paragraph 2 <- Adults will never",
        "clause: Adults will never, paragraph 3",
    ]


def test_a_letter_that_stands_close_to_its_words_is_their_number_where_it_comes_next() -> None:
    found = of(
        "3. The caretaker says:\n\n(a) where a bicycle stands;\n\n(b)who may take it.\n\n4. (s)he has the key.\n"
    )
    assert [(clause.label, clause.text) for clause in found[2:]] == [
        ("3(b)", "who may take it."),
        ("4", "(s)he has the key."),
    ]
