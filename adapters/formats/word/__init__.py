"""Reads Word files (.docx) into paragraphs, with the numbers that Word prints but does not write."""

from __future__ import annotations

from adapters.formats import Unreadable
from adapters.formats.word.body import Body
from adapters.formats.word.levels import Numbering
from adapters.formats.word.package import opened
from adapters.formats.word.rest import collector_at_rest
from adapters.formats.word.styles import Styles
from knowledge.paragraphs import Paragraph

MOST_PARAGRAPHS = 10_000  # about 350 pages


def read(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a Word file as it prints with every tracked change accepted. Raises Unreadable.

    Left out: headers, footers, footnotes, comments, hidden text and tables of contents. Word keeps no page numbers.
    """
    with collector_at_rest():
        return _read(data)


def _read(data: bytes) -> tuple[Paragraph, ...]:
    package = opened(data)
    if sum(1 for _ in package.document.iter("p")) > MOST_PARAGRAPHS:
        raise Unreadable(
            f"The file has more than {MOST_PARAGRAPHS:,} paragraphs. Please save the policy alone and send that."
        )
    styles = Styles(package.styles)
    paragraphs = Body(styles, Numbering(package.numbering, styles)).read(package.document)
    if not paragraphs:
        raise Unreadable("The file holds no text. If it holds pictures of pages, please send the file they came from.")
    return tuple(paragraphs)
