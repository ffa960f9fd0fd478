"""Real `candour` processes in a folder of their own: fed by a pipe, read as they speak, killed where a test says."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import LiteralString

from adapters.assembly import House, now
from adapters.commands.migrate import stocked
from reports.report import CaseId

ROOT = Path(__file__).resolve().parents[2]
KEY = "0123456789abcdef" * 4
PATIENCE = 30.0  # seconds for a busy machine; a process that says nothing for so long is stuck
CANDOUR = (sys.executable, "-m", "adapters")


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> str:
        return self.out + self.err


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Nothing of whoever runs the tests: neither their settings nor their home."""
    (folder / "tmp").mkdir(exist_ok=True)
    base = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder / "tmp"), "LANG": "C.UTF-8"}
    return base | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LOG_LEVEL": "debug"} | more


def candour(folder: Path, *words: str, typed: str | bytes = b"", **more: str) -> Done:
    """Run one command to its end."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    done = subprocess.run(
        [*CANDOUR, *words],
        cwd=folder,
        env=environment(folder, **more),
        input=given,
        capture_output=True,
        timeout=PATIENCE * 2,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def script(folder: Path, module: str, *words: str) -> int:
    """Run a module of these tests as a process of its own, to its end or its death."""
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, cwd=folder, env=environment(folder), timeout=PATIENCE * 2, check=False).returncode


class Terminal:
    """One running command; leaving the `with` kills it if it has not ended."""

    def __init__(self, folder: Path, *words: str, **more: str) -> None:
        self._process = subprocess.Popen(
            [*CANDOUR, *words],
            cwd=folder,
            env=environment(folder, **more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
        )
        self._unread = b""
        self.shown = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def type(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())

    def until(self, words: str) -> str:
        """All that was shown since the last call, up to and with these words."""
        wanted, before = words.encode(), time.monotonic() + PATIENCE
        while wanted not in self._unread:
            more = self._more(before)
            self._unread += more
            assert more, f"never showed “{words}”, but:\n{self._unread.decode(errors='replace')}"
        end = self._unread.index(wanted) + len(wanted)
        shown, self._unread = self._unread[:end].decode(), self._unread[end:]
        self.shown += shown
        return shown

    def ask(self, line: str, words: str) -> str:
        self.type(line)
        return self.until(words)

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def interrupt(self) -> int:
        """Press Ctrl-C, and again if nothing comes of it: Python hears one just before a read only with the next."""
        for _ in range(int(PATIENCE)):
            self.signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(1)
                break
        return self.end()

    def leave(self) -> int:
        """Close the pipe, as Ctrl-D does, and give the exit status."""
        assert self._process.stdin
        self._process.stdin.close()
        return self.end()

    def end(self) -> int:
        """Wait for it to end by itself, reading what it still says."""
        assert self._process.stdout
        before = time.monotonic() + PATIENCE
        while more := self._more(before):
            self._unread += more
        self.shown += self._unread.decode(errors="replace")
        self._unread = b""
        return self._process.wait(PATIENCE)

    def deafen(self) -> None:
        """Stop reading, as `| head -1` does."""
        assert self._process.stdout
        self._process.stdout.close()

    def wait(self) -> int:
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """kill -9: it gets no chance to tidy up."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _more(self, before: float) -> bytes:
        assert self._process.stdout
        with selectors.DefaultSelector() as ready:
            ready.register(self._process.stdout, selectors.EVENT_READ)
            return os.read(self._process.stdout.fileno(), 65536) if ready.select(before - time.monotonic()) else b""


def chat(folder: Path, who: str = "t.teacher") -> Terminal:
    return Terminal(folder, "chat", "--as", who)


def house(folder: Path, clock: Callable[[], datetime] = now) -> House:
    """The same stores, opened in this process."""
    return House.open({}, folder, clock)


def sample(folder: Path, **more: str) -> Path:
    """The sample school with its policies read, as a folder that any command may be run in."""
    folder.mkdir(exist_ok=True)
    told = {"CANDOUR_KEY": KEY, **more}
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in told.items()))
    with closing(house(folder)) as opened:
        assert stocked(opened, opened.school("sample"))
        assert opened.vault
    return folder


@dataclass(frozen=True)
class Kept:
    """What the stores hold, counted: one report makes one of each."""

    cases: tuple[CaseId, ...]
    inboxes: tuple[str, ...]  # whose, one for each item
    notices: tuple[str, ...]
    receipts: int
    drafts: int

    @classmethod
    def at(cls, folder: Path) -> Kept:
        with closing(house(folder)) as opened, opened.database.reading() as rows:

            def column(sql: LiteralString) -> tuple[str, ...]:
                return tuple(value for row in rows.query(sql) for value in row.values())

            return cls(
                tuple(map(CaseId, column("SELECT DISTINCT case_id FROM events ORDER BY case_id"))),
                column("SELECT recipient FROM inbox ORDER BY recipient"),
                column("SELECT recipient FROM notices ORDER BY recipient"),
                len(column("SELECT finder FROM receipts")),
                len(column("SELECT who FROM talks")),
            )


def items(folder: Path, clock: Callable[[], datetime] = now) -> dict[str, int]:
    """How many items each of the school's people would see in their inbox, where it is not none."""
    with closing(house(folder, clock)) as opened:
        registered = opened.school("sample")
        desk = opened.desk(registered)
        waiting = {person.id: len(desk.waiting_for(person.id)) for person in registered.school.people}
        return {person: count for person, count in waiting.items() if count}


def delivered(folder: Path, cases: Sequence[CaseId]) -> list[tuple[str, ...]]:
    """To whom each case's events say that it was delivered, in order."""
    with closing(house(folder)) as opened:
        store = opened.cases("sample")
        return [tuple(to for to, _ in store.load(id).delivered) for id in cases]
