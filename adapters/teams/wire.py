"""Sends what we say through Microsoft's connector: new, in place of an older message, or to somebody not yet met.

With `tokens.py`, and the two that it stands on, this is all that knows the Bot Framework: a successor comes in here.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import aiohttp
from botbuilder.schema import ChannelAccount, ConversationParameters, ErrorResponseException
from botframework.connector.aio import ConnectorClient
from msrest.exceptions import ClientRequestError

from adapters.teams.credentials import Credentials
from adapters.teams.events import Reference
from adapters.teams.library import AsDrawn, pipeline, session

T = TypeVar("T")
FORBIDDEN = 403
PASSING = frozenset({412, 429, 502, 504})  # Teams asks that these be tried again
TRIES, FIRST, LONGEST = 4, 0.5, 20.0  # tries of one message, seconds before the second, and at most
MOST_CLIENTS = 16
CARD = "application/vnd.microsoft.card.adaptive"
CITED = {"type": "https://schema.org/Message", "@type": "Message", "@context": "https://schema.org", "@id": ""}


class Barred(Exception):
    """This person has not installed the app, has blocked it, or may not be written to."""


class Undelivered(Exception):
    """The connector took it neither at once nor after several tries. It may be tried again later."""


@dataclass(frozen=True)
class Message:
    """`summary` is what a notification shows."""

    card: Mapping[str, Any]
    summary: str
    text: str = ""
    citations: tuple[Mapping[str, Any], ...] = ()
    suggested: tuple[str, ...] = ()  # what the person may say next, with one touch


def activity(message: Message, to: Reference) -> dict[str, Any]:
    """As the connector reads one (Bot Framework's activity schema)."""
    drawn: dict[str, Any] = {
        "type": "message",
        "channelId": "msteams",
        "serviceUrl": to.service,
        "from": {"id": to.bot},
        "conversation": {"id": to.conversation},
        "textFormat": "plain",
        "summary": message.summary,
        "attachments": [{"contentType": CARD, "content": message.card}],
    }
    if to.account:
        drawn["recipient"] = {"id": to.account}
    if message.text:
        drawn["text"] = message.text
    if message.citations:
        drawn["entities"] = [{**CITED, "citation": list(message.citations)}]
    if message.suggested:
        offered = [{"type": "imBack", "title": said, "value": said} for said in message.suggested]
        drawn["suggestedActions"] = {"to": [to.account], "actions": offered}
    return drawn


@dataclass
class Wire:
    """One for a loop: its connections are kept. What sends elsewhere sends `apart`."""

    credentials: Credentials
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    share: Callable[[], float] = random.random  # between 0 and 1, so that many do not come back at once
    tries: int = TRIES
    clients: dict[str, ConnectorClient] = field(default_factory=dict)
    session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[Wire]:
        """The same for another loop, with connections of its own and our one token."""
        wire = replace(self, clients={}, session=None)
        try:
            yield wire
        finally:
            await wire.close()

    async def close(self) -> None:
        if self.session:
            await self.session.close()

    async def send(self, message: Message, to: Reference) -> str:
        """The new message's id. Raises Barred and Undelivered."""
        said = activity(message, to)
        client = self._client(to.service)
        sent = await self._tried(lambda: client.conversations.send_to_conversation(to.conversation, said))
        return str(getattr(sent, "id", "") or "")

    async def update(self, message: Message, to: Reference, id: str) -> None:
        said = {**activity(message, to), "id": id}
        client = self._client(to.service)
        await self._tried(lambda: client.conversations.update_activity(to.conversation, id, said))

    async def direct(self, to: Reference) -> Reference:
        """The private chat with somebody who spoke elsewhere. Raises Barred where they have not installed the app."""
        wanted = ConversationParameters(
            is_group=False,
            bot=ChannelAccount(id=to.bot),
            members=[ChannelAccount(id=to.account)],
            tenant_id=to.tenant,
            channel_data={"tenant": {"id": to.tenant}},
        )
        client = self._client(to.service)
        made = await self._tried(lambda: client.conversations.create_conversation(wanted))
        return replace(to, conversation=made.id, kind="personal")

    async def member(self, of: Reference) -> Mapping[str, Any]:
        """What Teams knows of whoever spoke there: `userRole`, `tenantId`."""
        client = self._client(of.service)
        found = await self._tried(lambda: client.conversations.get_conversation_member(of.conversation, of.account))
        return dict(found.additional_properties or {}) if found else {}

    def _client(self, service: str) -> ConnectorClient:
        """Only for an address that a token has vouched for."""
        if service not in self.clients:
            if len(self.clients) >= MOST_CLIENTS:
                self.clients.pop(next(iter(self.clients)))
            through = pipeline(service, self._session)
            client = ConnectorClient(self.credentials, base_url=service, pipeline_type=through)
            client.conversations._serialize = AsDrawn(client.conversations._serialize.dependencies)
            self.clients[service] = client
        return self.clients[service]

    def _session(self) -> aiohttp.ClientSession:
        """Made where it is first needed: it belongs to the loop that runs there."""
        if self.session is None:
            self.session = session()
        return self.session

    async def _tried(self, call: Callable[[], Awaitable[T]]) -> T:
        for turn in range(self.tries):
            await self.credentials.ready()
            try:
                return await call()
            except ErrorResponseException as fault:
                status, asked = _answered(fault)
                if status == FORBIDDEN:
                    raise Barred(Barred.__doc__) from None
                if status not in PASSING or turn == self.tries - 1 or asked > LONGEST:
                    raise Undelivered(f"{Undelivered.__doc__} It said {status}.") from None
                await self.pause(max(asked, FIRST * 2**turn) * (1 + self.share()))
            except ClientRequestError:
                raise Undelivered(Undelivered.__doc__) from None
        raise Undelivered(Undelivered.__doc__)


def _answered(fault: ErrorResponseException) -> tuple[int, float]:
    """The status, and the seconds that we are asked to wait."""
    response = fault.response
    after = str(response.headers.get("Retry-After", "")) if response is not None else ""
    return getattr(response, "status", 0), float(after) if after.isdigit() else 0.0
