"""Measures Teams' door from outside: a signed question, to its acknowledgement and the reply's arrival at a connector.

    python -m tests.bench.teams [--turns 400]

The connector and whoever asks share a process; each server has one of its own. They take turns in the same run:
ours, a bot of the Bot Framework's that says one line and has our cures, and the same bot as the library has it.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import aiohttp
from aiohttp import web

from tests.bench.outside import QUESTIONS, started
from tests.teams.connector import Connector

SERVERS = ("candour", "cured", "stock")
CROWD, WARM, TURNS, ROUNDS, WAIT = 16, 64, 400, 4, 60
Row = dict[str, float]


@dataclass
class Loopback(Connector):
    """A connector that only notes when a reply came to which chat."""

    came: dict[str, asyncio.Future[float]] = field(default_factory=dict)
    posts: int = 0

    def application(self) -> web.Application:
        app = super().application()
        app.router.add_post("/teams/v3/conversations/{id}/activities/{activity}", self._post)  # as the library replies
        return app

    async def _post(self, request: web.Request) -> web.Response:
        await request.read()
        self.posts += 1
        arrived = self.came.get(request.match_info["id"])
        if arrived and not arrived.done():
            arrived.set_result(time.perf_counter())
        return web.json_response({"id": str(self.posts)}, status=201)

    async def ask(self, url: str, name: str, text: str, header: str) -> float:
        """Seconds until it is both acknowledged and answered."""
        arrived = self.came[self.chat(name)] = asyncio.get_running_loop().create_future()
        assert self.session
        began = time.perf_counter()
        posted = self.activity(name, "message", text=text)
        async with self.session.post(url, json=posted, headers={"Authorization": header}) as response:
            assert response.status == 200, response.status
        acknowledged = time.perf_counter()
        return max(acknowledged, await asyncio.wait_for(arrived, WAIT)) - began


@dataclass
class Bench:
    teams: Loopback
    urls: dict[str, str]
    times: dict[str, list[float]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)

    async def closed(self, server: str, turns: int, at_once: int) -> None:
        """`at_once` people who each ask again as soon as they are answered."""
        row, numbers, header = f"{server} c={at_once}", iter(range(turns)), self.teams.signed()
        times, before = self.times.setdefault(row, []), self.teams.posts

        async def person(name: str) -> None:
            for number in numbers:
                text = QUESTIONS[number % len(QUESTIONS)]
                times.append(await self.teams.ask(self.urls[server], name, text, header))

        began = time.perf_counter()
        await asyncio.gather(*(person(name) for name in list(self.teams.people)[:at_once]))
        self.took[row] = self.took.get(row, 0.0) + time.perf_counter() - began
        assert self.teams.posts - before == turns, "A turn had not one reply."

    def row(self, server: str, at_once: int) -> Row:
        times = sorted(self.times[f"{server} c={at_once}"])
        found = {"p50 ms": median(times) * 1_000, "p99 ms": times[int(len(times) * 0.99)] * 1_000}
        return {**_round(found), "turns a second": round(len(times) / self.took[f"{server} c={at_once}"], 1)}

    def told(self) -> dict[str, object]:
        rows = {server: {f"c={many}": self.row(server, many) for many in (1, CROWD)} for server in SERVERS}
        return {**rows, "beside cured": self._beside(rows), "beside stock": self._turns(rows)}

    def _beside(self, rows: dict[str, dict[str, Row]]) -> Row:
        """How many times as long our turn takes."""
        return _round({c: row["p50 ms"] / rows["cured"][c]["p50 ms"] for c, row in rows["candour"].items()})

    def _turns(self, rows: dict[str, dict[str, Row]]) -> Row:
        """How many times as many turns a second we do."""
        stock = rows["stock"]
        return _round({c: row["turns a second"] / stock[c]["turns a second"] for c, row in rows["candour"].items()})


def _round(row: Row) -> Row:
    return {name: round(value, 3) for name, value in row.items()}


def turns(many: int = TURNS, servers: Sequence[str] = SERVERS) -> dict[str, object]:
    return asyncio.run(measured(many, servers))


async def measured(many: int, servers: Sequence[str]) -> dict[str, object]:
    people = {f"p{number}": f"00000000-0000-0000-0000-{number:012d}" for number in range(100, 100 + CROWD)}
    async with AsyncExitStack() as stack:
        teams = Loopback(people, installed=set(people))
        runner = web.AppRunner(teams.application(), access_log=None)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        teams.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        teams.session = await stack.enter_async_context(aiohttp.ClientSession())
        bench = Bench(
            teams,
            {name: await started(stack, "tests.bench.teams_servers", name, teams.base, folder) for name in servers},
        )
        for server in servers:
            await bench.closed(server, WARM, CROWD)
        bench.times.clear()
        bench.took.clear()
        for _ in range(ROUNDS):
            for server in servers:
                for at_once in (1, CROWD):
                    await bench.closed(server, many // ROUNDS, at_once)
        return bench.told()


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.bench.teams")
    parser.add_argument("--turns", type=int, default=TURNS)
    print(json.dumps(turns(parser.parse_args().turns), indent=1))


if __name__ == "__main__":
    main()
