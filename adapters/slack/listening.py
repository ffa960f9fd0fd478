"""Hands what Slack sends to whom it concerns: questions, forms, the Home tab; and refuses whoever is an outsider."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from adapters.doors import roster
from adapters.doors.contacts import refusal
from adapters.doors.hearing import Hearing
from adapters.slack import asks, homepage, views
from adapters.slack.forms import Forms
from adapters.slack.messages import messages
from adapters.slack.questions import FEEDBACK, Ack, Questions
from adapters.slack.workspaces import Caller, Outsider, Workspace

Said = dict[str, Any]  # what Slack sent, or what Bolt made of it

COMMANDS: Mapping[str, str] = {"/report": "report"}  # commands that open a form, and its action
SHORTCUTS: Mapping[str, str] = {"report_privately": "report", "report_message": "report"}
PATIENCE = 1.5  # seconds of the three in which Slack wants an answer
LONGEST = 100  # characters of a name that is looked for
HEARD = ("message", "app_mention", "app_home_opened")
WRITTEN = (None, "file_share")  # subtypes of what a person has just written


class Listening:
    """Each of its methods is called for one kind of thing; whatever it raises is its caller's to log."""

    def __init__(
        self, teams: Mapping[str, Workspace], clock: Callable[[], datetime], timers: set[asyncio.Task[None]]
    ) -> None:
        self.teams, self.clock = teams, clock
        hearing = Hearing(clock, PATIENCE)
        self.questions, self.forms = Questions(hearing), Forms(hearing, timers)

    async def _caller(self, body: Mapping[str, Any], context: Mapping[str, Any]) -> Caller | Outsider:
        """Whoever Slack says did it. What a button carries is never asked."""
        workspace, user = self.teams[context["team_id"]], context.get("user_id")
        if not isinstance(user, str):
            return Outsider(refusal(workspace.school))
        return await workspace.caller(user, _home(body))

    async def event(self, body: Said, context: Said, _: object) -> None:
        event, workspace = body.get("event") or {}, self.teams[context["team_id"]]
        kind, channel, user = event.get("type"), str(event.get("channel")), context.get("user_id")
        if not isinstance(user, str) or event.get("bot_id") or event.get("subtype") not in WRITTEN:
            return
        private = event.get("channel_type") == "im" or kind == "app_home_opened"
        if kind not in HEARD or (kind == "message" and not private):
            return
        caller = await self._caller(body, context)
        if isinstance(caller, Caller):
            await self._heard(caller, event, bool(body.get("is_ext_shared_channel")))
        elif kind == "app_home_opened":
            await workspace.client.views_publish(user_id=user, view=views.home([caller.card]))
        else:
            await self.questions.refuse(workspace, caller.card, channel, user, private)

    async def _heard(self, caller: Caller, event: Said, others: bool) -> None:
        """`others`: people of other schools read the channel."""
        match event["type"], event.get("tab"):
            case "message", _:
                await self.questions.direct(caller, event)
            case "app_mention", _:
                await self.questions.mention(caller, event, others)
            case _, "messages":
                await self.questions.prompts(caller.workspace, str(event.get("channel")))
            case _:
                await self._home(caller)

    async def _home(self, caller: Caller) -> None:
        cards = await asyncio.to_thread(homepage.cards, caller, self.clock)
        await caller.workspace.client.views_publish(user_id=caller.user, view=views.home(cards))

    async def command(self, body: Said, context: Said, ack: Ack) -> None:
        caller = await self._caller(body, context)
        if isinstance(caller, Outsider):
            await self.questions.whisper(messages(caller.card), ack, context["respond"])
        elif action := COMMANDS.get(str(body.get("command"))):
            await ack()
            await self.forms.open(caller, str(body.get("trigger_id")), action)
        else:
            await self.questions.command(caller, str(body.get("text") or ""), ack, context["respond"])

    async def action(self, body: Said, context: Said, ack: Ack) -> None:
        await ack()
        pressed: Mapping[str, Any] = next(iter(body.get("actions") or []), {})
        action = str(pressed.get("value") or "")
        caller = await self._caller(body, context)
        if isinstance(caller, Outsider) or not action:
            return
        if pressed.get("action_id") == FEEDBACK:
            await self.questions.judged(caller, action)
        elif (body.get("view") or {}).get("type") == "modal":
            await self.forms.pressed(caller, body["view"], action)
        else:
            await self.forms.open(caller, str(body.get("trigger_id")), action)

    async def shortcut(self, body: Said, context: Said, ack: Ack) -> None:
        await ack()
        caller = await self._caller(body, context)
        action = SHORTCUTS.get(str(body.get("callback_id")))
        if isinstance(caller, Outsider) or not action:
            return
        trigger, about = str(body.get("trigger_id")), body.get("message_ts")
        if body.get("type") == "message_action" and isinstance(about, str):
            await self.forms.about(caller, trigger, str((body.get("channel") or {}).get("id")), about)
        else:
            await self.forms.open(caller, trigger, action)

    async def submitted(self, body: Said, context: Said, ack: Ack) -> None:
        caller = await self._caller(body, context)
        if isinstance(caller, Outsider):
            await ack()
            return
        await self.forms.submitted(caller, body.get("view") or {}, ack, bool(context.get("repeated")))

    async def nothing(self, _body: object, _context: object, ack: Ack) -> None:
        await ack()

    async def options(self, body: Said, context: Said, ack: Ack) -> None:
        """Names of the school's people, as they are typed; nothing to an outsider."""
        caller = await self._caller(body, context)
        typed = str(body.get("value") or "")
        found = roster.matching(caller.workspace.school, typed[:LONGEST]) if isinstance(caller, Caller) else ()
        await ack(options=[asks.option(choice) for choice in found[: asks.MOST]])


def _home(body: Mapping[str, Any]) -> str:
    """The workspace that the person belongs to, where Slack says so."""
    user, event = body.get("user"), body.get("event")
    if isinstance(user, Mapping):
        return str(user.get("team_id") or "")
    if isinstance(event, Mapping):
        return str(event.get("user_team") or event.get("source_team") or "")
    return ""
