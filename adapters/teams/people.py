"""The tenant that a school has named: its school, and who of its people may come in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from adapters.doors.accounts import Accounts
from adapters.teams.events import Reference
from bot.assistant import Assistant
from knowledge.policy import Policy
from reports.people import PersonId, School

ACCOUNT = "teams:"  # before the id of someone who is not in school.toml: they may ask and report
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

    @property
    def assistant(self) -> Callable[[], Assistant]:
        return self.tenant.assistant


@dataclass(frozen=True)
class Tenant:
    id: str
    school: School
    assistant: Callable[[], Assistant]  # it may read the store: call it in a thread
    policies: Callable[[], Sequence[Policy]]
    count: Callable[[str], object]  # counts a verdict on an answer; it writes to the store
    references: References | None  # None without a good key: then nobody is written to first
    accounts: Accounts = field(default_factory=Accounts)

    async def caller(
        self, user: str, where: Reference, member: Callable[[Reference], Awaitable[Mapping[str, Any]]]
    ) -> Caller | None:
        """None for guests, for people of other tenants, and for those whom school.toml says have left."""
        person = next((person for person in self.school.people if person.teams and _same(person.teams, user)), None)
        if person:
            return Caller(self, person.id, where) if person.active else None

        async def ask() -> bool:
            return self._staff(await member(where))

        staff = bool(user) and await self.accounts.staff(user, ask)
        return Caller(self, PersonId(f"{ACCOUNT}{user}"), where) if staff else None

    def _staff(self, account: Mapping[str, Any]) -> bool:
        return account.get("userRole") == STAFF and _same(str(account.get("tenantId") or self.id), self.id)


def _same(one: str, other: str) -> bool:
    """Ids of a directory are the same in capitals."""
    return one.casefold() == other.casefold()
