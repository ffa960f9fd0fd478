"""Writes a bullet where one is drawn beside a line, as browsers do when they print a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from adapters.formats.pdfium.drawn import Shape
from adapters.formats.pdfium.pieces import Piece

FARTHEST = 2.0  # times the type size, from the mark to its words
LARGEST = 0.9  # times the type size
MOST_DOTS = 500  # on a page; more are a drawing


def with_bullets(pieces: Sequence[Piece], dots: Sequence[Shape]) -> tuple[Piece, ...]:
    if not 0 < len(dots) <= MOST_DOTS:
        return tuple(pieces)
    marked = {found: dot for dot in dots if (found := _beside(pieces, dot)) is not None}
    return tuple(_marked(each, marked.get(place)) for place, each in enumerate(pieces))


def _beside(pieces: Sequence[Piece], dot: Shape) -> int | None:
    """The first piece behind the mark; none where words stand before it too: there it parts them."""
    middle = (dot.bottom + dot.top) / 2
    row = [place for place, each in enumerate(pieces) if each.base <= middle <= each.base + 0.8 * each.size]
    if not row or any(pieces[place].left < dot.left for place in row):
        return None
    first = min(row, key=lambda place: pieces[place].left)
    each = pieces[first]
    near = 0 <= each.left - dot.right <= FARTHEST * each.size and dot.height <= LARGEST * each.size
    return first if near else None


def _marked(piece: Piece, dot: Shape | None) -> Piece:
    if dot is None:
        return piece
    return replace(piece, text=f"• {piece.text}", left=dot.left, word=piece.left + piece.word - dot.left)
