"""Real `candour serve` processes that the strict Slack calls: how one is started, waited for, and heard from."""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientError

from tests.processes.terminal import CANDOUR, KEY, PATIENCE, environment
from tests.slack.fake import FakeSlack
from tests.slack.stage import BOT, SECRET, school

Process = asyncio.subprocess.Process


@dataclass
class Looking:
    """A stage without a door of its own: what is waited for is what Slack sees."""

    slack: FakeSlack


@dataclass
class Served:
    process: Process
    url: str


def settings(folder: Path, slack: FakeSlack, **more: str) -> dict[str, str]:
    """What every process of this school is given. `more` may say how Slack proves itself, and where the database is."""
    ours = {"CANDOUR_KEY": KEY, "CANDOUR_SCHOOLS": str(school(folder)), "CANDOUR_HOME": str(folder / "data")}
    proof = {} if "SLACK_APP_TOKEN" in more else {"SLACK_SIGNING_SECRET": SECRET}
    return {**ours, "SLACK_BOT_TOKEN": BOT, "SLACK_API_URL": slack.api, **proof, **more}


async def laid(folder: Path, given: dict[str, str]) -> None:
    quiet = asyncio.subprocess.DEVNULL
    started = await asyncio.create_subprocess_exec(
        *CANDOUR, "migrate", cwd=folder, env=environment(folder, **given), stderr=quiet, stdout=quiet
    )
    assert await started.wait() == 0


@asynccontextmanager
async def running(folder: Path, slack: FakeSlack, given: dict[str, str], *words: str) -> AsyncIterator[Served]:
    """One process, killed at the end if it still lives. Slack calls it from now on."""
    port = free_port()
    command = [*CANDOUR, "serve", "--port", str(port), *words]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment(folder, **given))
    slack.app_url = f"http://127.0.0.1:{port}/slack/events"
    try:
        await until(lambda: alive(slack, port))
        yield Served(process, slack.app_url)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@asynccontextmanager
async def serving(folder: Path, slack: FakeSlack, *words: str, **more: str) -> AsyncIterator[Process]:
    given = settings(folder, slack, **more)
    await laid(folder, given)
    async with running(folder, slack, given, *words) as served:
        yield served.process


async def alive(slack: FakeSlack, port: int) -> bool:
    try:
        async with slack.http.get(f"http://127.0.0.1:{port}/healthz") as response:
            return bool(response.status == 200)
    except ClientError:
        return False


async def until(holds: Callable[[], Any]) -> None:
    for _ in range(int(PATIENCE * 20)):
        found = holds()
        if (await found) if inspect.isawaitable(found) else found:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came to that")


def seen(slack: FakeSlack, user: str, words: str) -> bool:
    return words in json.dumps(slack.visible(user))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
