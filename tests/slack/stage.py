"""A school whose people are on a strict Slack of our own, the web process that serves them, and a worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any, TypeVar

from aiohttp import web

from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.sample import FOLDER
from adapters.slack import opening
from adapters.slack.door import Door
from tests.slack.fake import FakeSlack

ALICE, HEAD, CHAIR, COLLEAGUE, STRANGER, GUEST = "U01ALICE", "U02HEAD", "U03CHAIR", "U04COLL", "U05NEW", "U06GUEST"
ON_SLACK = {
    "t.teacher": ALICE,
    "h.head": HEAD,
    "c.chair": CHAIR,
    "c.colleague": COLLEAGUE,
}
HEAD_ON_TEAMS = "8:orgid:head"  # the head has two accounts
TEAM, SECRET, BOT, SOCKET = "T01TEST", "test-signing-secret", "xoxb-test-token", "xapp-test-token"
KEY = "00" * 32
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)

T = TypeVar("T")


def users() -> dict[str, dict[str, Any]]:
    names = {ALICE: "alice", HEAD: "head", CHAIR: "chair", COLLEAGUE: "colleague", STRANGER: "new", GUEST: "guest"}
    return {id: {"name": name, "email": f"{name}@school.example", "guest": id == GUEST} for id, name in names.items()}


def school(folder: Path, team: str = TEAM, accounts: Mapping[str, str] = ON_SLACK) -> Path:
    """The sample school, with some of its people on Slack."""
    if not (folder / "policies").exists():
        copytree(FOLDER / "policies", folder / "policies")
    text = (FOLDER / "school.toml").read_text(encoding="utf-8")
    text = text.replace('id = "sample"', f'id = "sample"\nslack_team = "{team}"', 1)
    for person, account in accounts.items():
        text = text.replace(f'id = "{person}"', f'id = "{person}"\nslack = "{account}"', 1)
    text = text.replace(f'slack = "{HEAD}"', f'slack = "{HEAD}"\nteams = "{HEAD_ON_TEAMS}"', 1)
    (folder / "school.toml").write_text(text, encoding="utf-8")
    return folder


def opened(
    folder: Path,
    api: str,
    clock: Callable[[], datetime] = lambda: NOW,
    accounts: Mapping[str, str] = ON_SLACK,
    **settings: str,
) -> House:
    """The house as a process opens it."""
    environ = {
        "CANDOUR_KEY": KEY,
        "CANDOUR_SCHOOLS": str(school(folder, accounts=accounts)),
        "CANDOUR_HOME": str(folder / "data"),
        "SLACK_BOT_TOKEN": BOT,
        "SLACK_API_URL": api,
        **settings,
    }
    return House.open(environ, folder, clock)


@dataclass
class Stage:
    slack: FakeSlack
    house: House
    door: Door

    async def carry(self) -> int:
        """Everything that is due, as the worker does it."""
        return await asyncio.to_thread(self.house.worker().drain)

    async def settle(self) -> None:
        """Until what was started after an acknowledgement has ended."""
        await asyncio.sleep(0.01)
        while self.door.hears.working:
            await asyncio.sleep(0.01)

    def said_to(self, user: str) -> str:
        return self.slack.seen_text(user)


@asynccontextmanager
async def served(house: House) -> AsyncIterator[tuple[Door, str]]:
    """The web process; gives where it listens."""
    door = opening.door(house)
    application = web.Application()
    application.add_routes(door.routes())
    application.on_startup.append(door.start)
    application.on_cleanup.append(door.stop)
    runner = web.AppRunner(application, access_log=None, lingering_time=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield door, f"http://127.0.0.1:{port}/slack/events"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def stage(
    folder: Path,
    socket: bool = False,
    clock: Callable[[], datetime] = lambda: NOW,
    accounts: Mapping[str, str] = ON_SLACK,
    **settings: str,
) -> AsyncIterator[Stage]:
    everyone = users() | {id: {"name": id, "email": f"{id}@school.example"} for id in accounts.values()}
    async with FakeSlack(users=everyone, socket_mode=socket) as slack:
        proof = {"SLACK_APP_TOKEN": SOCKET} if socket else {"SLACK_SIGNING_SECRET": SECRET}
        house = opened(folder, slack.api, clock, accounts, **proof, **settings)
        stocked(house, house.school(None))
        async with served(house) as (door, url):
            slack.app_url = url
            while socket and not slack.ws:
                await asyncio.sleep(0.02)
            yield Stage(slack, house, door)
        house.close()


def play(story: Coroutine[Any, Any, T], seconds: int = 60) -> T:
    """Run one story to its end."""
    return asyncio.run(asyncio.wait_for(story, seconds))
