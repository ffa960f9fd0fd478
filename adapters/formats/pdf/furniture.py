"""Takes running heads, running feet and page numbers off the pages: what stands at the same place of several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from adapters.formats.pdf.rows import rows, together
from adapters.formats.pdfium.pieces import Piece, Sheet

DEEPEST = 5  # rows from the edge of a page
NEAR = 4.0  # points: as far may a running line move from page to page
FEWEST = 3  # pages that show it, or all pages of a shorter file
MARGIN = 0.15  # of the height: what stands further in is text, however often it comes
BANNER = 1.2  # times the usual size: the first such line is the title too, so it stays once

_ROMAN = re.compile(r"[ivxl]{1,7}$")
_NUMBER = re.compile(r"(?:page\s*)?[-–—|]?\s*#(?:\s*(?:of|/)\s*#)?\s*[-–—|]?$")

Key = tuple[str, bool]  # what it says without its numbers, and whether it stands at the head


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    edges = {sheet.number: _edges(sheet) for sheet in sheets}
    heights: dict[Key, list[float]] = defaultdict(list)
    for sheet in sheets:
        for key, height, _ in edges[sheet.number]:
            heights[key].append(height)
    enough = min(FEWEST, max(2, len(sheets)))
    usual = usual_size(sheets)
    shown: set[Key] = set()
    cleaned = []
    for sheet in sheets:
        gone: list[Piece] = []
        for at_head in (True, False):
            for key, height, row in (edge for edge in edges[sheet.number] if edge[0][1] is at_head):
                running = _at_edge(sheet, row) and sum(abs(height - other) <= NEAR for other in heights[key]) >= enough
                if not running and not _is_page_number(sheet, key, row):
                    break
                if row[0].size < BANNER * usual or key in shown:
                    gone += row
                shown.add(key)
        cleaned.append(replace(sheet, pieces=tuple(piece for piece in sheet.pieces if piece not in gone)))
    return cleaned


def usual_size(sheets: Sequence[Sheet]) -> float:
    """The type size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for piece in sheet.pieces:
            sizes[piece.size] += len(piece.text)
    return max(sizes, key=sizes.__getitem__, default=1.0)


def _edges(sheet: Sheet) -> list[tuple[Key, float, list[Piece]]]:
    """The outermost rows of a page, each with its distance from the edge, from the edge inwards."""
    found = rows(sheet.pieces)
    half = (len(found) + 1) // 2
    head = [((_mask(row), True), sheet.height - row[0].base, row) for row in found[: min(DEEPEST, half)]]
    foot = [((_mask(row), False), row[0].base, row) for row in found[half:][-DEEPEST:][::-1]]
    return head + foot


def _mask(row: list[Piece]) -> str:
    text = together(row).text.casefold()
    return "#" if _ROMAN.match(text) else re.sub(r"\d+", "#", text)


def _is_page_number(sheet: Sheet, key: Key, row: list[Piece]) -> bool:
    return _at_edge(sheet, row) and bool(_NUMBER.match(key[0]))


def _at_edge(sheet: Sheet, row: list[Piece]) -> bool:
    return not MARGIN * sheet.height < row[0].base < (1 - MARGIN) * sheet.height
