"""Puts the pieces of a page together to rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from adapters.formats.pdfium.pieces import Piece
from knowledge.markers import split

SAME_ROW = 0.4  # of the type size: a raised "1st" still stands on its row
RAISED = 0.6  # of the type size, for what is so SMALL, and no longer than "[12]": the number of a footnote
SMALL, LONGEST_RAISED = 0.8, 4
WORD_GAP = 0.15  # of the type size


@dataclass(frozen=True)
class Block:
    """Rows that are read from the top down, one piece each."""

    rows: tuple[Piece, ...]
    left: float  # the space for them
    right: float
    is_row: bool = False  # of a table: one paragraph, whatever its shape


def rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces that share a row, from left to right; the rows from the top down."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        if found and _shares(found[-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [sorted(row, key=attrgetter("left")) for row in found]


def _shares(row: list[Piece], piece: Piece) -> bool:
    """Whether it stands on the row that begins so; a small raised figure may come first."""
    first = row[0]
    raised = RAISED if first.size < SMALL * piece.size and len(first.text) <= LONGEST_RAISED else SAME_ROW
    return first.base - piece.base < raised * max(first.size, piece.size)


def together(row: list[Piece]) -> Piece:
    """One piece of a whole row."""
    first, letters = row[0], sum(len(p.text) for p in row)
    text = first.text
    for before, piece in pairwise(row):
        spaced = piece.left - before.right > WORD_GAP * min(before.size, piece.size)
        text += " " + piece.text if spaced else piece.text
    main = max(row, key=lambda p: len(p.text))
    bold = sum(len(p.text) for p in row if p.bold) > 0.9 * letters
    return Piece(" ".join(text.split()), first.left, max(p.right for p in row), main.base, main.size, bold, first.word)


def with_markers(row: list[Piece]) -> list[Piece]:
    """A bullet or number and the text behind it are one piece, however wide the gap."""
    joined: list[Piece] = []
    for piece in row:
        if joined and is_marker(joined[-1].text):
            joined[-1] = replace(together([joined[-1], piece]), left=joined[-1].left, bold=piece.bold)
        else:
            joined.append(piece)
    return joined


def is_marker(text: str) -> bool:
    bare = text.strip()
    number = bare.replace(".", "")
    return (number.isdigit() and len(number) <= 4) or (len(bare) <= 8 and split(f"{bare} Text") == (bare, "Text"))
