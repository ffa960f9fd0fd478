"""Piece: a run of characters that a PDF page shows side by side, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from knowledge.markers import split

SAME_ROW = 0.4  # of the type size: a raised "1st" still stands on its row
WORD_GAP = 0.15  # of the type size


@dataclass(frozen=True)
class Piece:
    """In points, counted from the lower left corner of the page as it is read."""

    text: str
    left: float
    right: float
    base: float  # of the letters' feet
    size: float
    bold: bool = False
    word: float = 0.0  # how wide its first word is

    @property
    def top(self) -> float:
        return self.base + 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base - 0.2 * self.size


    def moved(self, right: float, up: float) -> Piece:
        return replace(self, left=self.left + right, right=self.right + right, base=self.base + up)


@dataclass(frozen=True)
class Rule:
    """A horizontal line that is drawn on the page."""

    left: float
    right: float
    height: float

    def moved(self, right: float, up: float) -> Rule:
        return Rule(self.left + right, self.right + right, self.height + up)


@dataclass(frozen=True)
class Sheet:
    """One page, with its pieces as they come in the file."""

    number: int  # counted from one
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()


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
    return row[0].base - piece.base < SAME_ROW * max(row[0].size, piece.size)


def together(row: list[Piece]) -> Piece:
    """One piece of a whole row."""
    first, letters = row[0], sum(len(p.text) for p in row)
    text = first.text
    for before, piece in zip(row, row[1:], strict=False):
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
