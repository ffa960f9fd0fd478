"""Real `candour serve` processes on the strict Slack: a question, a report to its notice, and a kill in between."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientError

from tests.processes.terminal import CANDOUR, KEY, PATIENCE, environment
from tests.slack.fake import FakeSlack
from tests.slack.filling import COLLEAGUE_REPORT, asked, put, shown_code
from tests.slack.stage import ALICE, BOT, HEAD, SECRET, SOCKET, play, school, users

FRIEND = "May I accept a friend request from a pupil?"


class Looking:
    """A stage without a door of its own: what is waited for is what Slack sees."""

    def __init__(self, slack: FakeSlack) -> None:
        self.slack = slack


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def serving(
    folder: Path, slack: FakeSlack, *words: str, **more: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    port = free_port()
    settings = {"CANDOUR_KEY": KEY, "CANDOUR_SCHOOLS": str(school(folder)), "CANDOUR_HOME": str(folder / "data")}
    tokens = {"SLACK_BOT_TOKEN": BOT, "SLACK_API_URL": slack.api, **(more or {"SLACK_SIGNING_SECRET": SECRET})}
    given = environment(folder, **settings, **tokens)
    loading = await asyncio.create_subprocess_exec(
        *CANDOUR, "migrate", cwd=folder, env=given, stderr=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL
    )
    assert await loading.wait() == 0
    process = await asyncio.create_subprocess_exec(
        *CANDOUR, "serve", "--port", str(port), *words, cwd=folder, env=given
    )
    slack.app_url = f"http://127.0.0.1:{port}/slack/events"
    try:
        await until(lambda: alive(slack, port))
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def alive(slack: FakeSlack, port: int) -> bool:
    try:
        async with slack.http.get(f"http://127.0.0.1:{port}/healthz") as response:
            return response.status == 200
    except ClientError:
        return False


async def until(holds: Any) -> None:
    for _ in range(int(PATIENCE * 20)):
        found = holds()
        if (await found) if asyncio.iscoroutine(found) else found:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came to that")


def seen(slack: FakeSlack, user: str, words: str) -> bool:
    return words in json.dumps(slack.visible(user))


def test_serve_answers_and_carries_a_report_through_a_kill(tmp_path: Path) -> None:
    async def story() -> None:
        async with FakeSlack(users=users()) as slack:
            st: Any = Looking(slack)
            async with serving(tmp_path, slack) as process:
                await slack.dm(ALICE, FRIEND)
                await until(lambda: seen(slack, ALICE, "What the policy says"))
                await slack.slash(ALICE, "/report")
                await until(lambda: slack.top(ALICE))
                while asked(st, ALICE) != "more":
                    question = asked(st, ALICE)
                    await put(st, ALICE, {question: COLLEAGUE_REPORT[question]})
                process.send_signal(signal.SIGKILL)
                await process.wait()
            async with serving(tmp_path, slack, "--with-worker") as process:
                for question in ("more", "send"):
                    await put(st, ALICE, {question: COLLEAGUE_REPORT[question]})
                await put(st, ALICE, {"code": shown_code(st, ALICE)[-4:]})
                await until(lambda: seen(slack, HEAD, "You have a private item"))
                assert not seen(slack, HEAD, "zanzibar")
                process.send_signal(signal.SIGTERM)
                assert await asyncio.wait_for(process.wait(), 15) == 0
            assert slack.violations == []

    play(story(), seconds=120)


def test_serve_comes_by_a_socket_where_there_is_no_address(tmp_path: Path) -> None:
    async def story() -> None:
        async with FakeSlack(users=users(), socket_mode=True) as slack:
            async with serving(tmp_path, slack, SLACK_APP_TOKEN=SOCKET):
                await until(lambda: slack.ws)
                await slack.dm(ALICE, FRIEND)
                await until(lambda: seen(slack, ALICE, "What the policy says"))
            assert slack.violations == []

    play(story(), seconds=120)


def test_a_question_alone_imports_nothing_of_slack(tmp_path: Path) -> None:
    """`candour ask` stays quick whatever serves Slack."""

    async def story() -> None:
        code = (
            "import sys; from adapters.__main__ import main; main(['ask', 'photos']); "
            "print([name for name in sys.modules if name.split('.')[0] in ('slack_bolt', 'slack_sdk', 'aiohttp')])"
        )
        given = environment(tmp_path, CANDOUR_KEY=KEY, CANDOUR_SCHOOLS=str(school(tmp_path)), SLACK_BOT_TOKEN=BOT)
        told = await asyncio.create_subprocess_exec(
            CANDOUR[0], "-c", code, cwd=tmp_path, env=given, stdout=asyncio.subprocess.PIPE
        )
        out, _ = await told.communicate()
        assert out.decode().rstrip().split(os.linesep)[-1] == "[]"

    play(story())
