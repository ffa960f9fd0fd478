"""Errands are done once, come back when they fail, and one school's trouble is nobody else's."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from adapters.stores.rows import Unusable
from adapters.worker import LEASE, LONGEST_WAIT, Round, Rounds, Worker
from bot.conversation import IDLE, Conversation, Gone
from reports.desk import ACCOUNT, Desk
from reports.errands import Errand, Verb
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.fakes import MemoryCases, MemoryCourier, MemoryReceipts, MemoryTalks
from tests.reports.schools import FULL

HEAD, DEPUTY, TEACHER = PersonId("h.head"), PersonId("d.deputy"), PersonId("t.teacher")
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:m.mentor"}), TEACHER)


REMINDS = re.compile(rf"\.({Verb.REMIND}|{Verb.DAILY})\.")


@dataclass
class Clock:
    at: datetime = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday in term

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Faltering(MemoryCourier):
    """Fails so many times before it carries anything; its fault repeats words that must not be logged."""

    failures: int = 0

    def notify(self, to: PersonId, message: str) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("kingfisher")
        super().notify(to, message)


@dataclass
class Office:
    """One school with a report or more, and a worker."""

    courier: MemoryCourier = field(default_factory=MemoryCourier)
    clock: Clock = field(default_factory=Clock)
    cases: MemoryCases = field(default_factory=MemoryCases)
    talks: MemoryTalks = field(default_factory=MemoryTalks)

    @property
    def desk(self) -> Desk:
        return Desk(FULL, self.cases, MemoryReceipts())

    @property
    def worker(self) -> Worker:
        return Worker((self.round,), self.clock)

    @property
    def round(self) -> Round:
        return Round(self.desk, self.courier, self.talks, self.cases)

    def file(self, id: str = "C1") -> None:
        self.desk.file(Report(CaseId(id), self.clock(), CONCERN, False), {ACCOUNT: "words"}, "CODE")

    @property
    def told(self) -> list[PersonId]:
        """To whom a case was carried, in order; a reminder of it is no delivery."""
        return [to for to, message in self.courier.sent if not REMINDS.search(message)]


def test_a_report_is_carried_once_and_then_nothing_is_due() -> None:
    office = Office()
    office.file()
    assert (office.worker.drain(), office.worker.drain()) == (1, 0)
    assert office.told == [HEAD]


def test_a_report_that_nobody_acknowledges_moves_on_and_is_carried_to_the_next() -> None:
    office = Office()
    office.file()
    office.worker.drain()
    office.clock.at += timedelta(days=9)
    office.worker.drain()
    assert office.told == [HEAD, DEPUTY]


def test_an_errand_that_fails_comes_back_later_each_time_and_is_done_in_the_end() -> None:
    office = Office(Faltering(failures=3))
    office.file()
    began, waited = office.clock.at, []
    while not office.told:
        if not office.worker.step():
            office.clock.at += timedelta(seconds=1)
        waited.append(office.clock.at - began)
    assert office.told == [HEAD]
    assert timedelta(seconds=20) < waited[-1] < timedelta(minutes=2)


def test_however_often_it_failed_an_errand_is_tried_again_within_an_hour() -> None:
    office = Office(Faltering(failures=10**9))
    office.file()
    for _ in range(40):
        assert office.worker.step()
        office.clock.at += LONGEST_WAIT
    assert office.told == []


def test_what_failed_is_logged_without_a_word_of_it(caplog: pytest.LogCaptureFixture) -> None:
    office = Office(Faltering(failures=1))
    office.file()
    with caplog.at_level(logging.DEBUG):
        office.worker.drain()
    assert "deliver, ConnectionError" in caplog.text
    for word in ("kingfisher", "C1", HEAD, TEACHER, "harassment"):
        assert word not in caplog.text


def test_one_schools_trouble_does_not_hold_up_anothers_reports() -> None:
    clock = Clock()
    bad, good = Office(Faltering(failures=10**9), clock), Office(clock=clock)
    bad.file()
    for n in range(5):
        good.file(f"C{n}")
    Worker((bad.round, good.round), clock).drain()
    assert len(good.told) == 5


def test_an_errand_claimed_by_a_worker_that_died_is_free_after_its_lease() -> None:
    office = Office()
    office.file()
    office.cases.claim(office.clock(), office.clock() + LEASE)
    assert office.worker.drain() == 0
    office.clock.at += LEASE
    assert office.worker.drain() == 1
    assert office.told == [HEAD]


def test_someone_who_cannot_be_reached_is_passed_over() -> None:
    office = Office(MemoryCourier(nobody=frozenset({HEAD})))
    office.file()
    office.worker.drain()
    assert office.told == [DEPUTY]


def test_unsent_reports_that_lie_idle_are_destroyed_and_others_are_not() -> None:
    office = Office()
    draft = Conversation("C1", "report", {}, office.clock())
    office.talks.save(TEACHER, draft)
    office.talks.save(HEAD, replace(draft, touched=office.clock() + IDLE))
    office.clock.at += IDLE + timedelta(seconds=1)
    office.worker.tidy()
    assert office.talks.load(TEACHER) == Gone()
    assert isinstance(office.talks.load(HEAD), Conversation)


@dataclass
class Away(MemoryCases):
    """A database that is not there for so many looks."""

    looks: int = 3

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        self.looks -= 1
        if self.looks >= 0:
            raise Unusable("kingfisher")
        return super().claim(now, until)


def test_a_worker_outlasts_a_database_that_is_away(caplog: pytest.LogCaptureFixture) -> None:
    office = Office(cases=Away())
    office.file()
    worker = replace(office.worker, outage=0.01)
    running = Thread(target=worker.run)
    with caplog.at_level(logging.DEBUG):
        running.start()
        running.join(timeout=0.3)
        assert running.is_alive()
        worker.stopped.set()
        running.join(timeout=5)
    assert office.told == [HEAD]
    assert caplog.text.count("Unusable") == 3
    assert "kingfisher" not in caplog.text


def test_a_worker_runs_until_it_is_stopped() -> None:
    office = Office()
    office.file()
    worker = office.worker
    running = Thread(target=worker.run)
    running.start()
    worker.stopped.wait(0.05)
    worker.stopped.set()
    running.join(timeout=5)
    assert not running.is_alive()
    assert office.told == [HEAD]


@pytest.mark.parametrize("jump", [timedelta(minutes=2), timedelta(hours=-1), timedelta(days=-1)])
def test_rounds_are_made_anew_also_by_a_clock_that_was_put_back(jump: timedelta) -> None:
    """Until it had caught up, whoever had left was still told, and nobody new was."""
    office, made = Office(), list[int]()

    def make() -> tuple[Round, ...]:
        made.append(1)
        return (office.round,)

    rounds = Rounds(make, office.clock)
    assert len(list(rounds)) == len(made) == 1
    office.clock.at += jump
    assert len(list(rounds)) == 1
    assert len(made) == 2
    list(rounds)
    assert len(made) == 2
