"""Hears everything that Slack sends: claims it, acknowledges it, and hands it to whom it concerns."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from adapters.doors.claiming import Claiming, Claims
from adapters.slack.listening import Listening
from adapters.slack.questions import Ack
from adapters.slack.workspaces import Workspace

log = logging.getLogger("candour.slack")
ANY = re.compile(".*", re.DOTALL)
UNKNOWN, UNREADABLE, FAULT = 403, 400, 500
# What Bolt would do for every request, and we have done before it or never need.
DONE_HERE = (
    "request_verification_enabled",
    "ssl_check_enabled",
    "url_verification_enabled",
    "attaching_function_token_enabled",
    "attaching_conversation_kwargs_enabled",
)
NO_RETRY: dict[str, str | Sequence[str]] = {"X-Slack-No-Retry": "1"}


@dataclass
class Slack:
    """`teams` are the workspaces that a school has named; any other is refused, and nothing of it is kept."""

    teams: Mapping[str, Workspace]
    claims: Claims
    clock: Callable[[], datetime]
    working: set[asyncio.Task[Any]] = field(default_factory=set)  # what was acknowledged and is not done yet
    timers: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.claiming = Claiming(self.claims, self.clock)
        hears = Listening(self.teams, self.clock, self.timers)
        quiet = logging.getLogger("candour.slack.bolt")
        quiet.setLevel(logging.CRITICAL)  # Bolt would log what people wrote
        self.app = AsyncApp(authorize=self._authorize(), logger=quiet, **dict.fromkeys(DONE_HERE, False))
        self.app.event(ANY)(self._kept_up(hears.event))
        self.app.command(ANY)(self._kept_up(hears.command))
        self.app.action(ANY)(self._kept_up(hears.action))
        self.app.shortcut(ANY)(self._kept_up(hears.shortcut))
        self.app.view_submission(ANY)(self._kept_up(hears.submitted))
        self.app.view_closed(ANY)(self._kept_up(hears.nothing))
        self.app.options(ANY)(self._kept_up(hears.options))

    async def dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        """What to answer Slack. Never raises, and never answers a known workspace with a fault."""
        return await self._without_fault(self._dispatch(request))

    async def _without_fault(self, work: Awaitable[BoltResponse]) -> BoltResponse:
        try:
            return await work
        except Exception as fault:
            log.error("A request of Slack's could not be handled: %s", type(fault).__name__)
            return BoltResponse(status=200, body="")

    async def _dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        body: object = request.body
        if not isinstance(body, dict):
            return BoltResponse(status=UNREADABLE, body="")
        if body.get("type") == "url_verification":
            return BoltResponse(status=200, body={"challenge": str(body.get("challenge", ""))})
        if body.get("ssl_check"):
            return BoltResponse(status=200, body="")
        team = request.context.team_id
        if not isinstance(team, str) or team not in self.teams:
            return BoltResponse(status=UNKNOWN, body="", headers=NO_RETRY)
        new = await self._claimed(team, body)
        if not new and body.get("type") != "view_submission":
            return BoltResponse(status=200, body="")
        request.context["repeated"] = not new
        if body.get("type") == "event_callback":
            self._start(request)
            return BoltResponse(status=200, body="")
        return await self._heard(request)

    def _start(self, request: AsyncBoltRequest) -> None:
        """After the acknowledgement, which for an event says only that it came: Bolt has nothing to add to it."""
        task = asyncio.create_task(self._without_fault(self._heard(request)))
        self.working.add(task)
        task.add_done_callback(self.working.discard)

    async def _heard(self, request: AsyncBoltRequest) -> BoltResponse:
        response = await self.app.async_dispatch(request)
        if response.status < UNREADABLE:
            return response
        if response.status >= FAULT:
            log.error("Bolt could not handle a request; Slack is told that it was heard.")
        return BoltResponse(status=200, body="")

    async def _claimed(self, team: str, body: Mapping[str, Any]) -> bool:
        name = body.get("event_id") or body.get("trigger_id")
        return await self.claiming.new(f"{team} {name}") if isinstance(name, str) else True

    def _authorize(self) -> Callable[..., Awaitable[AuthorizeResult]]:
        """From our own table: Bolt would ask Slack before every acknowledgement."""

        async def authorize(enterprise_id: str | None, team_id: str, user_id: str | None) -> AuthorizeResult:
            token = self.teams[team_id].client.token
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=token)

        return authorize

    def _kept_up(self, listener: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        """Whatever goes wrong is logged without anybody's words, and Slack is told that it was heard."""

        async def listens(body: dict[str, Any], context: dict[str, Any], ack: Ack) -> None:
            if task := asyncio.current_task():
                self.working.add(task)
                task.add_done_callback(self.working.discard)
            try:
                await listener(body, context, ack)
            except Exception as fault:
                log.error("%s failed: %s", listener.__name__, _kind(fault))
                await ack()

        return listens


def _kind(fault: Exception) -> str:
    """Its name, and Slack's own word for it where there is one."""
    said = fault.response.get("error") if isinstance(fault, SlackApiError) else ""
    return f"{type(fault).__name__} {said}".strip()
