"""Makes one paragraph of a short row of a table, so that what stands side by side is read together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import dates
from knowledge.markers import split
from knowledge.particulars import is_key
from knowledge.phrasing import is_closed, looks_like_heading

LONGEST_ROW = 60  # words that are read together; longer cells are read one after the other

_NUMBERED = re.compile(r"(?:section )?\d{1,2}(?:\.\d{1,2})*[.):]?\s+", re.I)
_NAME = re.compile(r"(?:[A-Z]\. ?)+[A-Z][\w'’-]+$")
_OF_THE_POLICY = re.compile(
    r"\b(?:by|dated?|review\w*|approv\w*|adopt\w*|ratif\w*|due|(?:policy|document) (?:owner|holder|author|lead))\b",
    re.I,
)


def is_entry(text: str) -> bool:
    """It begins with a marker and says something; "3.2" alone is a version, and "J. Marsh" a name."""
    marker, behind = split(text)
    return bool(marker and behind) and not _NAME.match(text)


def is_section(cells: Sequence[str]) -> bool:
    """ "4. Messages" beside what is said on messages: a heading and its text, and no row of a table."""
    if len(cells) != 2 or not is_closed(cells[1]):
        return False
    numbered = _NUMBERED.match(cells[0])
    return bool(numbered) and looks_like_heading(cells[0][numbered.end() :])


def is_short(cells: Sequence[str]) -> bool:
    return sum(len(cell.split()) for cell in cells) <= LONGEST_ROW


def keyed(cells: Sequence[str]) -> list[str]:
    """ "Approved by" beside its value gets the colon that the line between the cells stood for."""
    return [
        f"{cell}:" if beside and _is_open_key(cell) and not is_key(beside) and _fits(cell, beside) else cell
        for cell, beside in zip(cells, [*cells[1:], ""], strict=True)
    ]


def _is_open_key(cell: str) -> bool:
    return is_key(cell) and not cell.endswith(":") and bool(_OF_THE_POLICY.search(cell))


def _fits(key: str, value: str) -> bool:
    """ "Date" above a column has no date beside it."""
    return key.casefold() != "date" or dates.find(value) is not None
