"""Answers what is pressed on a card in the chat, and draws the same answer for a card or for a dialog."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from adapters.teams.events import PERSONAL, Event
from adapters.teams.forms import is_for_another, press
from adapters.teams.here import Here
from adapters.teams.messages import message
from adapters.teams.people import Caller, Tenant
from adapters.teams.questions import VERDICTS, Questions
from adapters.teams.text import Element
from adapters.teams.wire import Message, Wire
from bot.card import Card

DONE = 200
MESSAGE, CARD = "application/vnd.microsoft.activity.message", "application/vnd.microsoft.card.adaptive"
THANKS = "Thank you."
MOVED_ON = "This card has moved on. Type help to start again."


@dataclass(frozen=True)
class Presses:
    here: Here
    questions: Questions
    wire: Wire
    new: Callable[[Tenant, str], Awaitable[bool]]  # whether this came for the first time

    async def card(self, caller: Caller, event: Event, data: Mapping[str, Any], repeated: bool) -> Element:
        """A button of a card in the chat, and the card that takes its place."""
        pressed = press(data)
        if pressed in VERDICTS:
            await self._judged(caller, event, pressed)
            return {"statusCode": DONE, "type": MESSAGE, "value": THANKS}
        if is_for_another(caller, data):
            await self.here.forms.hearing.mistaken(caller)
            return {"statusCode": DONE, "type": MESSAGE, "value": MOVED_ON}
        card = await self.here.answer(caller, data, repeated) if event.where.kind == PERSONAL else None
        return _replacing(card) if card else {"statusCode": DONE, "type": MESSAGE, "value": MOVED_ON}

    async def _judged(self, caller: Caller, event: Event, verdict: str) -> None:
        """Once from each person for each answer, which is known by a hash that names neither."""
        voter = hashlib.sha256(f"{event.where.conversation}\0{event.about}\0{caller.who}".encode()).hexdigest()
        if await self.new(caller.tenant, f"vote {voter}"):
            await self.questions.judged(caller, verdict)

    async def by_older(self, caller: Caller, event: Event) -> None:
        """A client without Execute sends a message with the button's data, and waits for no answer."""
        answer = await self.card(caller, event, event.value, repeated=False)
        if answer.get("type") == CARD:
            await self.wire.update(Message(answer["value"], "Candour"), event.where, event.about)


def _replacing(card: Element) -> Element:
    return {"statusCode": DONE, "type": CARD, "value": card}


def told(name: str, card: Card) -> Element:
    """The same on a card or in a dialog, whichever was asked for."""
    shown = dict(message(card)[0].card)
    if name == "adaptiveCard/action":
        return _replacing(shown)
    attached = {"contentType": CARD, "content": shown}
    value = {"title": "Candour", "height": "medium", "width": "medium", "card": attached}
    return {"task": {"type": "continue", "value": value}}
