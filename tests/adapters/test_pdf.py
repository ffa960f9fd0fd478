"""PDF pages become the clauses that are printed on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from adapters.formats import pdf, text
from knowledge.clauses import clauses
from knowledge.edition import policy
from knowledge.paragraphs import Paragraph, Style
from knowledge.policy import Policy
from tests.adapters.pdf_files import SIZE, At, Sized, column, document, printed

POLICIES = Path(__file__).resolve().parents[2].parent / "shared" / "policies"
BULLET = "•"


def read(*pages: Sequence[At | Sized]) -> list[str]:
    return [paragraph.text for paragraph in pdf.read(document(*pages))]


def made_of(paragraphs: Sequence[Paragraph]) -> Policy:
    return policy("policy", paragraphs, "0" * 64)


CYCLES = (
    "Staff who cycle to work leave their bicycles in the rack by",
    "the kitchen door and lock them there.",
)


# What one page says, line by line, and the paragraphs that it is.
PAGES = [
    (CYCLES, [" ".join(CYCLES)]),
    (
        ("First paragraph is short.", "Second paragraph is short, too."),
        ["First paragraph is short.", "Second paragraph is short, too."],
    ),
    ((*CYCLES, "", *CYCLES), [" ".join(CYCLES)] * 2),
    (
        (
            f"{BULLET} Visitors sign the book at the desk and wear the green",
            "  badge that they are given there",
            f"{BULLET} Nobody walks about alone",
        ),
        [
            "• Visitors sign the book at the desk and wear the green badge that they are given there",
            "• Nobody walks about alone",
        ],
    ),
    (
        (
            "4.1 Keys are handed out by the caretaker, and are returned",
            "to the caretaker before the end of term.",
            "4.2 Lost keys are reported.",
        ),
        [
            "4.1 Keys are handed out by the caretaker, and are returned to the caretaker before the end of term.",
            "4.2 Lost keys are reported.",
        ],
    ),
    (
        (
            "This is done in the way that is laid down below in section",
            "4. Nobody else may do it, whatever the reason may be.",
        ),
        [
            "This is done in the way that is laid down below in section 4. Nobody else may do it, whatever the reason"
            " may be."
        ],
    ),
    (
        (
            "The caretaker keeps every key of the school, and the care-",
            "taker alone hands them out to those who need one.",
        ),
        ["The caretaker keeps every key of the school, and the caretaker alone hands them out to those who need one."],
    ),
    (
        (
            "The office keeps a list of all those who are first-",
            "aiders, and the list of first-aiders hangs in the hall.",
        ),
        ["The office keeps a list of all those who are first-aiders, and the list of first-aiders hangs in the hall."],
    ),
    (
        ("Approved:         3 May 2023", "Review date:      May 2025"),
        ["Approved: 3 May 2023", "Review date: May 2025"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_lines_make_the_paragraphs_that_they_look_like(lines: tuple[str, ...], expected: list[str]) -> None:
    rest = column(72, 300, *CYCLES, "", *CYCLES, "", *CYCLES)
    assert read([*column(72, 700, *lines), *rest])[: len(expected)] == expected


LEFT = (
    "Pupils walk on the left in",
    "every passage and on each",
    "stair, and hold the doors",
    "for those behind.",
)
RIGHT = (
    "Bags are kept on the pegs",
    "outside the classroom, and",
    "coats are hung above them",
    "with the names to be seen.",
)
NEXT = (
    "Lunch is eaten in the hall",
    "by all, and whoever brings",
    "a lunch box takes it home",
    "again.",
)


def test_the_left_column_is_read_before_the_right_one() -> None:
    page: list[At] = [(72, 760, "Moving about the school and what is done with bags, coats and lunch boxes")]
    page += column(72, 700, *LEFT, "", *NEXT) + column(320, 700, *RIGHT, "", *LEFT)
    assert read(page)[1:] == [" ".join(lines) for lines in (LEFT, NEXT, RIGHT, LEFT)]


def test_columns_written_line_by_line_across_are_read_one_after_the_other() -> None:
    page = [
        entry
        for pair in zip(column(72, 700, *LEFT, *NEXT[:0]), column(320, 700, *RIGHT), strict=True)
        for entry in pair
    ]
    assert read(page) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    one = column(72, 700, *LEFT, "", *NEXT[:3]) + column(320, 700, NEXT[3], "", *RIGHT, "", *LEFT[:2])
    two = column(72, 700, *LEFT[2:], "", *RIGHT, "", *NEXT) + column(320, 700, *RIGHT, "", *NEXT)
    assert read(one, two)[:4] == [" ".join(lines) for lines in (LEFT, NEXT, RIGHT, LEFT)]


def test_two_lists_side_by_side_are_not_mixed() -> None:
    do = column(72, 700, *(f"{BULLET} {each}" for each in ("Walk", "Knock first", "Listen", "Tidy up")))
    do_not = column(320, 700, *(f"{BULLET} {each}" for each in ("Run", "Shout", "Push", "Eat in class")))
    assert read([*do, *do_not]) == [
        "• Walk",
        "• Knock first",
        "• Listen",
        "• Tidy up",
        "• Run",
        "• Shout",
        "• Push",
        "• Eat in class",
    ]


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        ("Role", "Name", "Room"),
        ("Caretaker", "Mr Oak", "12"),
        ("Nurse", "Ms Elm", "4"),
        ("Librarian", "Mx Fir", "9"),
    ]
    page = [
        (x, 700 - 20 * place, cell)
        for place, row in enumerate(rows)
        for x, cell in zip((72, 250, 420), row, strict=True)
    ]
    assert read(page) == ["Role Name Room", "Caretaker Mr Oak 12", "Nurse Ms Elm 4", "Librarian Mx Fir 9"]


def test_a_cell_of_several_lines_stays_whole() -> None:
    page = []
    for place, (one, other) in enumerate(
        [
            ("a broken window", "the caretaker, at once"),
            ("a lost coat", "the office, in the break"),
            ("a wasp", "any grown-up near by"),
        ]
    ):
        top = 700 - 40 * place
        page += column(72, top, one) + column(300, top, *other.split(", "))
    assert read(page) == [
        "a broken window the caretaker at once",
        "a lost coat the office in the break",
        "a wasp any grown-up near by",
    ]


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    def page(number: int) -> list[At]:
        head = [(72, 800, "Elm Tree School"), (400, 800, "Lost Property Policy")]
        foot = [(72, 40, "Printed copies may be out of date"), (290, 25, f"Page {number} of 2")]
        return [*head, *column(72, 700, f"Rule number {'one two'.split()[number - 1]} is short.", "", *CYCLES), *foot]

    assert read(page(1), page(2)) == [
        "Rule number one is short.",
        " ".join(CYCLES),
        "Rule number two is short.",
        " ".join(CYCLES),
    ]


def test_a_line_that_comes_again_elsewhere_on_the_page_is_kept() -> None:
    one = column(72, 700, "Ask the office.", "", *CYCLES)
    two = column(72, 640, "Ask the office.", "", *CYCLES)
    assert read(one, two).count("Ask the office.") == 2


def test_a_watermark_across_the_page_is_left_out() -> None:
    slanted = b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET"
    assert [p.text for p in pdf.read(document(column(72, 700, *CYCLES), extra=slanted))] == [" ".join(CYCLES)]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    lines = b"".join(
        b"0 1 -1 0 %d 100 Tm (%s) Tj " % (100 + 12 * place, line.encode()) for place, line in enumerate(CYCLES)
    )
    assert [p.text for p in pdf.read(printed([b"BT /F1 10 Tf " + lines + b"ET"], page=b"/Rotate 90"))] == [
        " ".join(CYCLES)
    ]


def test_large_and_bold_type_makes_headings_and_the_largest_the_title() -> None:
    page: list[At | Sized] = [
        (72, 780, "Garden Policy", 22.0, "F1"),
        (72, 740, "Plants", 14.0, "F1"),
        *column(72, 720, *CYCLES),
    ]
    page += [
        (72, 680, "Trees", 12.0, "F1"),
        *column(72, 660, *CYCLES),
        (72, 620, "Old trees", SIZE, "F2"),
        *column(72, 600, *CYCLES),
    ]
    styles = [(p.text, p.style, p.rank) for p in pdf.read(document(page)) if p.style is not Style.BODY]
    heading = Style.HEADING
    assert styles == [
        ("Garden Policy", Style.TITLE, 0),
        ("Plants", heading, 1),
        ("Trees", heading, 2),
        ("Old trees", heading, 0),
    ]


def test_levels_follow_the_indentation() -> None:
    page = column(
        72,
        700,
        "Staff must:",
        f"{BULLET} look",
        f"   {BULLET} left",
        f"   {BULLET} right",
        f"{BULLET} listen",
        "",
        *CYCLES,
    )
    assert [p.level for p in pdf.read(document(page))][1:5] == [0, 1, 1, 0]


def test_every_paragraph_has_its_page() -> None:
    pages = [column(72, 700, *CYCLES) for _ in range(3)]
    assert [p.page for p in pdf.read(document(*pages))] == [1, 2, 3]


def test_pages_become_numbered_clauses() -> None:
    one = column(
        72,
        700,
        "1. Bells",
        "",
        "(a) The bell rings at nine and at noon, and whoever hears",
        "it goes in.",
        "(b) Nobody else rings it.",
    )
    two = column(
        72, 700, "(c) A broken bell is reported.", "", "2. Doors", "", "(a) Doors are shut at nine.", "", *CYCLES
    )
    found = [(c.label, c.text, c.page) for c in clauses(pdf.read(document(one, two))) if c.number]
    assert found == [
        ("1(a)", "The bell rings at nine and at noon, and whoever hears it goes in.", 1),
        ("1(b)", "Nobody else rings it.", 1),
        ("1(c)", "A broken bell is reported.", 2),
        ("2(a)", "Doors are shut at nine.", 2),
    ]


def plain(words: str) -> str:
    """The PDFs were printed with typographic apostrophes, the texts were not."""
    return " ".join(words.replace("’", "'").split())


@pytest.mark.needs("shared")
@pytest.mark.parametrize("school", ["st-osmunds", "heathfield"])
def test_a_real_policy_has_the_same_clauses_as_pdf_and_as_text(school: str) -> None:
    as_text = made_of(text.read((POLICIES / f"{school}.txt").read_bytes()))
    as_pdf = made_of(pdf.read((POLICIES / f"{school}.pdf").read_bytes()))
    expected = [(c.label, plain(c.text)) for c in as_text.clauses]
    found = {(c.label, plain(c.text)): c for c in as_pdf.clauses}
    numbered = [(c.label, plain(c.text)) for c in as_text.clauses if c.number]
    assert sum(each in found for each in expected) >= 0.98 * len(expected)
    assert all(each in found for each in numbered)
    assert len(as_pdf.clauses) == len(as_text.clauses)
    assert all(c.page for c in as_pdf.clauses)
    assert as_pdf.title == as_text.title
