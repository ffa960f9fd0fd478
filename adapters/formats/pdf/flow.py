"""Decides which lines make one paragraph: by their spacing, their indentation and whether the line above was full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from adapters.formats.pdf.margins import Margins, pitch
from adapters.formats.pdf.rows import Block
from adapters.formats.pdfium.pieces import Piece
from adapters.formats.wrapping import begins_next_entry, expects_number
from knowledge.markers import is_bullet, split
from knowledge.particulars import facts

INDENT = 3.0  # points: less is the same edge
SPACE = 0.25  # of the type size
SAME_SIZE = 0.08
LOOSER = 1.22  # times the usual pitch: there a new paragraph begins
FARTHEST = 1.7  # times it: even a sentence that goes on does not go on there
_CLOSED = (".", "?", "!", ":", ";")


@dataclass(frozen=True)
class Row:
    """A line of text where it stands on its page."""

    piece: Piece
    page: int
    block: Block
    margins: Margins

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def indent(self) -> float:
        return self.piece.left - self.margins.left

    @property
    def marker(self) -> str:
        return split(self.text)[0]

    @property
    def closed(self) -> bool:
        return self.text.rstrip("'\"’”)").endswith(_CLOSED)

    def has_room_for(self, below: Row) -> bool:
        """The next line's first word would still have stood on it."""
        return self.piece.right + SPACE * self.piece.size + below.piece.word <= self.margins.right


@dataclass
class Passage:
    """The lines of one paragraph."""

    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def hang(self) -> float:
        """The indentation of all lines but the first."""
        return self.rows[1].indent if len(self.rows) > 1 else self.first.indent

    @property
    def hangs(self) -> bool:
        """Its further lines are indented behind its number or bullet."""
        return bool(self.first.marker) and self.hang > self.first.indent + INDENT


def passages(blocks: Sequence[tuple[int, Block, Margins]]) -> list[Passage]:
    """`blocks`: each with its page, in reading order."""
    found: list[Passage] = []
    for page, block, margins in blocks:
        for place, piece in enumerate(block.rows):
            row = Row(piece, page, block, margins)
            if found and (_same_cell_row(found[-1], row) or _goes_on(found[-1], row, at_break=not place)):
                found[-1].rows.append(row)
            else:
                found.append(Passage([row]))
    return found


def _same_cell_row(passage: Passage, row: Row) -> bool:
    return row.block.is_row and passage.first.block is row.block


def _goes_on(passage: Passage, row: Row, at_break: bool) -> bool:
    """`at_break`: the row is the first of a column or page."""
    above = passage.rows[-1]
    if row.page - above.page > 1:
        return False  # on a page between them the words are a picture
    if above.block.is_row or row.block.is_row or not _same_type(above, row):
        return False
    if (row.marker and not _is_wrapped_number(passage, row)) or _tells_of_the_policy(row):
        return False
    if at_break:
        return _goes_on_after_break(passage, row)
    return _goes_on_below(passage, row)


def _same_type(above: Row, row: Row) -> bool:
    if abs(above.piece.size - row.piece.size) > SAME_SIZE * above.piece.size:
        return False
    alike = above.piece.bold == row.piece.bold
    return alike or (row.text[0].islower() and not above.closed and not above.has_room_for(row))


def _is_wrapped_number(passage: Passage, row: Row) -> bool:
    """ "as said in section" above "4. Anyone": the number belongs to the sentence."""
    above = passage.rows[-1]
    if is_bullet(row.marker) or above.has_room_for(row) or row.text[0] in "([":
        return False
    if begins_next_entry(passage.first.marker, above.text, row.marker):
        return False
    return expects_number(above.text) and abs(row.indent - _expected(passage)) < INDENT


def _tells_of_the_policy(row: Row) -> bool:
    """ "Date: May 2021" is a line by itself."""
    return ":" in row.text[:40] and bool(facts(row.text))


def _expected(passage: Passage) -> float:
    return passage.hang if len(passage.rows) > 1 else passage.first.indent


def _goes_on_below(passage: Passage, row: Row) -> bool:
    above = passage.rows[-1]
    gap = pitch(above.piece, row.piece)
    goes_on = row.text[0].islower() and not above.closed
    if above.text[-1] in "-‐\ufffe" and goes_on and gap < FARTHEST * row.margins.pitch:
        return True
    if gap > (FARTHEST if goes_on else LOOSER) * row.margins.pitch:
        return False
    if above.has_room_for(row):
        return not above.closed and passage.hangs and abs(row.indent - passage.hang) < INDENT
    return goes_on or _keeps_its_edge(passage, row)


def _keeps_its_edge(passage: Passage, row: Row) -> bool:
    """It stands where a further line of the paragraph would: not further in, as a first line does, nor further out."""
    if len(passage.rows) > 1:
        return abs(row.indent - passage.hang) < INDENT
    if row.indent > passage.first.indent + INDENT:
        return bool(passage.first.marker)
    return True


def _goes_on_after_break(passage: Passage, row: Row) -> bool:
    above = passage.rows[-1]
    if above.text[-1] == "\ufffe" and row.text[0].islower():
        return True
    if above.has_room_for(row):
        return False
    hanging = bool(passage.first.marker) and row.indent > passage.first.indent + INDENT
    if hanging and (len(passage.rows) == 1 or abs(row.indent - passage.hang) < INDENT):
        return True
    if row.text[0].islower() and not above.closed:
        return True
    same_edge = abs(row.indent - passage.hang) < INDENT
    bulleted = is_bullet(passage.first.marker)
    return same_edge and len(passage.rows) > 1 and not (passage.first.marker and (above.closed or bulleted))


def edges(found: Sequence[Passage]) -> list[int]:
    """How far in each paragraph begins, in steps: edges that nearly agree are the same."""
    steps: list[float] = []
    for indent in sorted({passage.first.indent for passage in found}):
        if not steps or indent > steps[-1] + INDENT:
            steps.append(indent)
    return [max(i for i, step in enumerate(steps) if step <= passage.first.indent) for passage in found]
