"""Says whether the process is alive, whether it can work, and, to whoever has the key, how much it does."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aiohttp import web

from adapters.web.counters import Counters
from adapters.web.door import Door


@dataclass(frozen=True)
class Health(Door):
    """`ready` says whether the stores answer. The counters tell that something came, so they need `key`.

    `troubles` are named, and do not make it unready: reports must be taken in while nobody carries them.
    """

    ready: Callable[[], bool]
    errands_due: Callable[[], int]
    counters: Counters
    key: str = ""
    troubles: Callable[[], Sequence[str]] = tuple

    def routes(self) -> Iterable[web.RouteDef]:
        yield web.get("/healthz", self._healthy)
        yield web.get("/readyz", self._ready)
        yield web.get("/metrics", self._counted)

    async def _healthy(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _ready(self, _: web.Request) -> web.Response:
        well = await asyncio.to_thread(self.ready)
        lines = ["ready", *await asyncio.to_thread(self.troubles)] if well else ["not ready"]
        return web.Response(text="\n".join(lines), status=200 if well else 503)

    async def _counted(self, request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "").encode()
        if not self.key or not hmac.compare_digest(given, f"Bearer {self.key}".encode()):
            raise web.HTTPNotFound
        due = await asyncio.to_thread(self.errands_due)
        return web.Response(text="\n".join([*self.counters.lines(due), ""]))
