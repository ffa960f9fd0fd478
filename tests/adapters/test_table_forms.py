"""The same table gives the same clauses, whatever the file."""

from __future__ import annotations

import pytest

from adapters.formats import html, pdf, text, word
from knowledge import edition
from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph
from tests.adapters.pdf_files import column, document
from tests.adapters.word_files import docx, p, style, table

RULE = "Every visitor signs in at the office and wears a badge that is plain to see."
ROWS = (
    ("Post", "Name", "Room"),
    ("Caretaker", "Mr Oak", "12"),
    ("School Nurse", "Ms Elm", "4"),
    ("Librarian", "Mx Fir", "9"),
)


def as_word() -> bytes:
    return docx(p("Visitor Policy", style="Title") + p(RULE) + table(*ROWS), style("Title"))


def as_pdf() -> bytes:
    cells = [
        (x, 650.0 - 20 * place, cell)
        for place, row in enumerate(ROWS)
        for x, cell in zip((72, 250, 420), row, strict=True)
    ]
    return document([*column(72, 780, "Visitor Policy", "", "", RULE), *cells])


def as_html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ROWS)
    return f"<h1>Visitor Policy</h1><p>{RULE}<table>{rows}</table>".encode()


def as_markdown() -> bytes:
    rows = "\n".join(f"| {' | '.join(row)} |" for row in ROWS)
    return f"# Visitor Policy\n\n{RULE}\n\n{rows}\n".encode()


FILES = {
    "Word": (word.read, as_word),
    "PDF": (pdf.read, as_pdf),
    "HTML": (html.read, as_html),
    "Markdown": (text.read, as_markdown),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_row_of_a_table_is_a_clause_and_heads_nothing(kind: str) -> None:
    """Found rows of short capitalised cells that were read as headings, so that the table was lost."""
    read, made = FILES[kind]
    found = clauses(read(made()))
    assert [clause.text.replace(" | ", " ") for clause in found] == [RULE, *(" ".join(row) for row in ROWS)]
    assert {clause.headings for clause in found} == {()}


def test_a_key_and_its_value_in_two_cells_of_markdown_are_one_fact() -> None:
    """Found the date of approval read as a date of writing."""
    found = clauses(text.read(b"# Visitor Policy\n\n| **Approved on** | 14 March 2025 |\n|---|---|\n\nAll are kind."))
    assert (found[0].label, found[0].text) == ("Approved on", "Approved on | 14 March 2025")


LONG = " ".join(["No record that an inquiry may need is destroyed before the inquiry has ended."] * 5)
NUMBERED = (
    ("Ref", "Rule", "Who"),
    ("1.1", "Papers that hold names are shredded.", "All staff"),
    ("1.2", LONG, "Office Manager"),
    ("1.3", "Keys are counted.", "Caretaker"),
)


@pytest.mark.parametrize("kind", ["Word", "HTML", "Markdown"])
def test_a_row_with_a_number_is_one_clause_and_who_does_it_heads_nothing(kind: str) -> None:
    """Found "All staff" as the heading above the next row's clause."""
    found = clauses(_files(NUMBERED)[kind])
    assert [clause.label for clause in found if clause.number] == ["1.1", "1.2", "1.3"]
    assert [clause.text.replace(" | ", " ") for clause in found if clause.number] == [
        " ".join(row[1:]) for row in NUMBERED[1:]
    ]
    assert {(clause.headings, clause.lead_ins) for clause in found} == {((), ())}


@pytest.mark.parametrize("kind", ["Word", "HTML", "Markdown"])
def test_the_history_of_versions_numbers_no_clause(kind: str) -> None:
    rows = (("Version", "Date", "By"), ("2.1", "11/01/2022", "J. Marsh"), ("3.2", "14/03/2025", "M. Reed"))
    found = clauses(_files(rows)[kind])
    assert [clause.text.replace(" | ", " ") for clause in found[-2:]] == [" ".join(row) for row in rows[1:]]
    assert {clause.number for clause in found} == {""}


def _files(rows: tuple[tuple[str, ...], ...]) -> dict[str, tuple[Paragraph, ...]]:
    web = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return {
        "Word": word.read(docx(p("Visitor Policy", style="Title") + p(RULE) + table(*rows), style("Title"))),
        "HTML": html.read(f"<h1>Visitor Policy</h1><p>{RULE}<table>{web}</table>".encode()),
        "Markdown": text.read(f"# Visitor Policy\n\n{RULE}\n\n{lines}\n".encode()),
    }


SECTIONS = (
    ("1. Aim", "Phones stay out of lessons."),
    ("2. Photographs", LONG),
    ("3. Messages", "Staff keep their numbers to themselves."),
)


@pytest.mark.parametrize("kind", ["Word", "HTML"])
def test_sections_beside_their_text_head_it_however_short_it_is(kind: str) -> None:
    """Found a short section as a clause under the heading of the long one before it."""
    found = clauses(_files(SECTIONS)[kind])[1:]
    assert [(clause.headings, clause.text) for clause in found] == [
        (("Aim",), SECTIONS[0][1]),
        (("Photographs",), SECTIONS[1][1]),
        (("Messages",), SECTIONS[2][1]),
    ]


def test_the_title_that_a_table_tells_is_the_policy_s() -> None:
    rows = (("Policy title", "Staff Phones"), ("Policy number", "HR 22"), ("Approved", "6 May 2025"))
    word_file = docx(table(*rows) + p(RULE))
    assert edition.policy("hr", word.read(word_file), "0").title == "Staff Phones"
