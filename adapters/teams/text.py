"""Words as Teams shows them: to the letter, and never obeyed as Markdown, a mention, a link or a tag."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from adapters.doors.text import pieces, size
from bot.plain import plain

Element = dict[str, Any]

PIECE = 4_000  # characters of one paragraph
MARKS = re.compile(r"([\\`*_\[\]<>#~|&!])")
BEGINS = re.compile(r"^(\s*\d+)([.)])|^(\s*)([-+=])")
SAFE = "https://"
LONGEST_LINK = 2_000


def shown(text: str) -> str:
    """Without what no reader can see."""
    return plain(text) or "\u2013"


def one_line(text: str) -> str:
    return " ".join(shown(text).split()) or "\u2013"


def escaped(text: str) -> str:
    """For the few fields that Teams reads as Markdown: titles of choices, and what is said of a mistake."""
    marked = MARKS.sub(r"\\\1", one_line(text))
    return BEGINS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"{found[3]}\\{found[4]}", marked)


def spoken(text: str) -> str:
    """For a screen reader, which reads tags."""
    return one_line(text).replace("&", "and").replace("<", " ").replace(">", " ")


def paragraphs(text: str) -> Iterator[str]:
    """Each line on its own, and none too long."""
    lines = [line for line in shown(text).split("\n") if line.strip()] or ["\u2013"]
    return (piece for line in lines for piece in pieces(line, PIECE))


def link(address: str) -> str:
    return address if address.startswith(SAFE) and size(address) <= LONGEST_LINK else ""


def weight(value: object) -> int:
    """Bytes of it as Teams counts a message: UTF-16."""
    return 2 * size(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
