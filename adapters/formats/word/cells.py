"""Makes paragraphs of the cells of a table, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from adapters.formats.rows import is_entry, is_section, is_short
from adapters.formats.rows import keyed as with_colons
from knowledge.markers import is_bullet, split
from knowledge.paragraphs import Paragraph, Style
from knowledge.particulars import is_key
from knowledge.phrasing import is_closed, is_sentence_lead

LONGEST_VALUE = 12  # words of "Governing Body, Full Committee"
LONGEST_KEY = 4  # words

Cell = Sequence[Paragraph]
Row = Sequence[Cell]


def table(rows: Sequence[Row]) -> list[Paragraph]:
    """A short row, and one with a number, is one paragraph; else each cell's in turn.

    "Approved by" and what stands beside it are one line.
    """
    keyed = sum(_is_keyed(row) for row in rows) * 2 >= len(rows)
    return [paragraph for row in rows for paragraph in _row(_numbered(row), keyed)]


def _is_keyed(row: Row) -> bool:
    first = next((cell for cell in row if cell), ())
    return len(first) == 1 and is_key(first[0].text)


def _numbered(row: Row) -> list[list[Paragraph]]:
    """A number alone in its cell belongs to the text in the next."""
    cells: list[list[Paragraph]] = []
    marker = ""
    filled = [list(each) for each in row if each]
    for place, cell in enumerate(filled):
        if not place and len(filled) > 1 and (marker := _typed_number(cell, filled[1])):
            continue
        lone = len(cell) == 1 and not cell[0].text
        texts = [each for each in cell if each.text]
        if marker and texts and not texts[0].marker:
            texts[0] = replace(texts[0], marker=marker)
        marker = cell[0].marker if lone else ""
        if texts:
            cells.append(texts)
    return cells


def _typed_number(cell: Cell, beside: Cell) -> str:
    """ "1.1" of a cell that holds nothing else, beside the text that it numbers; "3.2" beside a date numbers none."""
    number, text = split(cell[0].text)
    alone = len(cell) == 1 and not text and not cell[0].marker and not is_bullet(number)
    begins = bool(beside[0].text) and not beside[0].marker
    return number if alone and begins and split(f"{number} {beside[0].text}")[0] == number else ""


def _row(cells: list[list[Paragraph]], keyed: bool) -> list[Paragraph]:
    told = _facts(cells, keyed)
    numbered = bool(cells) and _is_numbered(cells[0][0])
    plain = all(_is_plain(cell) for cell in cells[numbered:]) and (not numbered or len(cells[0]) == 1)
    texts = [each.text for each in told]
    if is_section([f"{each.marker} {each.text}".strip() for each in told]):
        return told
    if len(cells) < 2 or len(told) < len(cells) or not plain or not (numbered or is_short(texts)):
        return told
    return [replace(told[0], text=" ".join(with_colons(texts)), style=Style.ROW)]


def _is_numbered(first: Paragraph) -> bool:
    return bool(first.marker) and not is_bullet(first.marker) and not first.rank


def _is_plain(cell: Cell) -> bool:
    return len(cell) == 1 and not (cell[0].marker or cell[0].rank or is_entry(cell[0].text))


def _facts(row: Sequence[Cell], keyed: bool) -> list[Paragraph]:
    found: list[Paragraph] = []
    cells = list(row)
    while cells:
        cell = cells.pop(0)
        if cells and _answers(cell, cells[0], keyed):
            found.append(_fact(cell[0], cells.pop(0)))
        else:
            found += cell
    return found


def _answers(key: Cell, value: Cell, keyed: bool) -> bool:
    """Whether a cell is the value of the key before it. Keys above a column ("Date | Event") have none beside them."""
    if len(key) > 1 or key[0].marker or any(each.marker for each in value) or is_key(value[0].text):
        return False
    if sum(len(each.text.split()) for each in value) > LONGEST_VALUE:
        return False
    text = key[0].text
    if is_key(text):
        return keyed or text.endswith(":")
    named = text.endswith(":") and len(text.split()) <= LONGEST_KEY and not is_sentence_lead(text)
    return named and not is_closed(value[-1].text)


def _fact(key: Paragraph, value: Cell) -> Paragraph:
    told = ", ".join(each.text for each in value)
    return replace(key, text=f"{key.text.rstrip(': ')}: {told}", style=Style.BODY, rank=0)
