"""Reads a table of a page row by row: a short row is one paragraph, long cells are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from adapters.formats.pdf.rows import Block, rows, together
from adapters.formats.pdfium.pieces import Piece, Rule
from adapters.formats.rows import is_entry, is_section, is_short, keyed
from knowledge.markers import split

WIDER = 1.15  # times the narrowest pitch: there a new row begins
FEWEST_RULES = 2
LONGEST_BESIDE = 12  # words


def table(pieces: list[Piece], rules: Sequence[Rule], left: float, right: float) -> Iterator[Block]:
    lines = rows(pieces)
    columns = _columns(pieces)
    for each in _rows(lines, rules, columns[0][1]):
        cells = [_cell(each, start, end) for start, end in columns]
        yield from row([cell for cell in cells if cell.rows], left, right)


def _cell(row: list[Piece], start: float, end: float) -> Block:
    inside = rows(piece for piece in row if start <= piece.left <= end)
    return Block(tuple(together(line) for line in inside), start, end)


def _columns(pieces: list[Piece]) -> list[tuple[float, float]]:
    """From where to where each column reaches."""
    found: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda p: p.left):
        if found and piece.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], piece.right))
        else:
            found.append((piece.left, piece.right))
    return found


def _rows(lines: list[list[Piece]], rules: Sequence[Rule], first: float) -> list[list[Piece]]:
    """The table's own rows, each of one or more lines. `first`: where the first column ends."""
    heights = [line[0].base for line in lines]
    drawn = [rule.height for rule in rules if heights[-1] < rule.height < heights[0]]
    pitches = [above - below for above, below in pairwise(heights)]
    narrowest = min(pitches, default=0.0)
    even = max(pitches, default=0.0) <= WIDER * narrowest
    found = [list(lines[0])]
    for above, line, pitch in zip(heights, lines[1:], pitches, strict=False):
        if len(set(map(round, drawn))) >= FEWEST_RULES:
            begins = any(line[0].base < height < above for height in drawn)
        else:
            begins = line[0].left < first if even else pitch > WIDER * narrowest
        if begins:
            found.append([])
        found[-1] += line
    return found


def row(cells: list[Block], left: float, right: float) -> Iterator[Block]:
    texts = [" ".join(line.text for line in cell.rows) for cell in cells]
    if is_section(texts) or any(map(_holds_entries, cells[1:])) or not (is_short(texts) or _is_numbered(texts)):
        yield from cells
    else:
        yield Block(
            tuple(line for cell, text in zip(cells, keyed(texts), strict=True) for line in _told(cell, text)),
            left,
            right,
            len(cells) > 1,
        )


def _holds_entries(cell: Block) -> bool:
    below = [*(line.text for line in cell.rows[1:]), ""]
    return any(is_entry(f"{line.text} {after}".strip()) for line, after in zip(cell.rows, below, strict=True))


def _is_numbered(texts: Sequence[str]) -> bool:
    """A long clause with its number, and beside it who or when in a few words: these must not look like a heading."""
    return bool(split(texts[0])[0]) and all(len(text.split()) <= LONGEST_BESIDE for text in texts[1:])


def _told(cell: Block, text: str) -> list[Piece]:
    """The cell's lines; a key's last one ends in a colon."""
    *lines, last = cell.rows
    return [*lines, replace(last, text=f"{last.text}:") if text.endswith(":") and last.text[-1] != ":" else last]
