"""Brings the pieces of a page into reading order: columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from adapters.formats.pdf.cells import table
from adapters.formats.pdf.grids import cells, parts
from adapters.formats.pdf.rows import Block, rows, together, with_markers
from adapters.formats.pdfium.pieces import Piece, Rule, Sheet
from knowledge.markers import split

GUTTER = 0.9  # of the type size: the narrowest gap between two columns
FEWEST_ROWS = 3  # on each side of a gutter
FEWEST_WORDS = 3.2  # in a line of running text, on the average: a table's cells hold less
FULL, MOST_SHORT = 0.8, 0.75  # a full line fills so much of its column; of running text no more lines are shorter
WIDER = 1.3  # times the narrowest pitch: a table's row ends there
FEWEST_GAPS = 3  # that both sides have at the same height, before they are a table's
LISTED = 0.3  # of a column's rows that begin with a marker: two lists side by side are no table
OUTERMOST = 0.12  # of the width: no column is narrower
DEEPEST = 6  # cuts within cuts
MOST_PIECES = 3_000  # on a page in columns; more are a drawing
GRID = 2.0  # points
WIDEST_INDENT = 20  # steps of the grid, from the edge of a column to its list entries


@dataclass(frozen=True)
class _Cut:
    """A gutter and the pieces beside it; `above` and `below` are the other pieces."""

    at: float
    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]

    @property
    def strength(self) -> int:
        return min(len(rows(self.left)), len(rows(self.right)))


def blocks(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    for part in parts(sheet.pieces, sheet.rules, sheet.walls):
        found += cells(part) if part.bands else _text(part.pieces, sheet.rules, sheet.width)
    return found


def _text(pieces: Sequence[Piece], rules: Sequence[Rule], width: float) -> list[Block]:
    glued = [piece for row in rows(pieces) for piece in with_markers(row)]
    return list(_ordered(glued, rules, 0.0, width, DEEPEST if len(glued) <= MOST_PIECES else 0))


def _ordered(pieces: list[Piece], rules: Sequence[Rule], left: float, right: float, deep: int) -> Iterator[Block]:
    cut = _best(pieces, left, right) if deep else None
    if cut is None:
        if pieces:
            yield Block(tuple(together(row) for row in rows(pieces)), left, right)
        return
    in_columns = _in_columns(cut, rules)
    if not in_columns:
        cut = _without_what_follows(cut, rules)
    yield from _ordered(cut.above, rules, left, right, deep - 1)
    if in_columns:
        yield from _ordered(cut.left, rules, left, cut.at, deep - 1)
        yield from _ordered(cut.right, rules, cut.at, right, deep - 1)
    else:
        yield from table([*cut.left, *cut.right], rules, left, right)
    yield from _ordered(cut.below, rules, left, right, deep - 1)


def _best(pieces: list[Piece], left: float, right: float) -> _Cut | None:
    """The gutter with most rows on both sides; of equals the one with more beside it, then the first from the left."""
    cuts = [cut for at in _candidates(pieces, left, right) for cut in _cuts(pieces, at)]
    strong = [cut for cut in cuts if cut.strength >= FEWEST_ROWS]
    return max(strong, key=lambda cut: (cut.strength, len(cut.left) + len(cut.right)), default=None)


def _candidates(pieces: list[Piece], left: float, right: float) -> list[float]:
    """Where several rows begin well inside the space."""
    starts = Counter(round(piece.left / GRID) for piece in pieces)
    room = OUTERMOST * (right - left)
    return [
        GRID * (start - 1)
        for start in sorted(starts)
        if left + room < GRID * start < right - room
        and sum(starts[each] for each in range(start, start + WIDEST_INDENT)) >= FEWEST_ROWS
    ]


def _cuts(pieces: list[Piece], at: float) -> Iterator[_Cut]:
    """Every run of rows that leaves the gutter clear."""
    ordered = sorted(pieces, key=lambda piece: -piece.base)
    start = 0
    for crossing, run in groupby(ordered, key=lambda piece: _crosses(piece, at)):
        inside = list(run)
        end = start + len(inside)
        if not crossing:
            beside = [piece for piece in inside if piece.left >= at]
            yield _Cut(at, ordered[:start], [p for p in inside if p.left < at], beside, ordered[end:])
        start = end


def _crosses(piece: Piece, at: float) -> bool:
    return piece.left < at and piece.right > at + GRID - GUTTER * piece.size


def _without_what_follows(cut: _Cut, rules: Sequence[Rule]) -> _Cut:
    """A table ends with its last full row, or with the line drawn below it: short lines above and below are text."""
    top = max(piece.top for piece in cut.right)
    lowest = min(piece.base for piece in cut.right)
    bottom = min([lowest, *(rule.height for rule in rules if lowest > rule.height > lowest - 6 * cut.right[0].size)])
    above = [piece for piece in cut.left if piece.base > top]
    below = [piece for piece in cut.left if piece.base < bottom - GRID]
    inside = [piece for piece in cut.left if bottom - GRID <= piece.base <= top]
    return _Cut(cut.at, [*cut.above, *above], inside, cut.right, [*below, *cut.below])


def _in_columns(cut: _Cut, rules: Sequence[Rule]) -> bool:
    """Whether each side runs on by itself; else they are the cells of a table."""
    if _ruled(cut, rules):
        return False
    left, right = rows(cut.left), rows(cut.right)
    if _in_step(left, right):
        return False
    return all(_is_list(side) for side in (left, right)) or all(_is_running_text(side) for side in (left, right))


def _in_step(left: list[list[Piece]], right: list[list[Piece]]) -> bool:
    """Whether both sides have their gaps at the same heights, as only a table does."""
    one, other = _starts(left), _starts(right)
    both = sum(any(abs(a - b) < GRID for b in other) for a in one)
    return both >= FEWEST_GAPS and both >= 0.8 * max(len(one), len(other))


def _starts(side: list[list[Piece]]) -> list[float]:
    """Where a line stands further below the one above than most do."""
    pitches = [above[0].base - below[0].base for above, below in pairwise(side)]
    return [row[0].base for row, pitch in zip(side[1:], pitches, strict=True) if pitch > WIDER * min(pitches)]


def _ruled(cut: _Cut, rules: Sequence[Rule]) -> bool:
    """Lines between the rows that reach below a whole side."""
    side = cut.left
    top, bottom = max(p.base for p in side), min(p.base for p in side)
    left, right = min(p.left for p in side), max(p.right for p in side)
    drawn = {round(rule.height) for rule in rules if rule.left <= left + GRID and rule.right >= right - GRID}
    return sum(bottom < height < top for height in drawn) >= 2


def _is_list(side: list[list[Piece]]) -> bool:
    marked = sum(bool(split(row[0].text)[0]) for row in side)
    return marked >= max(2, LISTED * len(side))


def _is_running_text(side: list[list[Piece]]) -> bool:
    left, right = min(row[0].left for row in side), max(row[-1].right for row in side)
    words = sum(len(piece.text.split()) for row in side for piece in row) / len(side)
    short = sum(row[-1].right - row[0].left < FULL * (right - left) for row in side)
    return words >= FEWEST_WORDS and short <= MOST_SHORT * len(side)
