"""Reads a PDF into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.formats.hyphens import joined, words
from adapters.formats.pdf.columns import blocks
from adapters.formats.pdf.flow import edges, passages
from adapters.formats.pdf.footnotes import without_footnotes
from adapters.formats.pdf.furniture import usual_size, without_furniture
from adapters.formats.pdf.margins import measured
from adapters.formats.pdf.patience import Patience
from adapters.formats.pdf.rows import Block
from adapters.formats.pdf.styles import styles
from adapters.formats.pdfium.apart import sheets
from adapters.formats.pdfium.pieces import Sheet
from adapters.tables import shipped
from knowledge.paragraphs import Paragraph, Style


def read(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a PDF in reading order, each with its page, without what only repeats, and without footnotes.

    After them comes one without text, in the style of a picture, for each page that shows a picture and no words.
    Raises Unreadable.
    """
    found = sheets(data)
    pictures = tuple(Paragraph("", style=Style.PICTURE, page=sheet.number) for sheet in found if sheet.pictured)
    pages = without_furniture([sheet for sheet in found if not sheet.pictured])
    return _read(without_footnotes(pages)) + pictures


def _read(pages: Sequence[Sheet]) -> tuple[Paragraph, ...]:
    patience = Patience()
    placed: list[tuple[int, Block]] = []
    for done, page in enumerate(pages):
        placed += [(page.number, block) for block in blocks(page)]
        patience.check(done)
    margins = measured([block for _, block in placed])
    found = passages([(page, block, margin) for (page, block), margin in zip(placed, margins, strict=True)])
    own = words(row.text for passage in found for row in passage.rows)
    return tuple(
        Paragraph(
            joined([row.text for row in passage.rows], own, _is_english), "", level, style, rank, passage.first.page
        )
        for passage, level, (style, rank) in zip(found, edges(found), styles(found, usual_size(pages)), strict=True)
    )


def _is_english(word: str) -> bool:
    return word in shipped().english
