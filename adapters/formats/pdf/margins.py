"""Measures how a file is set: where its full lines end, and how far apart they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from adapters.formats.pdf.rows import Block
from adapters.formats.pdfium.pieces import Piece
from knowledge.markers import split

ALIKE = 15.0  # points: blocks whose space differs by less are columns of one kind
USUAL_PITCH = 1.25  # times the type size, where nothing shows it
WIDEST_PITCH = 2.2
ENOUGH = 3  # lines that certainly go on: from so many on they are believed
NEARLY_ALL = 0.95
LONG = 40  # letters: a line that was surely broken because it was full
STRAY = 0.04  # of the lines

Kind = tuple[int, int]


@dataclass(frozen=True)
class Margins:
    """Of one block, in points. `right`: where full lines end; `pitch`: from line to line, in type sizes."""

    left: float
    right: float
    pitch: float


def measured(blocks: Sequence[Block]) -> list[Margins]:
    """The margins of each block, learnt from the lines that certainly go on in the next."""
    alike: dict[Kind, list[Block]] = defaultdict(list)
    for block in blocks:
        alike[_kind(block)].append(block)
    pitches = [pitch(above, below) for block in blocks for above, below in _certain(block)]
    usual = median(pitches) if pitches else USUAL_PITCH
    sides = {kind: (_left(members), _right(members)) for kind, members in alike.items()}
    return [Margins(*sides[_kind(block)], _pitch(block, usual)) for block in blocks]


def pitch(above: Piece, below: Piece) -> float:
    return (above.base - below.base) / below.size


def _kind(block: Block) -> Kind:
    return round(block.left / ALIKE), round(block.right / ALIKE)


def _certain(block: Block) -> Iterator[tuple[Piece, Piece]]:
    """Two lines one below the other of which the second begins small and without a marker."""
    for above, below in pairwise(() if block.is_row else block.rows):
        small = below.text[0].islower() and not split(below.text)[0]
        alike = above.size == below.size and 0 < pitch(above, below) < WIDEST_PITCH
        if small and alike and not above.text.endswith((":", ";", ".")):
            yield above, below


def _pitch(block: Block, usual: float) -> float:
    own = [pitch(above, below) for above, below in _certain(block)]
    return median(own) if len(own) >= ENOUGH else usual


def _left(blocks: Sequence[Block]) -> float:
    """The outermost edge at which more than a stray line begins."""
    starts = Counter(round(row.left) for block in blocks for row in block.rows)
    fewest = STRAY * starts.total()
    return min(start for start, times in starts.items() if times >= min(fewest, max(starts.values())))


def _right(blocks: Sequence[Block]) -> float:
    ends = sorted(above.right for block in blocks for above, _ in _certain(block))
    if len(ends) >= ENOUGH:
        return ends[int(NEARLY_ALL * (len(ends) - 1))]
    long = [above.right for block in blocks for above, _ in _certain(block) if len(above.text) >= LONG]
    if long:
        return max(long)
    rows = [row for block in blocks for row in block.rows]
    mirrored = blocks[0].right - (min(row.left for row in rows) - blocks[0].left)
    return max(*(row.right for row in rows), mirrored)
