"""A report on a card in the chat, where no dialog will open: after saying what Microsoft 365 may keep of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from adapters.teams.cards import OURS
from adapters.teams.dialogs import Sign, form, sign
from adapters.teams.forms import LOOK, REPORT, USED, Forms, Turn, people, press, signed_for
from adapters.teams.messages import executes, message
from adapters.teams.people import Caller
from adapters.teams.seen import on_a_card
from adapters.teams.text import Element
from bot.card import Button, Card, Say, Secret
from bot.conversation import IDLE

ASK, BEGIN, AGAIN = "here", "here:yes", "here:again"
WONT_OPEN = Button("The form won't open", ASK)
MAY_BE_KEPT = Card(
    "Without the form",
    (
        Say(
            "You can report on a card in this chat instead. Microsoft 365 may keep what a card shows and what you "
            "put on it, and people who run it for the school could read that."
        ),
        Say("The form is safer: it may open on another device. You can also talk to someone instead."),
    ),
    buttons=(Button("Use a card all the same", BEGIN), Button("Open the private form", REPORT)),
)
SENT = Card(
    "Candour",
    (
        Say(
            "It is sent. There is one thing left to do: open the private form for your code, which a card in a chat "
            "may not show."
        ),
        Say(f"If the form won't open here, open it on another device within {IDLE // timedelta(minutes=1)} minutes."),
    ),
    buttons=(Button("Open the private form", REPORT),),
)
ALLOWED = frozenset({REPORT, LOOK, "back", "stop", "hide", "help", "box", "page"})
"""What may be pressed on a card in the chat. A code, or what waits for a recipient, is never shown on one."""


@dataclass(frozen=True)
class Here:
    forms: Forms

    async def answer(self, caller: Caller, data: Mapping[str, Any], repeated: bool) -> Element | None:
        """The card that takes the old one's place; None where it is none of ours."""
        action, kept = press(data), sign(data)
        if action == ASK:
            return _plain(MAY_BE_KEPT)
        if action == AGAIN:
            return await self._again(caller, kept)
        if action == BEGIN:
            data = {OURS: {"press": REPORT, "sign": {"here": True}}}
        elif not kept.here or (action and action.partition(":")[0] not in ALLOWED):
            return None
        turn = await self.forms.turn(caller, data, repeated, here=True)
        if turn.done or turn.closes:
            return _plain(turn.replies[-1].card if turn.closes else USED)
        return _drawn(caller, turn)

    async def _again(self, caller: Caller, kept: Sign) -> Element:
        """A card that Teams shows once more: the present question, if there is one still."""
        replies = await self.forms.present(caller)
        return _drawn(caller, Turn(replies, replace(kept, here=True))) if replies[-1].card.asks else _plain(USED)


def _drawn(caller: Caller, turn: Turn) -> Element:
    if any(isinstance(part, Secret) for reply in turn.replies for part in reply.card.parts):
        return _plain(SENT)
    kept, replies = signed_for(caller, replace(turn.sign, here=True)), on_a_card(turn.replies)
    again = executes({"press": AGAIN, "sign": {"here": True, "made_for": kept.made_for}}, "Again", "none")
    action = {name: value for name, value in again.items() if name != "fallback"} | {"title": "Again"}
    refresh = {"action": action, "userIds": [caller.where.account]}
    return {**form(replies, kept, turn.typed, people(caller, replies)), "refresh": refresh}


def _plain(card: Card) -> Element:
    return dict(message(card)[0].card)
