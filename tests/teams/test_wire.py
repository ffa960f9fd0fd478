"""What we send to the connector goes over kept connections, by the proxy that the machine names, and follows nobody."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from adapters.teams.credentials import Credentials
from adapters.teams.events import Reference
from adapters.teams.wire import Message, Undelivered, Wire

SAYS = Message({"type": "AdaptiveCard"}, "Candour")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@dataclass
class Listener:
    """Takes whatever comes, or sends it elsewhere."""

    elsewhere: str = ""
    asked: list[str] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)

    async def take(self, request: web.Request) -> web.Response:
        self.asked.append(str(request.url))
        self.connections.add(request.transport)
        if self.elsewhere:
            raise web.HTTPTemporaryRedirect(self.elsewhere)
        return web.json_response({"id": str(len(self.asked))}, status=201)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        application = web.Application()
        application.router.add_route("*", "/{rest:.*}", self.take)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        await runner.cleanup()


def to(service: str) -> Reference:
    return Reference(f"{service}/teams/", "19:chat@thread.tacv2;messageid=1", "tenant", "bot", "account")


@pytest.fixture(autouse=True)
def _this_machine_names_no_proxy() -> Iterator[None]:
    before = dict(os.environ)
    for name in PROXIES:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)
    yield
    os.environ.clear()
    os.environ.update(before)


def test_one_connection_serves_them_all() -> None:
    async def story() -> None:
        listener = Listener()
        async with listener.listening() as service, Wire(Credentials("", "", "")).apart() as wire:
            assert [await wire.send(SAYS, to(service)) for _ in range(3)] == ["1", "2", "3"]
        assert len(listener.connections) == 1

    asyncio.run(story())


def test_loops_that_follow_each_other_each_have_their_own() -> None:
    kept = Wire(Credentials("", "", ""))

    async def story() -> None:
        async with Listener().listening() as service, kept.apart() as wire:
            assert await wire.send(SAYS, to(service)) == "1"
        assert wire.session
        assert wire.session.closed

    for _ in range(2):
        asyncio.run(story())
    assert kept.session is None


def test_a_proxy_that_the_machine_names_is_gone_through() -> None:
    async def story() -> None:
        proxy = Listener()
        async with proxy.listening() as address, Wire(Credentials("", "", "")).apart() as wire:
            os.environ["HTTP_PROXY"] = address
            assert await wire.send(SAYS, to("http://connector.example")) == "1"
        assert proxy.asked[0].startswith("http://connector.example/teams/v3/conversations/19:chat@thread.tacv2;")

    asyncio.run(story())


def test_nobody_is_followed_elsewhere() -> None:
    async def story() -> None:
        other, wire = Listener(), Wire(Credentials("", "", ""))
        async with other.listening() as elsewhere, Listener(elsewhere).listening() as service:
            with pytest.raises(Undelivered):
                await wire.send(SAYS, to(service))
            await wire.close()
        assert other.asked == []

    asyncio.run(story())
