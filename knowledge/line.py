"""Takes a paragraph's marker off it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.markers import is_bullet, split
from knowledge.paragraphs import Paragraph, Style


@dataclass(frozen=True)
class Line:
    """A paragraph without its marker."""

    text: str
    number: str = ""  # as printed
    bullet: str = ""  # its glyph
    indent: int = 0
    style: Style = Style.BODY
    rank: int = 0
    page: int | None = None

    @property
    def is_entry(self) -> bool:
        return bool(self.number or self.bullet)

    @property
    def is_styled(self) -> bool:
        return self.style in {Style.HEADING, Style.TITLE}


def line(paragraph: Paragraph) -> Line:
    """Word keeps its automatic number or bullet apart; a number typed behind a bullet wins over it."""
    apart = paragraph.marker.strip()
    if apart and not is_bullet(apart):
        marker, text = apart, paragraph.text
    else:
        marker, text = split(paragraph.text)
        marker = marker or apart
    number, bullet = ("", marker) if is_bullet(marker) else (marker, "")
    if number.endswith(".0") and paragraph.style is Style.ROW:  # a version, with who wrote it beside it
        number, text = "", paragraph.text
    if number and paragraph.style is Style.ROW:
        text = text.lstrip("| ")
    return Line(text.strip(), number, bullet, paragraph.level, paragraph.style, paragraph.rank, paragraph.page)
