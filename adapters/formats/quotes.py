"""Gives typed quotation marks back to files whose program curled them.

Word and what prints from it turn every ' and " into a curly mark by itself, so the same policy as Word, PDF and text
would be three different texts, and a quotation from one would not be found in another. A text file is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.paragraphs import Paragraph

TYPED = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'})


def typed(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(replace(paragraph, text=paragraph.text.translate(TYPED)) for paragraph in paragraphs)
