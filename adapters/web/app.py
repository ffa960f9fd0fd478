"""Makes one web application of several doors."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor

from aiohttp import web

from adapters.web.counters import Counters
from adapters.web.door import Door, Running
from adapters.web.edge import edge

LARGEST = 2_000_000  # bytes of one request: a platform's whole form; a door that needs less says so
THREADS = 32


def app(doors: Iterable[Door], counters: Counters, encrypted: bool = False) -> web.Application:
    """`encrypted`: this server is reached by https only."""
    application = web.Application(middlewares=[edge(counters, encrypted)], client_max_size=LARGEST)
    application.cleanup_ctx.append(_threads)
    for door in doors:
        application.add_routes(door.routes())
        if isinstance(door, Running):
            application.on_startup.append(door.start)
            application.on_cleanup.append(door.stop)
    return application


async def _threads(_: web.Application) -> AsyncIterator[None]:
    """Enough for everyone who waits for a store at once; what is under way at the end is finished."""
    with ThreadPoolExecutor(THREADS, "web") as threads:
        asyncio.get_running_loop().set_default_executor(threads)
        yield
