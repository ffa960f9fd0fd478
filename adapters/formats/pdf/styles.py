"""Finds titles and headings by their type: larger than the text, or bold."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.formats.pdf.flow import Passage
from knowledge.paragraphs import Style

LARGER = 1.08  # times the usual type size
MUCH_LARGER = 1.3  # a title's
LONGEST_HEADING = 25  # words
LONGEST_TITLE = 2  # paragraphs
MOST_BOLD = 0.4  # of the letters: then bold says nothing


def styles(found: Sequence[Passage], usual: float) -> list[tuple[Style, int]]:
    """The style and rank of each paragraph. What is only bold gets no rank: its words decide."""
    sizes = sorted({p.first.piece.size for p in found if _is_large(p, usual)}, reverse=True)
    bold = sum(_letters(p) for p in found if _is_bold(p)) < MOST_BOLD * sum(_letters(p) for p in found)
    title = _title_size(found, sizes, usual)
    ranks = {size: rank for rank, size in enumerate((s for s in sizes if s != title), 1)}
    return [_style(p, title, ranks, bold) for p in found]


def _style(passage: Passage, title: float, ranks: dict[float, int], bold: bool) -> tuple[Style, int]:
    size = passage.first.piece.size
    if passage.first.block.is_row:
        return Style.ROW, 0
    if _words(passage) > LONGEST_HEADING:
        return Style.BODY, 0
    if size == title:
        return Style.TITLE, 0
    if size in ranks:
        return Style.HEADING, ranks[size]
    return (Style.HEADING, 0) if bold and _is_bold(passage) else (Style.BODY, 0)


def _title_size(found: Sequence[Passage], sizes: Sequence[float], usual: float) -> float:
    """The largest type, if only the first page has it, and little of it."""
    if not sizes or sizes[0] < MUCH_LARGER * usual:
        return 0.0
    largest = [p for p in found if p.first.piece.size == sizes[0]]
    here = all(p.first.page == found[0].first.page for p in largest)
    return sizes[0] if here and len(largest) <= LONGEST_TITLE and found[-1].first.piece.size != sizes[0] else 0.0


def _is_large(passage: Passage, usual: float) -> bool:
    return passage.first.piece.size > LARGER * usual and _words(passage) <= LONGEST_HEADING


def _is_bold(passage: Passage) -> bool:
    return all(row.piece.bold for row in passage.rows)


def _words(passage: Passage) -> int:
    return sum(len(row.text.split()) for row in passage.rows)


def _letters(passage: Passage) -> int:
    return sum(len(row.text) for row in passage.rows)
