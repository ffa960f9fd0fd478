"""A strict connector of our own: signs what it posts, keeps what we send, and tells who could see which words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from tests.teams.microsoft import APP, BOT, ISSUER, SECRET, TENANT, Sent
from tests.teams.microsoft_calls import Called
from tests.teams.microsoft_people import Peopled

__all__ = ["APP", "BOT", "ISSUER", "SECRET", "TENANT", "Connector", "Sent", "connector"]


@dataclass
class Connector(Called, Peopled):
    """All of it in one: what stands there, what the bot calls, what people do."""


@asynccontextmanager
async def connector(people: Mapping[str, str], **how: Any) -> AsyncIterator[Connector]:
    made = Connector(people, **how)
    runner = web.AppRunner(made.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as made.session:
        try:
            yield made
        finally:
            await runner.cleanup()
