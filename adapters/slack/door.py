"""Where Slack comes in: signed requests at /slack/events, or a socket that we open, which needs no public address."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.doors import posted
from adapters.doors.finishing import finished
from adapters.slack.app import Slack
from adapters.slack.signature import genuine

PATH = "/slack/events"
LARGEST = 2_000_000  # bytes; a full form comes to a third of it
SWITCH = (
    0.0005  # seconds for which an answer that is worked out may hold up an acknowledgement; Python takes ten times that
)
AGAIN = 10.0  # seconds between tries to open the socket
log = logging.getLogger("candour.slack")


@dataclass
class Door:
    """A part of the web process: `routes` for its application, `start` and `stop` for its life."""

    hears: Slack
    secret: str
    app_token: str
    api: str
    now: Callable[[], float] = time.time
    running: list[asyncio.Task[None]] = field(default_factory=list)
    session: aiohttp.ClientSession | None = None

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.receive)] if self.secret else []

    async def start(self, _: web.Application) -> None:
        self.session = aiohttp.ClientSession()
        sys.setswitchinterval(SWITCH)
        for workspace in self.hears.teams.values():
            workspace.client.session = self.session  # one, so that connections are kept open
        self.running.append(asyncio.create_task(self.hears.claiming.sweep()))
        if self.app_token:
            self.running.append(asyncio.create_task(self._listen(self.app_token)))

    async def stop(self, _: web.Application) -> None:
        await finished(self.hears.working)
        for task in (*self.running, *self.hears.timers):
            task.cancel()
        await asyncio.gather(*self.running, return_exceptions=True)
        self.hears.claiming.stop()
        if self.session:
            await self.session.close()

    async def receive(self, request: web.Request) -> web.Response:
        """401 for what Slack did not sign, 400 for what can't be read, 413 for what is too long."""
        body = await posted.body(request, LARGEST)
        if body is None:
            return web.Response(status=413)
        if not genuine(self.secret, request.headers, body, self.now()):
            return web.Response(status=401)
        try:
            read = AsyncBoltRequest(body=body.decode(), headers=dict(request.headers))
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return web.Response(status=400)
        return await to_aiohttp_response(await self.hears.dispatch(read))

    async def _listen(self, token: str) -> None:
        """The library opens the socket anew whenever it closes; the first time it must be asked again itself."""
        calls = AsyncWebClient(token=token, base_url=self.api, logger=logging.getLogger("candour.slack.calls"))
        quiet = logging.getLogger("candour.slack.socket")
        quiet.setLevel(logging.CRITICAL)  # it would log what people wrote
        socket = SocketModeClient(app_token=token, logger=quiet, web_client=calls)
        socket.socket_mode_request_listeners.append(self._heard)
        try:
            while not await self._connected(socket):
                await asyncio.sleep(AGAIN)
            await asyncio.Event().wait()
        finally:
            with suppress(aiohttp.ClientError, OSError):
                await socket.close()  # type: ignore[no-untyped-call]  # the library says nothing

    async def _connected(self, socket: SocketModeClient) -> bool:
        try:
            await socket.connect()  # type: ignore[no-untyped-call]  # the library says nothing
        except (SlackApiError, aiohttp.ClientError, OSError) as fault:
            log.error("Slack's socket can't be opened; I go on trying: %s", type(fault).__name__)
            return False
        return True

    async def _heard(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        began = self.now()
        try:
            read = AsyncBoltRequest(mode="socket_mode", body=request.payload, headers=build_headers(request))
        except (ValueError, TypeError, AttributeError, LookupError):
            return
        await send_async_response(client, request, await self.hears.dispatch(read), began)
