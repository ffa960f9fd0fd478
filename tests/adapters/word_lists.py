"""Numbered lists of Word to be read, and the markers that are read of them."""

from __future__ import annotations

from adapters.formats.word import read
from tests.adapters.word_files import docx, family, item, lvl

LEGAL = family(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))
OUTLINE = family(0, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter"), lvl(2, "(%3)", "lowerRoman"))


def markers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [paragraph.marker for paragraph in read(docx(body, styles, numbering))]


def items(depths: list[int], num: int = 1) -> str:
    return "".join(item(f"Staff must do thing {n}.", num, depth) for n, depth in enumerate(depths))
