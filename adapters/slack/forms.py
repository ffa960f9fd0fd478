"""Private forms: opens them, turns them, takes what was put into them, and shows what follows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.doors import contacts, roster
from adapters.doors.hearing import Hearing
from adapters.doors.hints import MORE_ROOM, PAGE
from adapters.doors.made_for import is_anothers, made_for
from adapters.slack import asks, clauses, views, wiping
from adapters.slack.text import Block
from adapters.slack.views import Sign, form, shown_of, sign
from adapters.slack.workspaces import Caller
from bot.asking import AGAIN, Filled, Pressed, Replies, Reply, Surface
from bot.card import Card, Kind, Say
from bot.commands import Command

Ack = Callable[..., Awaitable[object]]
WAIT = (Reply(Card("One moment", (Say("I'm looking after this. It will be here shortly."),))),)
CASES = ("open", "gate", "drafted")  # verbs whose views show what is private
READ_FOR = 300  # seconds after which a report that stands open is taken off the screen
CLOSED = (
    Reply(Card("Closed", (Say("I've closed this, because it stood open for a while. Open it again any time."),))),
)
REPORT = "report"


@dataclass(frozen=True)
class Forms:
    hearing: Hearing
    timers: set[asyncio.Task[None]]

    async def open(self, caller: Caller, trigger: str, action: str, about: str = "") -> None:
        """In answer to a button or a command, before Slack's three seconds are over."""
        task = asyncio.create_task(self.replies(caller, action, about))
        replies = await self.hearing.soon(task)
        opened = await caller.workspace.client.views_open(
            trigger_id=trigger, view=drawn(caller, replies or WAIT, action)
        )
        view = opened.get("view") or {}
        if replies is None:
            await self._update(caller, str(view.get("id")), drawn(caller, await task, action), action)
        else:
            self._close_later(caller, view, action)

    async def about(self, caller: Caller, trigger: str, channel: str, message: str) -> None:
        """A report about a message: its address is taken, and none of its words."""
        try:
            found = await caller.workspace.client.chat_getPermalink(channel=channel, message_ts=message)
            address = str(found.get("permalink") or "")
        except SlackApiError:  # a message that the bot may not see has no address for it
            address = ""
        await self.open(caller, trigger, REPORT, address)

    async def pressed(self, caller: Caller, view: Mapping[str, Any], action: str) -> None:
        """A button in a form."""
        verb, _, rest = action.partition(":")
        kept = sign(view)
        if _is_anothers(caller, kept):
            shown = drawn(caller, await self.hearing.mistaken(caller))
        elif verb == PAGE:
            page = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 4 else 0
            shown = drawn(caller, await self.replies(caller, kept.again, of=kept.of), kept.again, page, kept.boxes)
        elif verb == MORE_ROOM:
            boxes = {**kept.boxes, rest: kept.boxes.get(rest, 1) + 1}
            shown = drawn(caller, _typed(await self.replies(caller, AGAIN, of=kept.of), view), AGAIN, boxes=boxes)
        else:
            shown = drawn(caller, await self.replies(caller, action, of=kept.of), action)
        await self._update(caller, str(view.get("id")), shown, action)
        if action == Command.HIDE:
            await wiping.wipe(caller, self.hearing.clock())

    async def submitted(self, caller: Caller, view: Mapping[str, Any], ack: Ack, repeated: bool) -> None:
        """Answers within Slack's three seconds, if need be with word that it is being kept."""
        kept = sign(view)
        if _is_anothers(caller, kept):
            heard = asyncio.create_task(self.hearing.mistaken(caller))
        elif repeated or not kept.asked:
            heard = asyncio.create_task(self.replies(caller, AGAIN))
        else:
            answers = asks.read(_values(view))
            filled = Filled({name: answers.get(name, ()) for name in kept.asked})
            heard = self.hearing.start(caller, filled, Surface.FORM, kept.asked[0], kept.of)
        replies = await self.hearing.soon(heard)
        if replies is None:
            await ack(response_action="update", view=drawn(caller, WAIT))
            await self._update(caller, str(view.get("id")), drawn(caller, await heard), "")
        elif problems := _problems(replies, kept):
            await ack(response_action="errors", errors=problems)
        else:
            await ack(response_action="update", view=drawn(caller, replies))

    async def replies(self, caller: Caller, action: str, about: str = "", of: str = "") -> Replies:
        """What a button's action shows: the assistant's, or one of the few that only read the school's own lists."""
        verb, _, rest = action.partition(":")
        if verb == contacts.ACTION:
            return (Reply(contacts.card(caller.workspace.school)),)
        if verb == clauses.ACTION:
            return await asyncio.to_thread(lambda: clauses.replies(caller.workspace.policies(), rest))
        return await self.hearing.hear(caller, Pressed(action, about), Surface.FORM, of=of)

    async def _update(self, caller: Caller, id: str, drawn: Block, action: str) -> None:
        updated = await caller.workspace.client.views_update(view_id=id, view=drawn)
        self._close_later(caller, updated.get("view") or {}, action)

    def _close_later(self, caller: Caller, view: Mapping[str, Any], action: str) -> None:
        if action.partition(":")[0] in CASES and view.get("id") and view.get("hash"):
            timer = asyncio.create_task(self._close(caller, str(view["id"]), str(view["hash"])))
            self.timers.add(timer)
            timer.add_done_callback(self.timers.discard)

    async def _close(self, caller: Caller, id: str, hash: str) -> None:
        """Only if it still shows what it showed: Slack compares the hash."""
        await asyncio.sleep(READ_FOR)
        await caller.workspace.client.views_update(view_id=id, hash=hash, view=form(CLOSED))


def drawn(
    caller: Caller, replies: Replies, action: str = "", page: int = 0, boxes: Mapping[str, int] = views.NO_BOXES
) -> Block:
    """With the names of the school where it is asked who somebody is, and only there."""
    asks_who = any(ask.kind is Kind.PEOPLE for ask in replies[-1].card.asks)
    people = roster.choices(caller.workspace.school) if asks_who else ()
    return form(replies, action, page, boxes, people, made_for(caller.workspace.school.id, caller.who))


def _is_anothers(caller: Caller, kept: Sign) -> bool:
    return is_anothers(kept.made_for, caller.workspace.school.id, caller.who)


def _values(view: Mapping[str, Any]) -> Mapping[str, Any]:
    return (view.get("state") or {}).get("values") or {}


def _typed(replies: Replies, view: Mapping[str, Any]) -> Replies:
    """The same questions with what stands in their fields now."""
    answers = asks.read(_values(view))
    *before, last = replies
    questions = tuple(replace(ask, held=answers[ask.name]) if ask.name in answers else ask for ask in last.card.asks)
    return (*before, replace(last, card=replace(last.card, asks=questions)))


def _problems(replies: Replies, kept: Sign) -> dict[str, str]:
    """What to mark on the fields themselves, where nothing else on the view would change."""
    last = replies[-1].card
    asked = tuple(ask.name for ask in last.asks)
    boxes = views.boxes_of(last, kept.boxes)
    same = (kept.shown, kept.asked, dict(kept.boxes)) == (shown_of(replies), asked, boxes)
    return dict(last.problems) if same else {}
