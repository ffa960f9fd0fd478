"""Puts the letters of a page together to pieces, as they come in the file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from adapters.formats.pdfium.drawn import Cells
from adapters.formats.pdfium.pieces import Piece

APART = 0.8  # of the type size: a wider gap may part columns or cells
WORD_GAP = 0.15
SAME_BASE = 0.05  # of the type size

# Bullets of Word's Symbol and Wingdings, and ligatures, as everyone's keyboard has them.
PLAIN = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf02d": "–",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\x02": "\ufffe",  # pdfium's own sign for a hyphen at the end of a line
    "\ufeff": "",
    "\u200b": "",
    "\u00ad": "",  # within a line it was not needed
}


KEPT = {"\ufffe", *(chr(code) for code in range(0xE000, 0xF900))}  # not printable, and yet shown


@dataclass(frozen=True)
class Face:
    """What all letters of one text object share. `angle`: degrees counter-clockwise from upright."""

    size: float
    bold: bool
    angle: int


@dataclass(frozen=True)
class Box:
    """Where one letter stands, turned upright."""

    left: float
    right: float
    base: float


@dataclass
class Pen:
    face: Face = field(default_factory=lambda: Face(0, False, 0))
    letters: list[str] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    word: float = 0.0
    spaced: bool = False
    cells: Cells = field(default_factory=lambda: Cells(()))

    def space(self) -> None:
        self.spaced = True

    def write(self, letter: str, face: Face, box: Box) -> Iterator[tuple[int, Piece]]:
        """The piece that ended before this letter, if one did."""
        if self.letters and not self._goes_on(face, box):
            yield from self.lifted()
        if not self.letters:
            self.face, self.left, self.base, self.right = face, box.left, box.base, box.left
            self.spaced = False
        if self.spaced or box.left - self.right > WORD_GAP * face.size:
            self.letters.append(" ")
            self.word = self.word or self.right - self.left
        self.letters.append(PLAIN.get(letter, letter))
        self.right, self.spaced = max(self.right, box.right), False

    def lifted(self) -> Iterator[tuple[int, Piece]]:
        text = _whole("".join(self.letters))
        self.word = self.word or self.right - self.left
        if text:
            yield (
                self.face.angle,
                Piece(text, self.left, self.right, self.base, self.face.size, self.face.bold, self.word),
            )
        self.letters, self.word, self.spaced = [], 0.0, False

    def _goes_on(self, face: Face, box: Box) -> bool:
        return (
            face == self.face
            and abs(box.base - self.base) <= SAME_BASE * face.size
            and -face.size < box.left - self.right < APART * face.size
            and not (self._is_gap(face, box) and self.cells.between(self.right, box.left, box.base))
        )

    def _is_gap(self, face: Face, box: Box) -> bool:
        return not face.angle and (self.spaced or box.left - self.right > WORD_GAP * face.size)


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """The point, seen upright where the text runs at that angle."""
    if not angle:
        return x, y
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, y * cos - x * sin


def _whole(text: str) -> str:
    """A letter that came in two halves is one; what is no letter is left out."""
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "".join(" " if c.isspace() else c for c in paired if c.isspace() or c.isprintable() or c in KEPT).strip()
