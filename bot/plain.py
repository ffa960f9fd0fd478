"""Takes out of anyone's words what no reader can see and a screen might obey."""

from __future__ import annotations

import re
import unicodedata

ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-_])")  # what a terminal obeys (ECMA-48)
KEPT = frozenset("\n\t")
# Unicode's categories: control, format (right-to-left marks, zero width), surrogate, private use, unassigned.
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
JOINERS = frozenset("\u200c\u200d")  # needed between letters in Persian, Urdu and Indic scripts, and in emoji


def plain(text: str) -> str:
    """The same words without control, direction and zero-width characters; line ends become "\\n"."""
    if text.replace("\n", "").isprintable():  # as nearly all are: then there is nothing to take out
        return text
    lines = ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in KEPT or c in JOINERS or unicodedata.category(c) not in INVISIBLE)


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def has_words(text: str) -> bool:
    """Whether anything is said: at least one letter or digit."""
    return any(c.isalnum() for c in text)
