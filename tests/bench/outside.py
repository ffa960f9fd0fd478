"""What measuring a platform's door from outside needs: questions to ask, and each server in a process of its own."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ACTS = ("accept a friend request from", "send a message to", "share a photo of", "lend my phone to", "meet", "e-mail")
WHOM = ("a pupil", "a former pupil", "a parent", "a governor", "a colleague")
WHERE = ("on Facebook", "from home", "on a school trip", "in lessons", "at the weekend", "without asking")
QUESTIONS = tuple(  # 180 different ones: what is asked again and again would cost less than what schools ask
    f"May I {act} {whom} {where}?" for where in WHERE for act in ACTS for whom in WHOM
)


async def started(stack: AsyncExitStack, module: str, name: str, platform: str, folder: Path) -> str:
    """The address of this one of the module's servers, which speaks to that platform and ends with the stack."""
    (folder / name).mkdir()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, name, platform, str(folder / name)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    stack.push_async_callback(_ended, process)
    assert process.stdout
    while line := (await process.stdout.readline()).decode():
        if line.startswith("at "):
            return line[3:].strip()
    raise RuntimeError(f"{name} did not start. Run it by hand: python -m {module} {name} ...")


async def _ended(process: asyncio.subprocess.Process) -> None:
    assert process.stdin
    process.stdin.close()
    await process.wait()
