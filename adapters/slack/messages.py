"""Draws a card as messages: what Slack keeps and shows in notifications, so nothing of a report is ever drawn here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.doors.leaves import leaves
from adapters.doors.text import clipped, size, whole
from adapters.slack import parts
from adapters.slack.text import Block, escaped
from bot import openly
from bot.card import Card, Part, Quote, Say

MOST_BLOCKS, MOST_TEXT = 45, 8_500  # of Slack's 50, and of the 9,000 characters that it takes for certain
FALLBACK = 3_000  # characters of a message's own text, for notifications and screen readers
FOLDED = 1_500  # characters of a clause that are shown before the rest folds


class Private(TypeError):
    """This card may only be drawn in a view: Slack keeps messages, and shows them in notifications."""


@dataclass(frozen=True)
class Message:
    text: str  # Slack's markup, escaped
    blocks: tuple[Block, ...]


def messages(card: Card, after: Sequence[Block] = ()) -> tuple[Message, ...]:
    """The whole card, in as many messages as it needs; `after` is added at its end. Raises Private."""
    if not openly.may_be_kept(card):
        raise Private(Private.__doc__)
    text = _fallback(card)
    filled = leaves((*_blocks(card), *after), weighed, MOST_TEXT, MOST_BLOCKS)
    return tuple(Message(text, tuple(blocks)) for blocks in filled)


def _blocks(card: Card) -> Iterator[Block]:
    yield from parts.header(card.title)
    for part in card.parts:
        yield from parts.drawn(part, FOLDED)
    if card.buttons:
        yield from parts.buttons(card.buttons)


def weighed(blocks: Sequence[Block]) -> int:
    """At least as many characters as Slack can count in them."""
    return size(json.dumps(blocks, ensure_ascii=False))


def _fallback(card: Card) -> str:
    said = ". ".join((card.title, *(words for part in card.parts for words in _words(part))))
    return escaped(clipped(said, FALLBACK))


def _words(part: Part) -> Iterator[str]:
    match part:
        case Say(text=text):
            yield text
        case Quote(text=text, lead_ins=lead_ins, source=source):
            yield f"\u201c{whole(text, lead_ins)}\u201d {source}"
