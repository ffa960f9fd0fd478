"""A school's year of reports, played by the clock of a simulation: filed, carried by dying workers, answered or not."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from adapters.worker import Round, Worker
from reports.decisions import NobodyToTell
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId, School
from reports.report import CaseId, Concern, Kind, Report, Role
from tests.fakes import MemoryTalks
from tests.year.faults import BadCourier, Breaking, Clock, Died

BEGINS, DAYS = datetime(2026, 9, 1, 6, tzinfo=UTC), 364
QUIET = timedelta(days=9)  # after the last report: by then every chain has ended
LOOKED = (timedelta(minutes=3), timedelta(minutes=40), timedelta(hours=5), timedelta(days=1), timedelta(days=3), None)
AT_LAST = timedelta(days=9)  # by then everybody was silent, and somebody looks after all: reminders are daily


@dataclass(frozen=True)
class Sent:
    """One report as it was sent."""

    id: CaseId
    at: datetime
    concern: Concern
    anonymous: bool
    answered: timedelta | None  # how long whoever has it then takes to acknowledge; None: they never do


@dataclass
class Year:
    school: School
    cases: Any
    receipts: Any
    chance: Random
    reports: int
    nobody: frozenset[PersonId] = frozenset()
    sent: dict[CaseId, Sent] = field(default_factory=dict)
    refused: int = 0  # nobody in school could be told, and it was said before a word was written

    def __post_init__(self) -> None:
        self.clock = Clock(BEGINS)
        self.courier = BadCourier(self.clock, self.chance, self.nobody)
        self.broken = Breaking(self.cases, self.chance), Breaking(self.receipts, self.chance)
        self.desk = Desk(self.school, *self.broken)
        self.ahead: list[tuple[datetime, int, Callable[[], None]]] = []
        self.numbers = count()

    @property
    def deaths(self) -> int:
        return sum(store.deaths for store in self.broken)

    def play(self) -> None:
        for number in range(self.reports):
            self._at(BEGINS + timedelta(days=DAYS) * self.chance.random(), lambda n=number: self._file(n))  # type: ignore[misc]
        self._at(BEGINS + timedelta(days=DAYS) + QUIET, lambda: None)
        while self.ahead:
            self._work_until(self.ahead[0][0])
            _, _, happens = heapq.heappop(self.ahead)
            happens()

    def _at(self, when: datetime, happens: Callable[[], None]) -> None:
        heapq.heappush(self.ahead, (when, next(self.numbers), happens))

    def _work_until(self, when: datetime) -> None:
        """A new worker for each that dies; each looks again whenever something falls due."""
        while (due := self.cases.next_due()) and due <= when:
            self.clock.at = max(self.clock.at, due)
            queue = self.broken[0]
            worker = Worker((Round(self.desk, self.courier, MemoryTalks(), queue),), self.clock)
            try:
                worker.drain()
            except (Died, OSError):  # a real worker waits for the database, and another is started for one that died
                self.clock.at += timedelta(seconds=5)
        self.clock.at = max(self.clock.at, when)

    def _file(self, number: int) -> None:
        report = self._report(number)
        while True:
            try:
                self.desk.file(report, {ACCOUNT: "words"}, f"CODE{number}")
            except NobodyToTell:
                self.refused += 1
                return
            except (Died, OSError):
                continue  # the draft is still there, and Send is pressed again
            break
        sent = Sent(report.id, report.at, report.concern, report.anonymous, self.chance.choice(LOOKED))
        self.sent[report.id] = sent
        if sent.answered is not None:
            self._at(report.at + sent.answered, lambda: self._acknowledge(report.id))
        self._at(report.at + AT_LAST, lambda: self._acknowledge(report.id))

    def _report(self, number: int) -> Report:
        kind = self.chance.choice(list(Kind))
        people = [person.id for person in self.school.people]
        subjects = {self.chance.choice([role.value for role in Role]), *self._some(people, 0.3, "person:")}
        concern = Concern(
            kind,
            frozenset(subjects),
            PersonId(self.chance.choice([*people, "z.stranger"])),
            frozenset(map(PersonId, self._some(people, 0.2))),
            declared=frozenset(map(PersonId, self._some(people, 0.1))),
        )
        return Report(CaseId(f"R{number}"), self.clock.at, concern, self.chance.random() < 0.5)

    def _some(self, people: list[PersonId], likely: float, before: str = "") -> set[str]:
        return {before + self.chance.choice(people)} if self.chance.random() < likely else set()

    def _acknowledge(self, id: CaseId) -> None:
        """By whoever has had it longest of those who may; a page that fails is loaded again."""
        for person in sorted(self.cases.load(id).answerable):
            while True:
                try:
                    self.desk.acknowledge(id, person, self.clock.at)
                except (Died, OSError):
                    continue
                break
