"""Measures Slack's door from outside: a signed event to its acknowledgement, and to the reply's arrival at a Slack.

    python -m tests.bench.slack [--events 400] [--rate 200] [--seconds 5]

The loopback Slack and whoever sends share a process; each server has one of its own. All are asked in the same run.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from zlib import crc32

import aiohttp
from aiohttp import web

from adapters.stores import migrations
from adapters.stores.claims import StoredClaims
from adapters.stores.sqlite import Sqlite
from tests.bench.outside import QUESTIONS, started
from tests.slack.fake_delivery import Delivery
from tests.slack.stage import ALICE, SECRET

WARM, INSERTS = 60, 200
Row = dict[str, float]


@dataclass
class Loopback(Delivery):
    """A Slack that only notes when a reply came to which channel."""

    secret: str = SECRET
    came: dict[str, asyncio.Future[float]] = field(default_factory=dict)

    async def method(self, request: web.Request) -> web.Response:
        told = await request.json() if request.content_type == "application/json" else await request.post()
        arrived = self.came.get(str(told.get("channel")))
        if arrived and not arrived.done():
            arrived.set_result(time.perf_counter())
        return web.json_response({"ok": True, "channel": "D", "ts": "1.1", "user": {"id": ALICE, "team_id": "T01TEST"}})

    async def ask(self, session: aiohttp.ClientSession, url: str, number: str) -> tuple[float, float]:
        """Seconds to the acknowledgement, and to the reply's arrival."""
        channel = f"D{number}"
        self.came[channel] = asyncio.get_running_loop().create_future()
        body = event(number, channel)
        headers = {"Content-Type": "application/json", **self.sign(body)}
        began = time.perf_counter()
        async with session.post(url, data=body, headers=headers) as response:
            assert response.status == 200, response.status
        acknowledged = time.perf_counter() - began
        arrived = await asyncio.wait_for(self.came[channel], 30)
        return acknowledged, arrived - began


def event(number: str, channel: str) -> bytes:
    said = {"type": "message", "channel_type": "im", "channel": channel, "user": ALICE, "ts": "1.1"}
    said["text"] = QUESTIONS[crc32(number.encode()) % len(QUESTIONS)]
    named = {"type": "event_callback", "team_id": "T01TEST", "event_id": f"Ev{number}", "event": said}
    return json.dumps({**named, "authorizations": [{"team_id": "T01TEST", "user_id": "U0", "is_bot": True}]}).encode()


Ask = Callable[[str], Awaitable[tuple[float, float]]]


async def closed(ask: Ask, run: str, many: int, at_once: int) -> dict[str, Row]:
    """`at_once` people who each ask again as soon as they are answered."""
    numbers = iter(range(many))

    async def person() -> list[tuple[float, float]]:
        return [await ask(f"{run}{number}") for number in numbers]

    return _told([each for found in await asyncio.gather(*(person() for _ in range(at_once))) for each in found])


async def steady(ask: Ask, run: str, rate: int, seconds: float) -> dict[str, Row]:
    """Questions that come whether or not the last one was answered."""
    began, asked = time.perf_counter(), []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
        asked.append(asyncio.create_task(ask(f"{run}{number}")))
    return _told(await asyncio.gather(*asked))


def _told(found: Sequence[tuple[float, float]]) -> dict[str, Row]:
    return {name: _row([each[place] for each in found]) for place, name in enumerate(("ack", "reply"))}


def _row(seconds: Sequence[float]) -> Row:
    ordered = sorted(seconds)
    return {"p50 ms": _ms(median(ordered)), "p99 ms": _ms(ordered[int(len(ordered) * 0.99)])}


def _ms(seconds: float) -> float:
    return round(seconds * 1_000, 3)


def insert(folder: Path) -> Row:
    """One claim, written so that a power cut does not lose it."""
    store = Sqlite(folder / "insert.db")
    migrations.migrate(store, migrations.DATABASE)
    claims, times = StoredClaims(store), []
    for number in range(INSERTS):
        began = time.perf_counter()
        claims.claim(f"T01TEST Ev{number}", datetime.now(UTC))
        times.append(time.perf_counter() - began)
    store.close()
    return _row(times)


async def measured(events: int = 400, rate: int = 200, seconds: float = 5) -> dict[str, object]:
    slack = Loopback()
    application = web.Application()
    application.router.add_route("*", "/api/{method}", slack.method)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    found: dict[str, object] = {}
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        urls = {
            name: await started(stack, "tests.bench.slack_servers", name, api, folder) for name in ("bolt", "candour")
        }
        for name, url in urls.items():

            async def ask(number: str, to: str = url) -> tuple[float, float]:
                return await slack.ask(session, to, number)

            await closed(ask, f"{name}W", WARM, 4)
            found[name] = {
                "c=1": await closed(ask, f"{name}A", events, 1),
                "c=16": await closed(ask, f"{name}B", events, 16),
                f"{rate} a second": await steady(ask, f"{name}C", rate, seconds),
            }
        found["insert"] = await asyncio.to_thread(insert, folder)
    await runner.cleanup()
    return found


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.bench.slack")
    parser.add_argument("--events", type=int, default=400)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    print(json.dumps(asyncio.run(measured(options.events, options.rate, options.seconds)), indent=1))


if __name__ == "__main__":
    main()
