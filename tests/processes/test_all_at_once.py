"""Four processes take in reports and three carry them, on one PostgreSQL, and every two seconds one is killed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from adapters.merging import OFTEN
from tests.databases import postgres
from tests.processes.terminal import PATIENCE, Kept, delivered, environment, house, items, sample

pytestmark = pytest.mark.needs("postgresql")
EXHAUSTIVE = os.environ.get("CANDOUR_EXHAUSTIVE") == "1"
SECONDS = 60.0 if EXHAUSTIVE else 8.0
KILLED_EVERY = 2.0
FEWEST = 100 if EXHAUSTIVE else 8  # reports; a busy machine sends few
WHO = ("t.teacher", "a.assistant", "r.reception", "o.office")  # each before a process of their own
CARRIERS = 3
GOES_TO = {"colleague": "h.head", "head": "c.chair"}  # by whom it is about, typed by hand


@dataclass
class Crowd:
    """Each process has a number; one that is killed has a successor by the same number."""

    school: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)

    def start(self, name: str) -> None:
        words = ("tests.processes.carrying",) if name.isdigit() else ("tests.processes.filing", name)
        command = [sys.executable, "-m", *words]
        into = (self.school / f"said.{name}").open("ab")
        with into:
            self.running[name] = subprocess.Popen(
                command, cwd=self.school, env=environment(self.school), stdout=into, stderr=into
            )

    def kill(self, name: str) -> None:
        """kill -9, whatever it is about to do; one that has ended by itself does not count."""
        process = self.running[name]
        self.killed[name] += process.poll() is None
        process.kill()
        process.wait(PATIENCE)
        self.start(name)

    def finish(self) -> None:
        """Whoever takes in reports ends what was begun; the carriers go on."""
        (self.school / "stop").touch()
        for name in WHO:
            assert self.running[name].wait(PATIENCE) == 0, (self.school / f"said.{name}").read_text()

    def end(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait(PATIENCE)


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    with postgres() as url:
        school = sample(tmp_path / "school", DATABASE_URL=url)
        found = Crowd(school)
        try:
            yield found
        finally:
            found.end()


def sent(school: Path, who: str) -> set[str]:
    """The codes of every report of which this person was told that it was sent."""
    file = school / f"codes.{who}"
    return set(file.read_text().split()) if file.exists() else set()


def codes(school: Path) -> set[str]:
    return {code for who in WHO for code in sent(school, who)}


def until(holds: Callable[[], object]) -> None:
    before = time.monotonic() + 3 * PATIENCE
    while not holds():
        assert time.monotonic() < before
        time.sleep(0.2)


def waits(school: Path) -> int:
    with closing(house(school)) as opened, opened.database.reading() as rows:
        return rows.count("errands", {"verb": "deliver"})


def about(school: Path) -> dict[str, str]:
    """Each case with what it is about, found by its reporter's code and no other way."""
    with closing(house(school)) as opened:
        desk = opened.desk(opened.school("sample"))
        found = [desk.by_code(code) for code in codes(school)]
        assert all(found)
        filed = [(case.id, case.filed.report.concern.subjects) for case in found if case and case.filed]
        return {id: next(who for who in GOES_TO if who in subjects) for id, subjects in filed}


def test_with_one_of_seven_processes_killed_every_two_seconds_none_is_lost_twice_or_astray(crowd: Crowd) -> None:
    chance = random.Random(20261120)  # noqa: S311 - a test's own chance
    names = [*WHO, *map(str, range(CARRIERS))]
    for name in names:
        crowd.start(name)
    until(lambda: all(sent(crowd.school, who) for who in WHO))
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        time.sleep(KILLED_EVERY)
        crowd.kill(chance.choice(names))
    crowd.finish()
    until(lambda: not waits(crowd.school))
    crowd.end()

    cases = about(crowd.school)
    kept = Kept.at(crowd.school)
    assert crowd.killed.total() >= SECONDS / KILLED_EVERY / 2
    assert len(cases) == len(codes(crowd.school)) >= FEWEST
    assert set(kept.cases) == set(cases)
    assert (kept.receipts, kept.drafts) == (len(cases), 0)
    wanted = {id: (GOES_TO[what],) for id, what in cases.items()}
    assert dict(zip(kept.cases, delivered(crowd.school, kept.cases), strict=True)) == wanted
    whose = Counter(to for (to,) in wanted.values())
    assert Counter(kept.inboxes) == whose == items(crowd.school)
    rung = Counter(kept.notices)  # in a flood one stands for those after it
    assert all(min(OFTEN, count) <= rung[to] <= count for to, count in whose.items())
