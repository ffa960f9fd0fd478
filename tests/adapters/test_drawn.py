"""What is drawn on a PDF's pages, and not written: bullets, the cells of tables; and the small type at their feet."""

from __future__ import annotations

from itertools import pairwise

from adapters.formats import pdf
from adapters.formats.pdf.footnotes import SMALLER
from knowledge.clauses import clauses
from knowledge.paragraphs import Style
from tests.adapters.pdf_files import SIZE, At, Sized, column, document

SMALL = SIZE * SMALLER - 1


def square(left: float, bottom: float, side: float = 4) -> bytes:
    return b"%g %g %g %g re f\n" % (left, bottom, side, side)


def cells(xs: tuple[float, ...], ys: tuple[float, ...]) -> bytes:
    """The lines of a table, each cell drawn by itself."""
    across = [b"%g %g %g 0.7 re f\n" % (a, y, b - a) for y in ys for a, b in pairwise(xs)]
    upright = [b"%g %g 0.7 %g re f\n" % (x, b, t - b) for x in xs for t, b in pairwise(ys)]
    return b"".join(across + upright)


def test_bullets_that_a_browser_draws_part_the_entries_of_a_list() -> None:
    lines = column(84, 700, "leave a child alone with the dog", "feed it at the table", "let it lick a face")
    drawn = b"".join(square(72, y + 2) for _, y, _ in lines)
    page: list[At | Sized] = [
        (72, 780, "Dogs", 16, "F2"),
        (72, 760, "The dog is kind to everybody who is kind to it."),
        (72, 730, "Adults will never", 13, "F1"),
        *lines,
    ]
    found = clauses(pdf.read(document(page, extra=drawn)))
    assert [(clause.kind, clause.text, clause.lead_ins) for clause in found[1:]] == [
        ("item", "leave a child alone with the dog", ("Adults will never",)),
        ("item", "feed it at the table", ("Adults will never",)),
        ("item", "let it lick a face", ("Adults will never",)),
    ]


def test_a_mark_between_words_is_no_bullet() -> None:
    page: list[At] = [(72, 700, "Aspire"), (140, 700, "Belong"), (72, 660, "We walk to church.")]
    assert "•" not in pdf.read(document(page, extra=square(124, 702)))[0].text


def test_keys_and_values_in_four_columns_are_read_row_by_row_although_they_take_several_lines() -> None:
    page: list[At] = [
        (72, 760, "Trips Policy"),
        (72, 720, "Policy owner"), (148, 720, "Visits Co-ordinator for"), (294, 720, "Version"), (370, 720, "3.2"),
        (148, 706, "the college (EVC)"),
        (72, 680, "Approved"), (148, 680, "Governing Board"), (294, 680, "Date"), (370, 680, "14 March"),
        (72, 666, "by"), (294, 666, "approved"), (370, 666, "2025"),
        (72, 640, "Next review"), (148, 640, "March 2027"), (294, 640, "Status"), (370, 640, "Final"),
        (72, 580, "We go on many trips, and come home again."),
    ]  # fmt: skip
    drawn = cells((68, 144, 290, 366, 440), (734, 694, 654, 630))
    found = [p.text for p in pdf.read(document(page, extra=drawn)) if p.style is Style.ROW]
    assert found == [
        "Policy owner: Visits Co-ordinator for the college (EVC) Version 3.2",
        "Approved by: Governing Board Date approved: 14 March 2025",
        "Next review: March 2027 Status Final",
    ]


def test_a_name_with_an_initial_in_a_cell_is_no_entry_of_a_list() -> None:
    page: list[At] = [
        (72, 720, "2.0"), (148, 720, "11/01/2022"), (294, 720, "J. Marsh"), (370, 720, "Rewritten"),
        (72, 700, "3.2"), (148, 700, "14/03/2025"), (294, 700, "M. Reed"), (370, 700, "Checked"),
    ]  # fmt: skip
    drawn = cells((68, 144, 290, 366, 440), (734, 714, 694))
    assert [p.text for p in pdf.read(document(page, extra=drawn))] == [
        "2.0 11/01/2022 J. Marsh Rewritten",
        "3.2 14/03/2025 M. Reed Checked",
    ]


def test_a_line_between_two_cells_parts_words_that_stand_close() -> None:
    page: list[At] = [(72, 720, "Role"), (148, 720, "Task"), (72, 700, "Caretakers."), (145, 700, "1.1 lock up")]
    found = pdf.read(document(page, extra=cells((68, 141.5, 300), (734, 714, 694))))
    assert [p.text for p in found if p.text.startswith("Caretakers")] == ["Caretakers."]


def test_a_footnote_is_no_clause_and_its_figure_no_part_of_a_word() -> None:
    page: list[At | Sized] = [
        *column(72, 700, "1. Fraud is reported.", "", "2. Malpractice  is reported at once, and so is"),
        (156, 686.4, "1", 6, "F1"),
        (72, 60, "1 See the booklet of the exam boards.", SMALL, "F1"),
    ]
    after = column(72, 700, "everything else that looks wrong.", "", "3. Nobody is blamed.")
    found = clauses(pdf.read(document(page, after)))
    assert [(clause.label, clause.text) for clause in found] == [
        ("1", "Fraud is reported."),
        ("2", "Malpractice is reported at once, and so is everything else that looks wrong."),
        ("3", "Nobody is blamed."),
    ]


def test_small_type_at_the_foot_that_no_figure_leads_to_stays() -> None:
    page: list[At | Sized] = [*column(72, 700, "1. Fraud is reported."), (72, 60, "2 Copies are kept.", SMALL, "F1")]
    assert [p.text for p in pdf.read(document(page))] == ["1. Fraud is reported.", "2 Copies are kept."]


def test_a_list_on_a_page_in_small_type_is_no_footnote() -> None:
    page: list[At | Sized] = [
        (72, 700, "Forms are kept in the office", SMALL, "F1"),
        (72 + 28 * 0.6 * SMALL, 703, "1", SMALL - 3, "F1"),
        (72, 60, "1. Copies are kept in the safe.", SMALL, "F1"),
    ]
    text: list[At | Sized] = [*column(72, 700, *["Everybody who works here reads this page and signs it."] * 3)]
    assert "1. Copies are kept in the safe." in [p.text for p in pdf.read(document(text, page))]
