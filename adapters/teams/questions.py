"""Questions in messages: a private chat, a mention in a channel; and what people say of the answers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from adapters.doors import contacts
from adapters.doors.hearing import Hearing
from adapters.teams.events import PERSONAL, Event, Reference
from adapters.teams.here import WONT_OPEN
from adapters.teams.messages import message
from adapters.teams.people import Caller
from adapters.teams.wire import Barred, Message, Wire
from bot import openly, welcome
from bot.asking import Dropped, Replies, Said, Surface
from bot.card import Also, Button, Card, Quote, Say
from bot.commands import Command

HELPED, MISSED = "helpful", "not_what_i_meant"
VERDICTS = frozenset({HELPED, MISSED})
FEEDBACK = (Button("Helpful", HELPED), Button("Not what I meant", MISSED))
PROMPTS = ("May I accept a friend request from a pupil?", "May I post photos of a school trip?", "help")
TITLES = frozenset({card.title for card in (welcome.CAN_DO, welcome.HELLO)})
BY_FORM = frozenset({openly.USE_THE_FORM.title, openly.FOR_A_FORM[Command.REPORT].title})
MOVED = Card("In private", (Say(openly.BROUGHT),))
OPEN_A_CHAT = Card(
    "Please ask me in private",
    (Say("I can't write to you first, because you haven't added me yet. Open a chat with Candour and ask there."),),
)


@dataclass(frozen=True)
class Questions:
    hearing: Hearing
    wire: Wire

    async def hear(self, caller: Caller, event: Event) -> None:
        if event.where.kind == PERSONAL:
            await self._direct(caller, event)
        else:
            await self._mention(caller, event)

    async def greet(self, caller: Caller) -> None:
        await self._send(message(welcome.greeting(caller.tenant.school.name), suggested=PROMPTS), caller.where)

    async def refuse(self, card: Card, where: Reference) -> None:
        """The outside numbers, in private where that can be, and nothing else."""
        place = where if where.kind == PERSONAL else await self._private(where)
        if place:
            await self._send(message(card), place)

    async def _direct(self, caller: Caller, event: Event) -> None:
        """A private message. A file in it is never fetched, and only its words are read."""
        if event.files:
            await self._send(drawn(await self.hearing.hear(caller, Dropped(), Surface.CHAT)), caller.where)
            if not event.text:
                return
        await self._send(drawn(await self.hearing.hear(caller, Said(event.text), Surface.CHAT)), caller.where)

    async def _mention(self, caller: Caller, event: Event) -> None:
        """In the channel's thread, or nothing there and all in private."""
        said = Said(event.text)
        replies = () if event.files else await self.hearing.hear(caller, said, Surface.ROOM)
        if replies:
            await self._send(drawn(replies, room=True), caller.where)
            return
        place = await self._private(caller.where)
        if place is None:
            await self._send(message(OPEN_A_CHAT), caller.where)
            return
        files = await self.hearing.hear(caller, Dropped(), Surface.CHAT) if event.files else ()
        private = await self.hearing.hear(caller, said, Surface.CHAT) if event.text else ()
        await self._send((*message(MOVED), *drawn((*files, *private))), place)

    async def _private(self, where: Reference) -> Reference | None:
        try:
            return await self.wire.direct(where)
        except Barred:
            return None

    async def _send(self, several: Sequence[Message], to: Reference) -> None:
        for one in several:
            await self.wire.send(one, to)

    async def judged(self, caller: Caller, verdict: str) -> None:
        """Counted without a name."""
        await asyncio.to_thread(lambda: caller.tenant.count(verdict))


def drawn(replies: Replies, room: bool = False) -> tuple[Message, ...]:
    """With a word for feedback under an answer, and whom to ask where there was none."""
    return tuple(one for reply in replies for one in _drawn(reply.card, room))


def _drawn(card: Card, room: bool) -> tuple[Message, ...]:
    nothing = openly.found_nothing(card)
    buttons = (contacts.WHO_KNOWS, *card.buttons) if nothing else card.buttons
    answered = any(isinstance(part, Quote | Also) for part in card.parts)
    offered = () if room or not (nothing or card.title in TITLES) else PROMPTS
    after = (WONT_OPEN,) if card.title in BY_FORM and not room else FEEDBACK if answered else ()
    return message(Card(card.title, card.parts, card.asks, buttons), after, offered)
