"""A school whose people are on a strict Teams of our own, the web process that serves them, and a worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any, TypeVar

from aiohttp import web

from adapters.assembly import Clock, House
from adapters.commands.migrate import stocked
from adapters.sample import FOLDER
from adapters.teams import opening
from adapters.teams.door import PATH, Door
from adapters.worker import Worker
from tests.teams.connector import APP, SECRET, TENANT, Connector, connector

ALICE, HEAD, CHAIR, COLLEAGUE, STRANGER, GUEST = "alice", "head", "chair", "colleague", "stranger", "guest"
EVERYONE = (ALICE, HEAD, CHAIR, COLLEAGUE, STRANGER, GUEST)
PEOPLE = {name: f"00000000-0000-0000-0000-{number:012d}" for number, name in enumerate(EVERYONE, 1)}
ON_TEAMS = {"t.teacher": ALICE, "h.head": HEAD, "c.chair": CHAIR, "c.colleague": COLLEAGUE}
ACCOUNTS = {person: PEOPLE[name] for person, name in ON_TEAMS.items()}
KEY = "00" * 32
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)

T = TypeVar("T")


def school(folder: Path, tenant: str = TENANT, id: str = "sample", accounts: Mapping[str, str] = ACCOUNTS) -> Path:
    """The sample school, with some of its people on Teams."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "policies").exists():
        copytree(FOLDER / "policies", folder / "policies")
    text = (FOLDER / "school.toml").read_text(encoding="utf-8")
    text = text.replace('id = "sample"', f'id = "{id}"\nteams_tenant = "{tenant}"', 1)
    for person, account in accounts.items():
        text = text.replace(f'id = "{person}"', f'id = "{person}"\nteams = "{account}"', 1)
    (folder / "school.toml").write_text(text, encoding="utf-8")
    return folder


def environ(folder: Path, base: str) -> dict[str, str]:
    """What a process of this school is given, where the connector is at `base`."""
    return {
        "CANDOUR_KEY": KEY,
        "CANDOUR_SCHOOLS": str(folder),
        "CANDOUR_HOME": str(folder / "data"),
        "TEAMS_APP_ID": APP,
        "TEAMS_APP_PASSWORD": SECRET,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_OPENID_URL": f"{base}/openid",
        "TEAMS_LOGIN_URL": f"{base}/login",
    }


def opened(folder: Path, base: str, /, clock: Clock = lambda: NOW, **settings: str) -> House:
    """The house as a process opens it."""
    return House.open({**environ(folder, base), **settings}, folder, clock)


@dataclass
class Stage:
    teams: Connector
    house: House
    door: Door

    async def carry(self) -> int:
        """Everything that is due, as the worker does it."""
        rounds = tuple(self.house.round(registered) for registered in self.house.schools.values())
        return await asyncio.to_thread(Worker(rounds, self.house.clock).drain)

    async def settle(self) -> None:
        """Until what was started after an acknowledgement has ended."""
        await asyncio.sleep(0.01)
        while self.door.hears.working:
            await asyncio.sleep(0.01)

    async def say(self, name: str, text: str, room: str = "", **more: Any) -> None:
        await self.teams.say(name, text, room, **more)
        await self.settle()

    async def installed(self, *names: str) -> None:
        for name in names:
            await self.teams.add(name)
        await self.settle()

    def cases(self) -> int:
        with self.house.database.reading() as rows:
            return int(rows.query("SELECT count(DISTINCT case_id) AS many FROM events")[0]["many"])

    def case(self) -> str:
        with self.house.database.reading() as rows:
            return str(rows.query("SELECT case_id FROM events LIMIT 1")[0]["case_id"])


def kept(st: Stage) -> int:
    """How many rows there are of what a request could have left."""
    with st.house.database.reading() as rows:
        return sum(int(rows.query(f"SELECT count(*) AS n FROM {table}")[0]["n"]) for table in ("claims", "talks"))  # noqa: S608 - two names of our own


@asynccontextmanager
async def served(house: House) -> AsyncIterator[tuple[Door, str]]:
    """The web process; gives where it listens."""
    door = opening.door(house)
    application = web.Application()
    application.add_routes([*door.routes(), web.get("/nothing", _nothing)])
    application.on_startup.append(door.start)
    application.on_cleanup.append(door.stop)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield door, f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    finally:
        await runner.cleanup()


async def _nothing(_: web.Request) -> web.Response:
    return web.Response()


@asynccontextmanager
async def stage(
    folder: Path, clock: Clock = lambda: NOW, accounts: Mapping[str, str] = ACCOUNTS, **settings: str
) -> AsyncIterator[Stage]:
    """`accounts`: the object id of each person of the school who is on Teams; the connector calls others by theirs."""
    people = PEOPLE | {person: id for person, id in accounts.items() if id not in PEOPLE.values()}
    async with connector(people, guests=frozenset({GUEST}), channel=frozenset({ALICE, HEAD, GUEST})) as teams:
        house = opened(school(folder, accounts=accounts), teams.base, clock, **settings)
        for registered in house.schools.values():
            stocked(house, registered)
        async with served(house) as (door, url):
            teams.app_url = url
            yield Stage(teams, house, door)
        house.close()


def play(story: Coroutine[Any, Any, T], seconds: int = 60) -> T:
    """Run one story to its end."""
    return asyncio.run(asyncio.wait_for(story, seconds))
