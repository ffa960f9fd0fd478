"""Policies as British schools lay them out, each with the clauses that a reader sees in it, typed by hand.

A file of `layouts/` holds a policy and, below "-----", its clauses: kind, label, lead-ins, text. Word files and PDFs
are made here, since nobody can read their bytes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.ingest import reader
from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph
from tests.adapters.pdf_files import At, column, document
from tests.adapters.word_files import docx, family, item, lvl, num, p, r, style, table

LAYOUTS = sorted((Path(__file__).parent / "layouts").iterdir())


def rows(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    found = []
    for clause in clauses(paragraphs):
        lead_ins = f" <- {' / '.join(clause.lead_ins)}" if clause.lead_ins else ""
        text = "" if clause.kind == "metadata" else f" | {clause.text}"
        found.append(f"{clause.kind}: {clause.label}{lead_ins}{text}")
    return found


@pytest.mark.parametrize("file", LAYOUTS, ids=lambda file: file.stem)
def test_a_school_s_layout_gives_its_clauses(file: Path) -> None:
    policy, _, expected = file.read_text(encoding="utf-8").partition("\n-----\n")
    assert rows(reader(file.suffix, policy.encode())(policy.encode())) == expected.strip().splitlines()


NUMBERING = (
    family(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerLetter"))
    + family(1, lvl(0, "\uf0b7", "bullet"), lvl(1, "o", "bullet"))
    + num(1, 0) + num(2, 1)
)  # fmt: skip
BOLD = "<w:b/>"


def trust_template() -> bytes:
    """A table of document control, headings that are numbered by their style, a table of definitions."""
    styles = style("Title") + style("Heading1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
    control = table(
        (p(r("Document control", BOLD)), ""),
        ("Policy owner", "Director of Estates"),
        ("Approved by", "Trust Board"),
        ("Date approved", "12 June 2025"),
        ("Next review date", "June 2027"),
        ("Version", "2.1"),
    )
    words = table(
        (p(r("Term", BOLD)), p(r("Meaning", BOLD))),
        ("Site", "Every building and field of the Trust"),
        ("Key holder", "A person who was given a key and signed for it"),
    )
    body = (
        p("Keys and Alarms Policy", style="Title") + p("Larkfield Learning Trust") + control
        + p("Purpose", style="Heading1") + item("This policy says who may hold a key.", 1, 1)
        + p("Definitions", style="Heading1") + words
        + p("Key holders", style="Heading1") + item("Key holders must not:", 1, 1)
        + item("lend a key to anybody;", 1, 2) + item("mark a key with the name of the school.", 1, 2)
        + item("A lost key is reported on the same day.", 1, 1)
        + p("Monitoring", style="Heading1") + p("Keys.", style="Heading1") + item("Keys are counted each term.", 1, 1)
    )  # fmt: skip
    return docx(body, styles, NUMBERING)


def old_word() -> bytes:
    """Typed numbers with tabs beside automatic bullets, bold headings without a style, line breaks."""
    tab = "<w:r><w:tab/></w:r>"

    def typed(number: str, words: str) -> str:
        return p(r(number) + tab + r(words))

    body = (
        p(r("ST AIDAN'S SCHOOL", BOLD)) + p(r("Minibus Policy", BOLD)) + p("Date: March 2024" ) + p()
        + p(r("1.", BOLD) + tab + r("DRIVERS", BOLD))
        + typed("1.1", "Drivers hold a permit.") + typed("1.2", "Drivers must never:")
        + item("use a phone", 2) + item("drive for more than:", 2) + item("two hours without a break", 2, 1)
        + item("four hours in a day", 2, 1) + item("smoke", 2)
        + p(r("2.", BOLD) + tab + r("Belts", BOLD))
        + p(r("Everybody wears a belt.") + "<w:r><w:br/></w:r>" + r("The driver looks before moving off."))
        + p(r("Who to tell", BOLD)) + p("The bursar.")
    )  # fmt: skip
    return docx(body, style("Normal", more=' w:default="1"'), NUMBERING)


def two_columns() -> bytes:
    """A newsletter-like PDF: running head and foot, two columns, a clause over the break of a column and of a page."""

    def page(number: int, left: list[At], right: list[At]) -> list[At]:
        head = [(60.0, 810.0, "Oakdene School"), (400.0, 810.0, "Medicines Policy")]
        return [*head, *left, *right, (280.0, 30.0, f"Page {number} of 3")]

    first = page(
        1,
        column(60, 760, "Medicines Policy", "", "1. Storing", "", "1.1 Medicines are kept in the office",
               "in a locked cupboard.", "", "1.2 Inhalers are kept in the class-", "room, in reach of the child who",
               "needs them, and are never"),
        column(320, 760, "locked away.", "", "2. Giving", "", "2.1 Staff must not:",
               "(a) give a medicine without a form;", "(b) give a first dose of anything", "new to the child;",
               "(c) give aspirin."),
    )  # fmt: skip
    others = [
        page(
            number,
            column(60, 760, f"{number + 1}. Part {number}", "", f"{number + 1}.1 The office keeps a record of",
                   "each dose that was given there."),
            column(320, 760, f"{number + 1}.2 A parent signs the record", "when a child is collected early.", "",
                   f"{number + 1}.3 The record is kept for a year."),
        )
        for number in (2, 3)
    ]  # fmt: skip
    return document(first, *others)


MADE = {
    "trust template": (".docx", trust_template, """
metadata: Policy owner
metadata: Approved by
metadata: Date approved
metadata: Next review date
metadata: Version
clause: 1.1 | This policy says who may hold a key.
clause: Definitions, paragraph 1 | Term Meaning
clause: Definitions, paragraph 2 | Site Every building and field of the Trust
clause: Definitions, paragraph 3 | Key holder A person who was given a key and signed for it
clause: 3.1 | Key holders must not:
item: 3.1(a) <- Key holders must not: | lend a key to anybody;
item: 3.1(b) <- Key holders must not: | mark a key with the name of the school.
clause: 3.2 | A lost key is reported on the same day.
clause: 5.1 | Keys are counted each term.
"""),
    "old Word": (".docx", old_word, """
metadata: Date
clause: 1.1 | Drivers hold a permit.
clause: 1.2 | Drivers must never:
item: DRIVERS, paragraph 3 <- Drivers must never: | use a phone
item: DRIVERS, paragraph 4 <- Drivers must never: | drive for more than:
item: DRIVERS, paragraph 5 <- Drivers must never: / drive for more than: | two hours without a break
item: DRIVERS, paragraph 6 <- Drivers must never: / drive for more than: | four hours in a day
item: DRIVERS, paragraph 7 <- Drivers must never: | smoke
clause: Belts, paragraph 1 | Everybody wears a belt. The driver looks before moving off.
clause: Who to tell, paragraph 1 | The bursar.
"""),
    "two columns": (".pdf", two_columns, """
clause: 1.1 | Medicines are kept in the office in a locked cupboard.
clause: 1.2 | Inhalers are kept in the classroom, in reach of the child who needs them, and are never locked away.
clause: 2.1 | Staff must not:
item: 2.1(a) <- Staff must not: | give a medicine without a form;
item: 2.1(b) <- Staff must not: | give a first dose of anything new to the child;
item: 2.1(c) <- Staff must not: | give aspirin.
clause: 3.1 | The office keeps a record of each dose that was given there.
clause: 3.2 | A parent signs the record when a child is collected early.
clause: 3.3 | The record is kept for a year.
clause: 4.1 | The office keeps a record of each dose that was given there.
clause: 4.2 | A parent signs the record when a child is collected early.
clause: 4.3 | The record is kept for a year.
"""),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_a_school_s_word_file_or_pdf_gives_its_clauses(name: str) -> None:
    ending, made, expected = MADE[name]
    data = made()
    assert rows(reader(ending, data)(data)) == expected.strip().splitlines()
