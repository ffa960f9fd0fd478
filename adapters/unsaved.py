"""What someone is told where the database is away or its disk is full: nobody's talk ends without a word."""

from __future__ import annotations

import logging

from adapters.stores.away import AWAY
from bot import guidance
from bot.asking import Incoming, Replies, Reply
from bot.assistant import Assistant

log = logging.getLogger("candour.unsaved")


def heard(assistant: Assistant, incoming: Incoming) -> Replies:
    """What the assistant says; where it could keep nothing, that, and whom to turn to instead."""
    try:
        return assistant.hear(incoming)
    except AWAY as fault:
        log.error("The database can't be used: %s", type(fault).__name__)
        return (Reply(guidance.unsaved(assistant.school, _sent(assistant, incoming))),)


def _sent(assistant: Assistant, incoming: Incoming) -> bool | None:
    """Whether what they were writing was sent all the same; None where nobody can tell."""
    try:
        return assistant.has_sent(incoming.who)
    except AWAY:
        return None
