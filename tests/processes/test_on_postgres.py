"""Several processes on one PostgreSQL, some of them killed: no report is lost, and none arrives twice."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.assembly import House, now
from adapters.merging import OFTEN
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.databases import postgres
from tests.processes.terminal import PATIENCE, Kept, delivered, environment, house, items, sample

pytestmark = pytest.mark.needs("postgresql")
SECONDS = 8.0
KILLED_EVERY = 2.0
CONCERN = Concern(Kind.POLICY_BREACH, frozenset({"colleague", "person:c.colleague"}), PersonId("t.teacher"))


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Path]:
    with postgres() as url:
        folder = sample(tmp_path / "school", DATABASE_URL=url)
        yield folder


@dataclass
class Carriers:
    """Two workers, each a process; the one that is killed has a successor."""

    school: Path
    ended: ExitStack
    killed: int = 0

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.processes.carrying"]
        process = subprocess.Popen(command, cwd=self.school, env=environment(self.school), stdout=subprocess.PIPE)
        self.ended.callback(self._end, process)
        assert process.stdout
        assert process.stdout.readline() == b"Carrying.\n"
        return process

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        self.killed += 1

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


def file(opened: House, name: str, until: float) -> int:
    """One web process's thread: report after report until then. Returns how many."""
    desk, filed = opened.desk(opened.school("sample")), 0
    while time.monotonic() < until:
        report = Report(CaseId(f"{name}-{filed}"), now(), CONCERN, False)
        desk.file(report, {ACCOUNT: "words"}, f"{name}-{filed}")
        filed += 1
        time.sleep(0.02)
    return filed


def due(opened: House) -> int:
    with opened.database.reading() as rows:
        return rows.count("errands", {"verb": "deliver"})


def test_two_workers_of_which_one_is_killed_again_and_again_deliver_every_report_once(school: Path) -> None:
    with ExitStack() as ended, closing(house(school)) as one, closing(house(school)) as two:
        carriers = Carriers(school, ended)
        carriers.start()
        until = time.monotonic() + SECONDS
        with ThreadPoolExecutor(4) as pool:
            filing = [pool.submit(file, opened, f"C{n}", until) for n, opened in enumerate((one, two, one, two))]
            while time.monotonic() < until or carriers.killed < 3:  # a busy machine starts one slowly
                mortal = carriers.start()
                time.sleep(KILLED_EVERY)
                carriers.kill(mortal)
            filed = sum(each.result() for each in filing)
        before = time.monotonic() + PATIENCE
        while due(one) and time.monotonic() < before:
            time.sleep(0.1)
    assert carriers.killed >= 3
    kept = Kept.at(school)
    assert len(kept.cases) == kept.receipts == filed > 20
    assert kept.inboxes == ("h.head",) * filed
    assert OFTEN <= len(kept.notices) <= filed  # in a flood one stands for those after it
    assert delivered(school, kept.cases) == [("h.head",)] * filed
    assert items(school) == {"h.head": filed}
    assert not list(school.rglob("*.db"))
