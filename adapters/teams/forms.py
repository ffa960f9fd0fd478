"""Private dialogs: opens them, turns them, takes what was put into them, and shows what follows."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any

from adapters.doors import contacts, roster
from adapters.doors.hearing import Hearing
from adapters.doors.hints import MORE_ROOM, PAGE
from adapters.doors.made_for import is_anothers, made_for
from adapters.teams import asks
from adapters.teams.cards import OURS
from adapters.teams.dialogs import Sign, dialog, sign
from adapters.teams.messages import message
from adapters.teams.people import Caller
from adapters.teams.text import Element
from adapters.teams.wire import Wire
from bot import naming
from bot.asking import AGAIN, Filled, Pressed, Replies, Reply, Surface
from bot.card import Button, Card, Choice, Kind, Say
from bot.commands import Command

REPORT = "report"
LOOK = "look"  # shows where they are, and begins nothing: what they sent may have ended it by then
WAIT = (
    Reply(
        Card(
            "One moment",
            (Say("I'm looking after this. Give it a few seconds, and then look again."),),
            buttons=(Button("Look again", LOOK),),
        )
    ),
)
USED = Card("Candour", (Say("This card has been used. Type help to see what I can do."),))
"""What stands where a report was begun or looked at, once that is over: the same for all of these."""
CLOSES: Element = {}
REPORTERS = frozenset({REPORT, Command.STATUS.value})  # a card that opened one of these tells of a report
ENDS = frozenset({Command.STOP.value, "done"})


@dataclass(frozen=True)
class Turn:
    """What a dialog shows next, and whether the card that it was opened from has had its day."""

    replies: Replies
    sign: Sign
    typed: asks.Answers | None = None
    done: bool = False
    closes: bool = False


@dataclass(frozen=True)
class Forms:
    hearing: Hearing
    wire: Wire
    working: set[asyncio.Task[Any]]

    async def open(self, caller: Caller, data: Mapping[str, Any], opener: str, about: str = "") -> Element:
        """In answer to a button. `about` is the address of a message to report, of which no word is read."""
        action = press(data) or REPORT
        shown = await self._soon(self._replies(caller, action, about))
        opened_from = opener if action in REPORTERS else ""  # a recipient's notice stays for the next time
        return drawn(caller, shown, Sign(again=again_of(action), opener=opened_from))

    async def submitted(self, caller: Caller, data: Mapping[str, Any], repeated: bool) -> Element:
        if is_for_another(caller, data):
            return drawn(caller, await self.hearing.mistaken(caller), Sign())
        turn = await self.turn(caller, data, repeated, here=False)
        if turn.done or turn.closes:
            self._replace(caller, turn)
        return CLOSES if turn.closes else drawn(caller, turn.replies, turn.sign, turn.typed)

    async def turn(self, caller: Caller, data: Mapping[str, Any], repeated: bool, here: bool) -> Turn:
        """What a button or `Next` leads to, in a dialog or `here` in the chat."""
        kept, action = replace(sign(data), here=here), press(data)
        if action:
            return await self._pressed(caller, data, kept, action)
        if repeated or not kept.asked:
            return Turn(await self.present(caller), replace(kept, again=LOOK))
        answers = given(caller, data, kept)
        filled = Filled({name: answers.get(name, ()) for name in kept.asked})
        heard = self.hearing.start(caller, filled, Surface.FORM, kept.asked[0], kept.of)
        replies = await self.hearing.soon(heard) or WAIT
        last = replies[-1].card
        same = tuple(ask.name for ask in last.asks) == kept.asked and bool(last.problems)
        boxes = kept.boxes if same else {}
        done = not last.asks and replies[-1].wipes
        shown = Sign(again=LOOK, boxes=boxes, opener=kept.opener, here=kept.here)
        return Turn(replies, shown, answers if same else None, done)

    async def _pressed(self, caller: Caller, data: Mapping[str, Any], kept: Sign, action: str) -> Turn:
        verb, _, rest = action.partition(":")
        if verb == PAGE:
            page = int(rest) if rest.isdecimal() and len(rest) < 4 else 0
            again = AGAIN if kept.again in ("", LOOK) else kept.again
            shown = await self._soon(self._replies(caller, again, of=kept.of))
            return Turn(shown, replace(kept, page=page))
        if verb == MORE_ROOM:
            again = await self.present(caller, kept.of)
            boxes = {**kept.boxes, rest: kept.boxes.get(rest, 1) + 1}
            return Turn(again, replace(kept, boxes=boxes), given(caller, data, kept))
        if verb == LOOK:
            return Turn(await self.present(caller), replace(kept, again=LOOK))
        replies = await self._soon(self._replies(caller, action, of=kept.of))
        after = Sign(again=again_of(action), opener=kept.opener, here=kept.here)
        return Turn(replies, after, done=verb in ENDS, closes=verb == Command.HIDE.value)

    async def present(self, caller: Caller, of: str = "") -> Replies:
        """What stands open, as it stands, without beginning anything; `of`: only if it is this."""
        return await self._soon(self._replies(caller, AGAIN, of=of))

    async def _replies(self, caller: Caller, action: str, about: str = "", of: str = "") -> Replies:
        """What a button's action shows: the assistant's, or the few that only read the school's own lists."""
        if action.partition(":")[0] == contacts.ACTION:
            return (Reply(contacts.card(caller.tenant.school)),)
        return await self.hearing.hear(caller, Pressed(action, about), Surface.FORM, of=of)

    async def _soon(self, replies: Coroutine[Any, Any, Replies]) -> Replies:
        return await self.hearing.soon(asyncio.create_task(replies)) or WAIT

    def _replace(self, caller: Caller, turn: Turn) -> None:
        """The card in the chat from which it was opened, by a line that tells nothing. It need not be waited for."""
        if not turn.sign.opener:
            return
        (neutral,) = message(turn.replies[-1].card if turn.closes else USED)[:1]
        task = asyncio.create_task(self.wire.update(neutral, caller.where, turn.sign.opener))
        self.working.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self.working.discard(task)
        if not task.cancelled():
            task.exception()  # an old card that can't be replaced is refused when it is used


def press(data: Mapping[str, Any]) -> str:
    """The action of the button that was pressed, if it is one of ours."""
    ours = data.get(OURS)
    action = ours.get("press") if isinstance(ours, Mapping) else None
    return action[:200] if isinstance(action, str) else ""


def again_of(action: str) -> str:
    """The action that shows the same again; inside a report, whatever stands open."""
    return LOOK if action in {REPORT, "back", "stop", "hide", "help"} else action


def given(caller: Caller, data: Mapping[str, Any], kept: Sign) -> asks.Answers:
    return asks.read(data, frozenset(kept.several), naming.reader(caller.tenant.school))


def people(caller: Caller, replies: Replies) -> tuple[Choice, ...]:
    """The names of the school where it is asked who somebody is, and only there."""
    asks_who = any(ask.kind is Kind.PEOPLE for ask in replies[-1].card.asks)
    return roster.choices(caller.tenant.school) if asks_who else ()


def drawn(caller: Caller, replies: Replies, kept: Sign, typed: asks.Answers | None = None) -> Element:
    return dialog(replies, signed_for(caller, kept), typed, people(caller, replies))


def signed_for(caller: Caller, kept: Sign) -> Sign:
    return replace(kept, made_for=made_for(caller.tenant.school.id, caller.who))


def is_for_another(caller: Caller, data: Mapping[str, Any]) -> bool:
    """Whether it was drawn for somebody else. What is pressed on a card says so as what is sent from a dialog does."""
    return is_anothers(sign(data).made_for, caller.tenant.school.id, caller.who)
