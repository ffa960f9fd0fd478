"""Words as Slack shows them: to the letter, within its limits, and never obeyed as a mention, a link or a format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from bot.plain import plain

Block = dict[str, Any]

PIECE = 2_900  # of Slack's 3,000 characters in a block
LABEL = 75  # of a button or an option
WEB = ("https://", "http://")
LONGEST_LINK = 3_000


def size(text: str) -> int:
    """In the units that Slack's own editor counts: UTF-16, where an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def literal(text: str) -> Block:
    """Shown to the letter: Slack reads no mention, link, format or emoji name in it."""
    return {"type": "plain_text", "text": shown(text), "emoji": False}


def shown(text: str) -> str:
    """Without what no reader can see; Slack refuses an empty text."""
    return text if text and text.isprintable() else plain(text) or "\u2013"  # the first is far quicker, and the same


def escaped(text: str) -> str:
    """For the one field that Slack reads as its markup: a message's own text, which notifications show."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def pieces(text: str, longest: int = PIECE) -> Iterator[str]:
    """The same text in order, none longer: broken at a line's end, else at a space, else anywhere."""
    rest = text
    while size(rest) > longest:
        cut = _fitting(rest, longest)
        for mark in ("\n", " "):
            if (place := rest.rfind(mark, cut // 2, cut)) > 0:
                cut = place + 1
                break
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def clipped(text: str, longest: int) -> str:
    """Its beginning, and a sign that there is more. Only where the whole stands beside it or behind a button."""
    return text if size(text) <= longest else next(pieces(text, longest - 2)).rstrip() + " \u2026"


def link(address: str) -> str:
    """The address if Slack may open it; nothing where it is of another sort."""
    return address if address.startswith(WEB) and size(address) <= LONGEST_LINK else ""


def digest(text: str) -> str:
    """A short name for a text, the same in every process."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _fitting(text: str, longest: int) -> int:
    cut = min(len(text), longest)
    while size(text[:cut]) > longest:
        cut -= max(1, (size(text[:cut]) - longest) // 2)
    return cut
