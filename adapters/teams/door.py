"""Where Teams comes in: /api/messages, with a token that the connector signed for what it posts."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, field

from aiohttp import web

from adapters.doors import posted
from adapters.doors.finishing import finished
from adapters.teams.app import Answer, Teams
from adapters.teams.events import event
from adapters.teams.tokens import LOOPBACK, Checks, KeysAway, Refused, on_this_machine

PATH = "/api/messages"
LARGEST = 500_000  # bytes; five full boxes come to a tenth of it
UNREADABLE, UNPROVEN, TOO_LONG, NOT_JSON, NOT_NOW = 400, 401, 413, 415, 503
log = logging.getLogger("candour.teams")


@dataclass
class Door:
    """A part of the web process: `routes` for its application, `start` and `stop` for its life.

    `open_here`: somebody tries it out on this very machine, without a registration. Never in production.
    """

    hears: Teams
    checks: Checks
    open_here: bool = False
    running: list[asyncio.Task[None]] = field(default_factory=list)

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.receive)]

    async def start(self, _: web.Application) -> None:
        self.running.append(asyncio.create_task(self.hears.claiming.sweep()))

    async def stop(self, _: web.Application) -> None:
        await finished(self.hears.working)
        for task in self.running:
            task.cancel()
        await asyncio.gather(*self.running, return_exceptions=True)
        self.hears.claiming.stop()
        await self.hears.wire.close()

    async def receive(self, request: web.Request) -> web.Response:
        """401 for what the connector did not sign, 400 for what can't be read, 413 and 415 for what we never take."""
        status, answer = await self._received(request)
        if answer is None or answer.body is None:
            return web.Response(status=status)
        return web.json_response(answer.body, status=status)

    async def _received(self, request: web.Request) -> tuple[int, Answer | None]:
        if "Authorization" not in request.headers and not self._from_here(request):
            return UNPROVEN, None
        if request.content_type != "application/json":
            return NOT_JSON, None
        body = await posted.body(request, LARGEST)
        if body is None:
            return TOO_LONG, None
        try:
            said = json.loads(body.decode())
            heard = event(said)
        except (ValueError, RecursionError):
            return UNREADABLE, None
        try:
            await self._prove(request, said.get("channelId"), heard.where.service)
        except Refused:
            return UNPROVEN, None
        except KeysAway:
            return NOT_NOW, None
        answer = await self.hears.hear(heard)
        return answer.status, answer

    async def _prove(self, request: web.Request, channel: object, service: str) -> None:
        header = request.headers.get("Authorization", "")
        if header or not (self._from_here(request) and on_this_machine(service)):
            await self.checks.check(header, channel, service)

    def _from_here(self, request: web.Request) -> bool:
        """Not through a proxy on this machine either, which would bring in everyone."""
        return (
            self.open_here
            and request.remote in LOOPBACK
            and not any(
                name.lower() in ("forwarded", "via") or name.lower().startswith("x-forwarded")
                for name in request.headers
            )
        )
