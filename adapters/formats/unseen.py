"""Takes out of a file's text what no eye sees: it could hide a word from search, or turn a quotation round on screen.

Kept are the joiners of scripts that need them, and the private letters that Word and PDF files use for bullets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from knowledge.paragraphs import Paragraph

JOINERS = frozenset("\u200c\u200d")
# Control characters, those that steer (soft hyphens, direction of writing), halves of letters, and no letters at all.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})


def shown(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Only paragraphs that show something."""
    return tuple(found for each in paragraphs if (found := _without_unseen(each)).text or found.marker)


def _without_unseen(paragraph: Paragraph) -> Paragraph:
    if paragraph.text.isprintable() and paragraph.marker.isprintable():
        return paragraph
    return replace(paragraph, text=_shown(paragraph.text), marker=_shown(paragraph.marker))


def _shown(text: str) -> str:
    if text.isprintable():
        return text
    return " ".join("".join(map(_letter, text)).split())


def _letter(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if letter not in JOINERS and unicodedata.category(letter) in UNSEEN else letter
