"""Leaves out footnotes, and the small raised figures that lead to them, as the reader of Word files does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from adapters.formats.pdf.rows import rows, together
from adapters.formats.pdfium.pieces import Piece, Sheet

SMALLER = 0.92  # times the size of the word that leads to it, at most: a footnote
RAISED = 0.15  # of the type size, at least
TOUCHING = 0.3  # of the type size: a figure stands right behind its word

_FIGURE = re.compile(r"\[?(\d{1,3}|[*†‡])\]?$")
_NOTE = re.compile(r"\[?(\d{1,3}|[*†‡])[\].)]?\s*(?=\D)")


def without_footnotes(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Only a note whose figure stands on its page, behind a word in larger type, is known for one."""
    return [_without(sheet) for sheet in sheets]


def _without(sheet: Sheet) -> Sheet:
    found = rows(sheet.pieces)
    figures = {word: figure for row in found for word, figure in _figures(row)}
    if not figures:
        return sheet
    largest = SMALLER * min(word.size for word in figures)
    notes = _notes(found, {_name(figure) for figure in figures.values()}, largest)
    begun = {_begins(row) for row in notes}
    led = {word: figure for word, figure in figures.items() if _name(figure) in begun}
    gone = {*led.values(), *(piece for row in notes for piece in row)}
    kept = [piece for piece in sheet.pieces if piece not in gone]
    return replace(sheet, pieces=tuple(_up_to(piece, led.get(piece)) for piece in kept))


def _up_to(word: Piece, figure: Piece | None) -> Piece:
    """The word reaches as far as its figure did, so that a full stop behind it stays at the word."""
    return replace(word, right=figure.right) if figure else word


def _figures(row: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Each with what it stands behind."""
    for before, piece in pairwise(row):
        smaller = piece.size < before.size and piece.base - before.base >= RAISED * before.size
        if smaller and piece.left - before.right <= TOUCHING * before.size and _FIGURE.match(piece.text):
            yield before, piece


def _name(figure: Piece) -> str:
    return figure.text.strip("[]")


def _notes(found: Sequence[list[Piece]], names: set[str], largest: float) -> list[list[Piece]]:
    """The lowest rows in small type, from the first that begins with one of the figures."""
    start = len(found)
    while start and all(piece.size <= largest for piece in found[start - 1]):
        start -= 1
    return next((list(found[place:]) for place in range(start, len(found)) if _begins(found[place]) in names), [])


def _begins(row: list[Piece]) -> str:
    begun = _NOTE.match(together(row).text)
    return begun.group(1) if begun else ""
