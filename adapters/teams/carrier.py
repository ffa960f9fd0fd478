"""Tells a recipient on Teams that something waits: the neutral notice and one button, the same for everyone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.teams.events import Reference
from adapters.teams.messages import notice
from adapters.teams.wire import Barred, Wire
from bot.card import Button
from bot.openly import INBOX
from reports.desk import Unreachable
from reports.people import Person, PersonId

OPEN = Button(INBOX.label, INBOX.action)
TRIES = 1  # of one delivery: the worker comes back later


class Met(Protocol):
    def find(self, who: PersonId) -> Mapping[str, Any] | None: ...


@dataclass(frozen=True)
class TeamsWay:
    """A way to reach a person. It runs in the worker's threads, so it waits for Teams itself."""

    references: Met
    wire: Wire

    def reaches(self, person: Person) -> bool:
        return bool(person.teams)

    def notify(self, person: Person, message: str) -> None:  # noqa: ARG002 - Teams takes no id of ours for a message
        """Raises Unreachable for whoever never installed the app, removed it, or has blocked it, and for whoever has
        another account by now, until they come with that one: who has the old one may be somebody else.
        """
        kept = self.references.find(person.id)
        to = Reference.read(kept) if kept else None
        if to is None or (to.user and to.user.casefold() != person.teams.casefold()):
            raise Unreachable
        try:
            asyncio.run(self._sent(to))
        except Barred:
            raise Unreachable from None

    async def _sent(self, to: Reference) -> None:
        async with self.wire.apart() as wire:
            await wire.send(notice(OPEN), to)
