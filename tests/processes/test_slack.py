"""Real `candour serve` processes on the strict Slack: a question, a report to its notice, and a kill in between."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

from tests.processes.slack_serving import Looking, seen, serving, until
from tests.processes.terminal import CANDOUR, KEY, environment
from tests.slack.fake import FakeSlack
from tests.slack.filling import COLLEAGUE_REPORT, asked, put, shown_code
from tests.slack.stage import ALICE, BOT, HEAD, SOCKET, play, school, users

FRIEND = "May I accept a friend request from a pupil?"


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
