"""The web process: for now, whether it is alive and whether it can work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import web

Ready = Callable[[], bool]


def app(ready: Ready) -> web.Application:
    """`ready` says whether the stores answer; it may wait, so it runs in a thread of its own."""
    application = web.Application()

    async def healthy(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def is_ready(_: web.Request) -> web.Response:
        well = await asyncio.to_thread(ready)
        return web.Response(text="ready" if well else "not ready", status=200 if well else 503)

    application.router.add_get("/healthz", healthy)
    application.router.add_get("/readyz", is_ready)
    return application
