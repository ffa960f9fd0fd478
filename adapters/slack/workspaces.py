"""Each Slack workspace that a school has named: its school, its client, and who of its people may come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.doors import contacts
from adapters.doors.accounts import Accounts
from bot.assistant import Assistant
from bot.card import Card
from knowledge.policy import Policy
from reports.people import PersonId, School

ACCOUNT = "slack:"  # before the id of someone who is not in school.toml: they may ask and report
BARRED = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")


@dataclass(frozen=True)
class Caller:
    """Someone of the school. Who they are comes from what Slack signed, and from nothing else."""

    workspace: Workspace
    who: PersonId
    user: str  # Slack's id of them

    @property
    def assistant(self) -> Callable[[], Assistant]:
        return self.workspace.assistant


@dataclass(frozen=True)
class Outsider:
    """Someone whom I am not for, or who can't be told from one just now; and what they are shown."""

    card: Card


@dataclass(frozen=True)
class Workspace:
    team: str
    school: School
    client: AsyncWebClient
    assistant: Callable[[], Assistant]  # it may read the store: call it in a thread
    policies: Callable[[], Sequence[Policy]]  # in force now; it reads the store
    count: Callable[[str], object]  # counts a verdict on an answer; it writes to the store
    accounts: Accounts = field(default_factory=Accounts)

    async def caller(self, user: str, home: str) -> Caller | Outsider:
        """Guests, people of other workspaces and accounts that are switched off are outsiders."""
        person = next((person for person in self.school.people if person.slack == user), None)
        if person:
            return Caller(self, person.id, user) if person.active else Outsider(contacts.refusal(self.school))
        try:
            staff = not (home and home != self.team) and await self.accounts.staff(user, lambda: self._staff(user))
        except (SlackApiError, aiohttp.ClientError, OSError):  # nobody is let in on a guess
            return Outsider(contacts.unsure(self.school, "Slack"))
        return Caller(self, PersonId(f"{ACCOUNT}{user}"), user) if staff else Outsider(contacts.refusal(self.school))

    async def _staff(self, user: str) -> bool:
        found = (await self.client.users_info(user=user)).get("user")
        return isinstance(found, Mapping) and _of_staff(found, self.team)


def _of_staff(account: Mapping[str, Any], team: str) -> bool:
    return account.get("team_id", team) == team and not any(account.get(mark) for mark in BARRED)
