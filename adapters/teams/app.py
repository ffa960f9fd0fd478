"""Hears everything that the Teams connector sends: claims it, finds who it is, and hands it to whom it concerns."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.doors import contacts
from adapters.doors.claiming import Claiming, Claims
from adapters.doors.hearing import Hearing
from adapters.teams.cards import OURS
from adapters.teams.events import PERSONAL, Event
from adapters.teams.forms import REPORT, Forms, press
from adapters.teams.here import Here
from adapters.teams.people import Caller, Tenant
from adapters.teams.presses import Presses, told
from adapters.teams.questions import Questions
from adapters.teams.text import Element
from adapters.teams.wire import Barred, Undelivered, Wire
from bot.card import Card, Say

log = logging.getLogger("candour.teams")
PATIENCE = 4.0  # seconds of the ten in which Teams wants an answer
DONE, UNREADABLE, UNKNOWN = 200, 400, 403
SORRY = Card(
    "Candour", (Say("Something went wrong on our side. Please try again: a report sent twice is one report."),)
)


@dataclass(frozen=True)
class Answer:
    status: int = DONE
    body: Element | None = None


@dataclass
class Teams:
    """`tenants` are those that a school has named; any other is refused, and nothing of it is kept."""

    tenants: Mapping[str, Tenant]
    claims: Claims
    wire: Wire
    clock: Callable[[], datetime]
    working: set[asyncio.Task[Any]] = field(default_factory=set)  # what was acknowledged and is not done yet

    def __post_init__(self) -> None:
        self.claiming = Claiming(self.claims, self.clock)
        hearing = Hearing(self.clock, PATIENCE)
        self.questions = Questions(hearing, self.wire)
        self.forms = Forms(hearing, self.wire, self.working)
        self.presses = Presses(Here(self.forms), self.questions, self.wire, self._new)

    async def hear(self, event: Event) -> Answer:
        """What to answer the connector. Never raises, and never answers with a fault of ours."""
        tenant = self.tenants.get(event.where.tenant.casefold())
        if tenant is None:
            return Answer(UNKNOWN)
        try:
            if event.kind == "invoke":
                return await self._invoke(tenant, event)
            if event.kind in POSTED:
                self._start(POSTED[event.kind](self, tenant, event))
        except Exception as fault:
            log.error("A request of Teams' could not be handled: %s", _kind(fault))
        return Answer()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """After the acknowledgement: the connector would send it again if it had to wait for our reply."""
        task = asyncio.create_task(self._kept_up(work))
        self.working.add(task)
        task.add_done_callback(self.working.discard)

    async def _kept_up(self, work: Awaitable[None]) -> None:
        try:
            await work
        except (Barred, Undelivered) as fault:
            log.warning("A reply on Teams could not be delivered: %s", type(fault).__name__)
        except Exception as fault:
            log.error("A message of Teams' could not be answered: %s", _kind(fault))

    async def _message(self, tenant: Tenant, event: Event) -> None:
        if not await self._new(tenant, event.id):
            return
        caller = await self._caller(tenant, event)
        if isinstance(caller, Card):
            await self.questions.refuse(caller, event.where)
        elif press(event.value) or OURS in event.value:
            await self.presses.by_older(caller, event)
        else:
            await self._met(caller)
            await self.questions.hear(caller, event)

    async def _joined(self, tenant: Tenant, event: Event) -> None:
        """We were added to a private chat, or taken out of it."""
        if event.where.kind != PERSONAL or not event.user:
            return
        caller = await self._caller(tenant, event)
        if isinstance(caller, Card):
            return
        if event.action.startswith("remove") and tenant.references:
            await asyncio.to_thread(tenant.references.forget, caller.who)
        elif event.joined or event.action.startswith("add"):
            await self._met(caller)
            if event.joined and await self._new(tenant, event.id):
                await self.questions.greet(caller)

    async def _met(self, caller: Caller) -> None:
        """Keeps where to write to somebody whom a report may have to reach."""
        kept, person = caller.tenant.references, caller.tenant.school.person(caller.who)
        if kept and person and caller.where.kind == PERSONAL:
            await asyncio.to_thread(kept.keep, caller.who, caller.where.written())

    async def _invoke(self, tenant: Tenant, event: Event) -> Answer:
        handler = INVOKES.get(event.name)
        if handler is None:
            return Answer(UNREADABLE)
        caller = await self._caller(tenant, event)
        if isinstance(caller, Card):
            return Answer(body=told(event.name, caller))
        try:
            return Answer(body=await handler(self, caller, event))
        except Exception as fault:
            log.error("%s failed: %s", handler.__name__, _kind(fault))
            return Answer(body=told(event.name, SORRY))

    async def _open(self, caller: Caller, event: Event) -> Element:
        return await self.forms.open(caller, _data(event), event.about)

    async def _submit(self, caller: Caller, event: Event) -> Element:
        repeated = not await self._new(caller.tenant, event.id)
        return await self.forms.submitted(caller, _data(event), repeated)

    async def _report_this(self, caller: Caller, event: Event) -> Element:
        """A message's own menu: its address is taken, and none of its words."""
        about = event.value.get("messagePayload")
        link = about.get("linkToMessage") if isinstance(about, Mapping) else ""
        return await self.forms.open(caller, {OURS: {"press": REPORT}}, "", link if isinstance(link, str) else "")

    async def _execute(self, caller: Caller, event: Event) -> Element:
        action = event.value.get("action")
        data = action.get("data") if isinstance(action, Mapping) else None
        repeated = not await self._new(caller.tenant, event.id)
        return await self.presses.card(caller, event, data if isinstance(data, Mapping) else {}, repeated)

    async def _caller(self, tenant: Tenant, event: Event) -> Caller | Card:
        """Whoever the connector says did it, or what to tell somebody who may not come in.

        What a button carries is never asked.
        """
        try:
            caller = await tenant.caller(event.user, event.where, self.wire.member)
        except (Barred, Undelivered):
            return contacts.unsure(tenant.school, "Teams")
        return caller or contacts.refusal(tenant.school)

    async def _new(self, tenant: Tenant, id: str) -> bool:
        return await self.claiming.new(f"{tenant.id} {id}") if id else True


POSTED: Mapping[str, Callable[[Teams, Tenant, Event], Coroutine[Any, Any, None]]] = {
    "message": Teams._message,
    "conversationUpdate": Teams._joined,
    "installationUpdate": Teams._joined,
}
INVOKES: Mapping[str, Callable[[Teams, Caller, Event], Awaitable[Element]]] = {
    "task/fetch": Teams._open,
    "task/submit": Teams._submit,
    "adaptiveCard/action": Teams._execute,
    "composeExtension/fetchTask": Teams._report_this,
    "composeExtension/submitAction": Teams._submit,
}


def _data(event: Event) -> Mapping[str, Any]:
    found = event.value.get("data")
    return found if isinstance(found, Mapping) else {}


def _kind(fault: Exception) -> str:
    return type(fault).__name__
