"""The tenant that a school has named: its school, and who of its people may come in."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from adapters.teams.events import Reference
from bot.assistant import Assistant
from knowledge.policy import Policy
from reports.people import PersonId, School

ACCOUNT = "teams:"  # before the id of someone who is not in school.toml: they may ask and report
KNOWN_FOR = 600.0  # seconds for which what Teams says of an account is believed
MOST_KNOWN = 5_000
STAFF = "user"  # as Teams calls a member of the tenant; a guest is "guest"


class References(Protocol):
    def keep(self, who: PersonId, reference: Mapping[str, Any]) -> None: ...

    def forget(self, who: PersonId) -> None: ...

    def find(self, who: PersonId) -> Mapping[str, Any] | None: ...


@dataclass(frozen=True)
class Caller:
    """Someone of the school. Who they are comes from what the connector signed, and from nothing else."""

    tenant: Tenant
    who: PersonId
    where: Reference


@dataclass(frozen=True)
class Tenant:
    id: str
    school: School
    assistant: Callable[[], Assistant]  # it may read the store: call it in a thread
    policies: Callable[[], Sequence[Policy]]
    count: Callable[[str], object]  # counts a verdict on an answer; it writes to the store
    references: References | None  # None without a good key: then nobody is written to first
    accounts: dict[str, tuple[float, bool]] = field(default_factory=dict)

    async def caller(
        self, user: str, where: Reference, member: Callable[[Reference], Awaitable[Mapping[str, Any]]]
    ) -> Caller | None:
        """None for guests, for people of other tenants, and for those whom school.toml says have left."""
        person = next((person for person in self.school.people if person.teams and _same(person.teams, user)), None)
        if person:
            return Caller(self, person.id, where) if person.active else None
        if not user or not await self._staff(user, where, member):
            return None
        return Caller(self, PersonId(f"{ACCOUNT}{user}"), where)

    async def _staff(
        self, user: str, where: Reference, member: Callable[[Reference], Awaitable[Mapping[str, Any]]]
    ) -> bool:
        """Asks Teams, at most every ten minutes. An account that can't be looked up is not let in."""
        now = time.monotonic()
        seen, well = self.accounts.get(user, (0.0, False))
        if seen and now - seen < KNOWN_FOR:
            return well
        account = await member(where)
        well = account.get("userRole") == STAFF and _same(str(account.get("tenantId") or self.id), self.id)
        if len(self.accounts) >= MOST_KNOWN:
            self.accounts.clear()
        self.accounts[user] = (now, well)
        return well


def _same(one: str, other: str) -> bool:
    """Ids of a directory are the same in capitals."""
    return one.casefold() == other.casefold()
