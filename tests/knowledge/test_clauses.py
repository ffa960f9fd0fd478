"""Small policies of many styles, and the clauses that they give."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.formats.text import read
from knowledge.clauses import clauses
from knowledge.paragraphs import Paragraph, Style
from knowledge.policy import Kind
from tests.knowledge.clauses_of import labels, of, row

HERE = Path(__file__).resolve().parent
LONGEST = 200  # words


def styles() -> dict[str, tuple[str, str]]:
    """Small policies in many styles of numbering, each with the clauses that it should give."""
    chapters = (HERE / "numbering.txt").read_text(encoding="utf-8").split("##### ")[1:]
    named = [chapter.partition("\n") for chapter in chapters]
    return {name: (text.split("\n-----\n")[0], text.split("\n-----\n")[1]) for name, _, text in named}


@pytest.mark.parametrize("style", styles())
def test_every_style_of_numbering_gives_its_clauses(style: str) -> None:
    text, expected = styles()[style]
    assert [row(clause) for clause in of(text)] == expected.strip().splitlines()


def test_a_clause_broken_off_by_a_page_is_whole_although_entries_follow() -> None:
    found = of("Staff may:\n- borrow a key when the\n\f\nstore room is shut\n- open a window\n")
    assert [(c.text, c.page) for c in found[1:]] == [
        ("borrow a key when the store room is shut", 1),
        ("open a window", 2),
    ]
    assert {c.lead_ins for c in found[1:]} == {("Staff may:",)}


def test_running_heads_and_page_numbers_are_no_clauses() -> None:
    pages = [f"Hill School: Keys\n\nKey {n} opens door {n} and no other door.\n\nPage {n} of 4" for n in (1, 2, 3, 4)]
    assert [c.text for c in of("\f".join(pages))] == [
        f"Key {n} opens door {n} and no other door." for n in (1, 2, 3, 4)
    ]


def test_a_line_that_comes_twice_in_the_text_stays() -> None:
    assert len(of("Ask the caretaker first of all.\n\nKeys are numbered.\n\nAsk the caretaker first of all.")) == 3


def test_a_sentence_that_looks_like_a_heading_is_none() -> None:
    found = of("Keys\n\nThe caretaker has every key.\n\nAll staff must know where keys are\n\nKeys are numbered.")
    assert {c.headings for c in found} == {("Keys",)}
    assert len(found) == 3


def test_a_heading_at_the_very_end_is_not_lost() -> None:
    assert of("Keys are numbered.\n\nA closing word")[-1].text == "A closing word"


def test_an_abbreviation_splits_nothing() -> None:
    long = " ".join(f"St. Mary's door no. {n} is locked by Mr. Key, i.e. the caretaker, at six." for n in range(30))
    parts = of(long)
    assert len(parts) > 1
    assert all(part.text.startswith("St. Mary's") and part.text.endswith("six.") for part in parts)


def test_an_over_long_paragraph_is_cut_at_its_sentences_into_labelled_parts() -> None:
    long = " ".join(f"Key number {n} opens the door with the same number." for n in range(45))
    parts = of(f"1. Keys\n1.1 {long}\n1.2 Doors are shut.")
    assert labels(parts) == ["1.1, part 1", "1.1, part 2", "1.1, part 3", "1.2"]
    assert " ".join(part.text for part in parts[:3]) == long
    assert max(len(part.text.split()) for part in parts) <= LONGEST


def test_a_sentence_that_cannot_be_cut_stays_whole() -> None:
    assert len(of("keys and " * 150 + "doors.")) == 1


def test_an_extract_numbers_its_clauses_under_its_own_name() -> None:
    found = of("1. Keys\n(i) Keys are numbered.\n\nSee extract from the Door Code:\n\n1. Doors\n(i) Doors are shut.")
    assert labels(found) == ["1(i)", "Extract from the Door Code, 1(i)"]
    assert [c.number for c in found] == ["1(i)", "1(i)"]


def test_headings_nest_by_number_and_by_rank() -> None:
    assert of("2. Keys\n2.1 Lost keys\nTell the caretaker.")[0].headings == ("Keys", "Lost keys")
    assert (
        of("# House\n\n## Keys\n\n### Lost keys\n\nTell him.\n\n## Doors\n\nShut.")[-1].headings
        == ("House", "Doors")[1:]
    )


def test_a_label_counts_list_entries_within_their_heading() -> None:
    found = of("Keys\n\nKeys are numbered.\n\nStaff must:\n- count them\n- hang them up\n\nDoors\n\nShut the door.")
    assert labels(found) == [f"Keys, paragraph {n}" for n in (1, 2, 3, 4)] + ["Doors, paragraph 1"]


def test_two_headings_alike_give_labels_that_differ() -> None:
    found = of("# A\n\n## Keys\n\n### Rules\n\nOne.\n\n## Doors\n\n### Rules\n\nTwo.\n\n### Rules\n\nThree.")
    assert labels(found) == ["Keys, Rules, paragraph 1", "Doors, Rules, paragraph 1", "Doors, Rules, paragraph 1 (2)"]


def test_metadata_is_marked_wherever_it_stands() -> None:
    found = of(
        "Keys Policy\n\nHill School\n\nApproved: May 2020\n\nKeys are numbered.\n\nReview: May 2022\n\nReview: May 2018"
    )
    assert [(c.kind, c.label) for c in found] == [
        (Kind.METADATA, "Approved"),
        (Kind.CLAUSE, "Keys Policy, paragraph 1"),
        (Kind.METADATA, "Review"),
        (Kind.METADATA, "Review (2)"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Key” means anything that opens a door.", Kind.DEFINITION),
        ("For the purposes of this policy, keys are things that open doors.", Kind.DEFINITION),
        ("A master key is defined as one that opens every door.", Kind.DEFINITION),
        ("This means that doors stay shut.", Kind.CLAUSE),
        ("Staff should lock up by means of a key.", Kind.CLAUSE),
    ],
)
def test_a_definition_is_marked(text: str, kind: Kind) -> None:
    assert of(text)[0].kind is kind


def test_a_heading_without_a_number_closes_the_numbered_one_of_its_rank() -> None:
    found = of("# Keys Policy\n\n## 1. Scope\n\n1. One.\n\n## Notes\n\n1. Two.\n\n### Sources\n\n1. Three.")
    assert labels(found) == ["1(1)", "Notes, 1", "Sources, 1"]


def test_word_keeps_its_numbers_apart() -> None:
    found = clauses(
        [
            Paragraph("Keys", marker="1.", style=Style.HEADING, rank=1),
            Paragraph("Staff must not:", marker="1.1"),
            Paragraph("lend keys", marker="(a)", level=1),
            Paragraph("(b) lose keys", marker="\uf0b7", level=1),
            Paragraph("in the street", marker="o", level=2),
        ]
    )
    assert [(c.number, c.marker, c.text) for c in found] == [
        ("1.1", "1.1", "Staff must not:"),
        ("1.1(a)", "(a)", "lend keys"),
        ("1.1(b)", "(b)", "lose keys"),
        ("", "", "in the street"),
    ]
    assert found[-1].lead_ins == ("Staff must not:", "lose keys")


def test_no_paragraphs_make_no_clauses() -> None:
    assert clauses([]) == ()


_LINES = [line for text, _ in styles().values() for line in text.splitlines() if not set(line) <= set("|- ")]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*_LINES, "", "\f", "1", "- * x", "(i) y", "Contents", "a" * 300]), max_size=30))
def test_whatever_the_order_of_lines_labels_are_unique_and_texts_verbatim(lines: list[str]) -> None:
    paragraphs = read("\n".join(["Keys are numbered.", *lines]).encode())
    source = {word for p in paragraphs for word in p.text.split()}
    found = clauses(paragraphs)
    assert len(set(labels(found))) == len(found)
    assert all(clause.label and clause.text for clause in found)
    assert all(word in source or word[0] in "•o" for clause in found for word in clause.text.split())


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["5. Boats", "5.1 to row the boats", "5.2 days on the water are counted"], ["5.1", "5.2"]),
        (["4.6 Boats are blue.", "5.1 of the boats, two are red."], ["4.6", "5.1"]),
        (["4.6 Boats are blue.", "4.6.1 or green."], ["4.6", "4.6.1"]),
        (["We wish:", "1.1 to row", "1.2 to rest"], ["", "1.1", "1.2"]),
        (["4.6 Boats are blue.", "2.5 million boats are red.", "4.7 Boats float."], ["4.6", "", "4.7"]),
        (["Boats are blue.", "1.1 million boats are red."], ["", ""]),
    ],
)
def test_a_decimal_that_continues_the_running_numbers_is_a_number(texts: list[str], numbers: list[str]) -> None:
    assert [clause.number for clause in clauses([Paragraph(text) for text in texts])] == numbers


@pytest.mark.parametrize(
    "text", ["3.2 14/03/2025 A. Reed Rewritten", "3.2 | 14 March 2025 | A. Reed", "1 May 2018 Bursar"]
)
def test_a_row_about_an_earlier_version_takes_no_clause_s_number(text: str) -> None:
    row = Paragraph(text, style=Style.ROW)
    found = clauses([Paragraph("Trips"), row, Paragraph("1 Trips", style=Style.HEADING), Paragraph("3.2 We walk.")])
    assert [clause.label for clause in found if clause.number] == ["3.2"]


def test_a_running_head_between_two_page_numbers_cuts_no_clause() -> None:
    text = (
        "Collection Policy\n\nThe fee is added to the account at the\n\n- 1 -\nHill School Collection\n\n"
        "end of the month.\n\nThe fee is small.\n\n- 2 -\nHill School Collection\n\nNobody is sent home.\n\n- 3 -\n"
    )
    assert [clause.text for clause in of(text)] == [
        "The fee is added to the account at the end of the month.",
        "The fee is small.",
        "Nobody is sent home.",
    ]


def test_a_heading_that_speaks_of_the_policy_heads_its_text() -> None:
    bold = Style.HEADING
    found = clauses(
        [Paragraph("Dogs"), Paragraph("WHAT THIS POLICY IS FOR", style=bold), Paragraph("1. It is for dogs.")]
    )
    assert found[0].headings == ("WHAT THIS POLICY IS FOR",)
