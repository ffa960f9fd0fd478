"""Plain text and Markdown, read into paragraphs or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.formats import Unreadable
from adapters.formats.text import LARGEST_FILE, LONGEST_LINE, MOST_LINES, read
from knowledge.paragraphs import Style

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text.encode())]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert texts("Lock the door.\n\nTurn off the lights.") == ["Lock the door.", "Turn off the lights."]


def test_white_space_is_folded() -> None:
    assert texts("Lock \t the   door.\r\n\r\nGo home.\r") == ["Lock the door.", "Go home."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Whoever is the last to leave the building in the evening locks the\n"
        "door. The alarm is set before that, and the key goes back into the\n"
        "safe. Nobody takes a key home.\n"
    )
    assert texts(wrapped) == [" ".join(wrapped.split())]


def test_short_lines_stay_apart() -> None:
    assert texts("Lock the door.\nTurn off the lights.\nOpening hours") == [
        "Lock the door.",
        "Turn off the lights.",
        "Opening hours",
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    first, second = ("Keys are kept in the safe. " * 9).strip(), ("Doors are shut at six. " * 9).strip()
    assert texts(f"{first}\n{second}") == [first, second]


def test_a_wrapped_list_entry_is_one_paragraph() -> None:
    assert texts("1. Keys are kept\n   in the safe.\n2. Doors are\n   shut at six.\n- And\n  locked.") == [
        "1. Keys are kept in the safe.",
        "2. Doors are shut at six.",
        "- And locked.",
    ]


def test_lines_about_the_policy_stay_apart() -> None:
    assert len(texts("Approved: May 2020\nReview: May 2022\nReviewed by: the head")) == 3


def test_a_marker_begins_a_paragraph() -> None:
    wrapped = "The last to leave the building in the evening looks after all of this:\n(a) the alarm\n(b) the key"
    assert texts(wrapped)[1:] == ["(a) the alarm", "(b) the key"]


def test_indentation_is_kept_as_level() -> None:
    assert [p.level for p in read(b"- a\n  - b\n\t- c\n- d")] == [0, 2, 4, 0]


def test_markdown_headings_have_ranks() -> None:
    found = read(b"# Keys\n\n## Lost keys ##\n\nTell the caretaker.\n\nDoors\n=====\n\nLocks\n---\n")
    assert [(p.text, p.style, p.rank) for p in found] == [
        ("Keys", Style.HEADING, 1),
        ("Lost keys", Style.HEADING, 2),
        ("Tell the caretaker.", Style.BODY, 0),
        ("Doors", Style.HEADING, 1),
        ("Locks", Style.HEADING, 2),
    ]


@pytest.mark.parametrize("line", ["**Lost keys**", "__Lost keys__", "**Lost keys**:", "2. **Lost keys** (and fobs)"])
def test_a_line_all_in_bold_may_be_a_heading(line: str) -> None:
    (found,) = read(line.encode())
    assert (found.style, found.rank) == (Style.HEADING, 0)
    assert "*" not in found.text
    assert "_" not in found.text


@pytest.mark.parametrize("line", ["**Never lend a key.**", "**Keys** are kept in the safe.", "- **Keys**"])
def test_bold_in_a_sentence_or_entry_makes_no_heading(line: str) -> None:
    (found,) = read(line.encode())
    assert found.style is Style.BODY
    assert "**" not in found.text


def test_rules_and_table_borders_are_no_text() -> None:
    assert texts("Keys\n\n---\n\n| Door | Key |\n|------|-----|\n| Hall | 1 |\n\n> Ask first.") == [
        "Keys",
        "Door | Key",
        "Hall | 1",
        "Ask first.",
    ]


def test_form_feeds_count_pages() -> None:
    assert [(p.text, p.page) for p in read(b"Keys\n\fDoors\n\n\f\fLocks")] == [("Keys", 1), ("Doors", 2), ("Locks", 4)]


def test_a_file_without_form_feeds_has_no_pages() -> None:
    assert read(b"Keys")[0].page is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert read("Staff’s café: £5".encode(encoding))[0].text == "Staff’s café: £5"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff".encode(), "no text"),
        (b"---\n\n***\n", "no text"),
        (b"PK\x03\x04\x00\x00\x08\x00", "not plain text"),
        (bytes(range(1, 32)) * 10, "not plain text"),
        (b"a" * (LARGEST_FILE + 1), "larger than 20 MB"),
        (b"a\n" * (MOST_LINES + 1), "lines"),
        (b"a" * (LONGEST_LINE + 1), "as long as a book"),
    ],
)
def test_what_is_no_policy_is_refused_with_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        read(data)
    assert "Please" in str(refused.value)


@pytest.mark.needs("shared")
@pytest.mark.parametrize("school", ["st-osmunds", "heathfield"])
def test_every_line_of_a_real_policy_is_a_paragraph(school: str) -> None:
    data = (SHARED / "policies" / f"{school}.txt").read_bytes()
    lines = [" ".join(line.split()).replace("**", "") for line in data.decode().splitlines() if line.strip()]
    assert [p.text for p in read(data)] == lines


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    text = (
        "Parents whose children stay for the homework club are expect-\n"
        "ed to ring the bell at the side door and wait. A sign-in sheet\n"
        "hangs there, and a member of staff looks at it before the well-\n"
        "known door is opened to anybody.\n"
    )
    (whole,) = texts(text)
    assert "are expected to ring" in whole
    assert "well-known door" in whole


def test_the_last_entry_of_a_list_begins_anew_below_and() -> None:
    text = (
        "3. asks a second adult to watch from the doorway of the room; and\n"
        "4. signs the record in the book which hangs beside the cupboard, and\n"
        "tells the office that it was done on the very same day as before.\n"
    )
    assert [each[:8] for each in texts(text)] == ["3. asks ", "4. signs"]
