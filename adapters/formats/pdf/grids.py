"""Finds the tables whose cells are drawn, and reads each of their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from adapters.formats.pdf.cells import row as told
from adapters.formats.pdf.rows import Block, rows, together, with_markers
from adapters.formats.pdfium.pieces import Piece, Rule, Wall

NEAR = 3.0  # points: lines that are drawn apart by less meet
NARROWEST = 60.0  # points
MOST_LINES = 500  # of each kind on a page; more are a drawing


@dataclass(frozen=True)
class Band:
    """What stands between two lines that are drawn across the whole table. `inner`: where its cells meet."""

    top: float
    bottom: float
    left: float
    right: float
    inner: tuple[float, ...] = ()

    def holds(self, piece: Piece) -> bool:
        return self.bottom <= piece.base < self.top

    def fits(self, piece: Piece) -> bool:
        """It stands in one cell: neither beside the table nor over a line."""
        inside = self.left - NEAR <= piece.left and piece.right <= self.right + NEAR
        return inside and not any(piece.left < at - NEAR and piece.right > at + NEAR for at in self.inner)


@dataclass
class Part:
    """Pieces of a page that follow one another. `bands`: of a table; text has none."""

    pieces: list[Piece] = field(default_factory=list)
    bands: Sequence[Band] = ()


def parts(pieces: Sequence[Piece], rules: Sequence[Rule], walls: Sequence[Wall]) -> list[Part]:
    """The page from the top down: text, table, text."""
    tables = [table for table in _tables(rules, walls) if _is_filled(table, pieces)]
    found = [Part()]
    left = list(pieces)
    for table in sorted(tables, key=lambda each: -each[0].top):
        inside = [piece for piece in left if table[-1].bottom <= piece.base < table[0].top]
        above = [piece for piece in left if piece.base >= table[0].top]
        found[-1].pieces += above
        found += [Part(inside, table), Part()]
        left = [piece for piece in left if piece.base < table[-1].bottom]
    found[-1].pieces += left
    return found


def cells(part: Part) -> Iterator[Block]:
    for band in part.bands:
        inside = [piece for piece in part.pieces if band.holds(piece)]
        edges = (band.left - NEAR, *band.inner, band.right + NEAR)
        found = [_cell(inside, start, end) for start, end in pairwise(edges)]
        yield from told([cell for cell in found if cell.rows], band.left, band.right)


def _cell(inside: Sequence[Piece], start: float, end: float) -> Block:
    lines = rows(piece for piece in inside if start <= piece.left + 0.5 < end)
    return Block(tuple(together(with_markers(line)) for line in lines), start, end)


def _is_filled(table: Sequence[Band], pieces: Sequence[Piece]) -> bool:
    """Everything at its height stands in its cells, so that nothing is taken apart or left out."""
    return all(band.fits(piece) for band in table for piece in pieces if band.holds(piece))


def _tables(rules: Sequence[Rule], walls: Sequence[Wall]) -> Iterator[list[Band]]:
    if len(rules) > MOST_LINES or len(walls) > MOST_LINES:
        return
    alike: dict[tuple[int, int], list[float]] = defaultdict(list)
    for rule in rules:
        if rule.right - rule.left >= NARROWEST:
            alike[round(rule.left / NEAR), round(rule.right / NEAR)].append(rule.height)
    for (left, right), heights in alike.items():
        yield from _runs(_bands(left * NEAR, right * NEAR, heights, walls))


def _bands(left: float, right: float, heights: Sequence[float], walls: Sequence[Wall]) -> Iterator[Band | None]:
    """None where no upright line stands between two lines: there a table ends."""
    for top, bottom in pairwise(sorted(heights, reverse=True)):
        if top - bottom < NEAR:
            continue
        sides = [w.at for w in walls if w.bottom <= bottom + NEAR and w.top >= top - NEAR]
        beside = sorted(at for at in sides if left - NEAR <= at <= right + NEAR)
        inner = [at for at in beside if left + NEAR < at < right - NEAR]
        single = tuple(at for before, at in zip([left, *inner], inner, strict=False) if at - before > NEAR)
        yield Band(top, bottom, left, right, single) if beside else None


def _runs(bands: Iterator[Band | None]) -> Iterator[list[Band]]:
    run: list[Band] = []
    for band in [*bands, None]:
        if band:
            run.append(band)
        elif any(each.inner for each in run):
            yield run
            run = []
        else:
            run = []
