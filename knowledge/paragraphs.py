"""Paragraph: what any file format is read into before clauses are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    BODY = "body"
    HEADING = "heading"  # the file itself says that it is one
    TITLE = "title"
    PICTURE = "picture"  # a page without words: it has no text
    ROW = "row"  # of a table, its cells read together: it heads nothing and goes on nowhere


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as the file shows it."""

    text: str  # one line; white space folded; the marker stripped only if `marker` holds it
    marker: str = ""  # where the format keeps it apart from the text (Word's automatic numbers)
    level: int = 0  # how far it is indented, as the file has it: a hint, not the truth
    style: Style = Style.BODY
    rank: int = 0  # of a heading: 1 is the highest; 0 where the file does not say
    page: int | None = None  # counted from one, where the file has pages
