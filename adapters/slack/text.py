"""Words as Slack shows them: to the letter, within its limits, and never obeyed as a mention, a link or a format."""

from __future__ import annotations

from typing import Any

from adapters.doors.text import size
from bot.plain import plain

Block = dict[str, Any]

PIECE = 2_900  # of Slack's 3,000 characters in a block
LABEL = 75  # of a button or an option
WEB = ("https://", "http://")
LONGEST_LINK = 3_000


def literal(text: str) -> Block:
    """Shown to the letter: Slack reads no mention, link, format or emoji name in it."""
    return {"type": "plain_text", "text": shown(text), "emoji": False}


def shown(text: str) -> str:
    """Without what no reader can see; Slack refuses an empty text."""
    return text if text and text.isprintable() else plain(text) or "\u2013"  # the first is far quicker, and the same


def escaped(text: str) -> str:
    """For the one field that Slack reads as its markup: a message's own text, which notifications show."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(address: str) -> str:
    """The address if Slack may open it; nothing where it is of another sort."""
    return address if address.startswith(WEB) and size(address) <= LONGEST_LINK else ""
