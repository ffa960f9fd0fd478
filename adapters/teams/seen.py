"""Says what of a report people who run Microsoft 365 could see: in a dialog, and on a card in the chat."""

from __future__ import annotations

from dataclasses import replace

from bot.asking import Replies
from bot.card import Card, Part, Say

WHOSE = (
    "Microsoft 365 belongs to the school: people who run it could see that you used me, and what you type or press "
    "in this chat."
)
COULD_SEE = f"{WHOSE} What I show you may be kept there. What you type in the form isn't kept as a message."
COULD_SEE_HERE = f"{WHOSE} What this card shows, and what you put on it, may be kept there."


def on_a_card(replies: Replies) -> Replies:
    """A card in the chat promises nothing that holds for a dialog alone."""
    return tuple(replace(reply, card=_honest(reply.card)) for reply in replies)


def _honest(card: Card) -> Card:
    return replace(card, parts=tuple(map(_said_here, card.parts)))


def _said_here(part: Part) -> Part:
    return Say(COULD_SEE_HERE) if part == Say(COULD_SEE) else part
