"""`candour serve` as a process: Teams' door is open where it is set up, and costs nothing where it is not."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.commands.migrate import stocked
from tests.processes.terminal import ROOT
from tests.teams.connector import connector
from tests.teams.stage import ALICE, PEOPLE, environ, opened, play, school

WAIT = 60


@contextmanager
def served(folder: Path, base: str, port: int) -> Iterator[subprocess.Popen[str]]:
    others = ("TEAMS_", "SLACK_", "CANDOUR_")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    given = {**ours, **environ(folder, base), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "adapters", "serve", "--port", str(port)]
    with subprocess.Popen(words, env=given, cwd=folder, text=True, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(WAIT)


def test_candour_serve_answers_on_teams_and_refuses_what_is_not_signed(tmp_path: Path) -> None:
    async def story() -> None:
        async with connector(PEOPLE) as teams:
            house = opened(school(tmp_path), teams.base)
            stocked(house, house.school(None))
            house.close()
            port = free_port()
            with served(tmp_path, teams.base, port):
                teams.app_url = f"http://127.0.0.1:{port}/api/messages"
                teams.installed.add(ALICE)
                await listening(port)
                asked = teams.activity(ALICE, "message", text="May I accept a friend request from a pupil?")
                assert await teams.post(asked, None) == (401, None)
                assert await teams.post(asked) == (200, None)
                while not teams.to(ALICE):
                    await asyncio.sleep(0.05)
                assert "What the policy says" in teams.to(ALICE)[0].words

    play(story(), WAIT)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def listening(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return


def test_no_other_command_pays_for_teams() -> None:
    look = (
        "import sys, adapters.__main__, adapters.assembly, adapters.commands.serve, adapters.commands.teams, "
        "adapters.commands.doctor, adapters.commands.worker; "
        "print([n for n in sys.modules if n.partition('.')[0] in ('botbuilder', 'botframework', 'msrest', 'requests')])"
    )
    told = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
