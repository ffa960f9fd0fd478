"""Whoever fails or hangs holds up nobody else; what is urgent goes first; each hop once, whatever the clock does."""

from __future__ import annotations

import itertools
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from adapters.assembly import House, now
from adapters.chance import SystemChance
from adapters.worker import HELPERS_REST, LONGEST_URGENT, MOST_TRIES, Worker
from reports.case import Undeliverable
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.adapters.test_worker import Office
from tests.fakes import MemoryCourier

HEAD, DEPUTY, CHAIR, DSL, TEACHER = map(PersonId, ("h.head", "d.deputy", "c.chair", "s.dsl", "t.teacher"))
ABOUT_A_COLLEAGUE = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:m.mentor"}), TEACHER)
ABOUT_THE_HEAD = Concern(Kind.HARASSMENT, frozenset({"head"}), TEACHER)
A_THREAT = Concern(Kind.THREAT, frozenset({"colleague", "person:m.mentor"}), TEACHER)


@dataclass
class Poisoned(MemoryCourier):
    """Deliveries to some fail each time, and are counted."""

    poison: frozenset[PersonId] = frozenset({HEAD})
    tried: int = 0

    def notify(self, to: PersonId, message: str) -> None:
        if to in self.poison:
            self.tried += 1
            raise ConnectionError
        super().notify(to, message)


@dataclass
class Hanging(MemoryCourier):
    """Deliveries to the headteacher hang until they are let go."""

    let_go: Event = field(default_factory=Event)

    def notify(self, to: PersonId, message: str) -> None:
        if to == HEAD:
            self.let_go.wait(30)
        super().notify(to, message)


def file(office: Office, id: str, concern: Concern = ABOUT_A_COLLEAGUE) -> None:
    office.desk.file(Report(CaseId(id), office.clock(), concern, False), {ACCOUNT: "words"}, id)


def test_f09_a_recipient_who_fails_is_tried_once_however_many_wait_and_others_are_told_at_once() -> None:
    office = Office(Poisoned())
    for n in range(50):
        file(office, f"H{n}")
    file(office, "C", ABOUT_THE_HEAD)
    office.worker.drain()
    assert office.told == [CHAIR]
    assert office.courier.tried == 1


def test_f02_a_recipient_who_hangs_holds_up_nobody_else() -> None:
    office = Office(Hanging())
    for n in range(5):
        file(office, f"H{n}")
    file(office, "C", ABOUT_THE_HEAD)
    worker = office.worker
    running = Thread(target=worker.run)
    running.start()
    before = time.monotonic() + HELPERS_REST + 5
    while not office.told and time.monotonic() < before:
        time.sleep(0.01)
    assert office.told == [CHAIR]
    office.courier.let_go.set()
    while len(office.told) < 6 and time.monotonic() < before + 5:
        time.sleep(0.01)
    worker.stopped.set()
    running.join(timeout=10)
    assert sorted(office.told) == [CHAIR, *[HEAD] * 5]


def test_f55_urgent_deliveries_go_before_three_hundred_others() -> None:
    office = Office()
    for n in range(300):
        file(office, f"H{n}")
    file(office, "T", A_THREAT)
    assert office.worker.step()
    assert office.courier.sent[0][1].startswith("T.")


def test_f10_while_a_platform_is_down_the_urgent_clock_runs_on() -> None:
    office = Office(Poisoned())
    file(office, "T", A_THREAT)
    for _ in range(90):
        office.worker.drain()
        office.clock.at += timedelta(minutes=1)
    assert office.told == [DEPUTY]
    assert office.courier.tried >= 10  # and who comes back is told at once


def test_f11_whoever_was_tried_too_often_is_passed_over_and_nothing_is_dropped() -> None:
    office = Office(Poisoned())
    for n in range(3):
        file(office, f"H{n}")
    began = office.clock.at
    while not office.told and office.clock.at - began < timedelta(days=2):
        office.worker.drain()
        office.clock.at += timedelta(minutes=10)
    assert office.told == [DEPUTY] * 3  # one after another, with no wait for the others' tries
    assert MOST_TRIES <= office.courier.tried <= MOST_TRIES + 3
    assert timedelta(hours=12) < office.clock.at - began < timedelta(hours=20)
    assert any(isinstance(event, Undeliverable) for event in office.cases.events[CaseId("H0")])


def test_what_is_urgent_is_never_given_up_and_tried_every_few_minutes() -> None:
    office = Office(Poisoned(poison=frozenset({HEAD, DEPUTY, CHAIR, DSL})))
    file(office, "T", A_THREAT)
    for _ in range(MOST_TRIES * 2):
        office.worker.drain()
        office.clock.at += LONGEST_URGENT
    tried = office.courier.tried
    office.clock.at += LONGEST_URGENT
    office.worker.drain()
    assert office.courier.tried > tried


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=1), timedelta(days=-1)])
@pytest.mark.parametrize("concern", [ABOUT_A_COLLEAGUE, A_THREAT], ids=["standard", "urgent"])
def test_f27_a_clock_that_jumps_skips_no_hop_and_tells_nobody_twice(jump: timedelta, concern: Concern) -> None:
    office = Office()
    file(office, "C", concern)
    for minutes in itertools.count(0, 7):
        office.worker.drain()
        office.clock.at += timedelta(minutes=7) + (jump if minutes == 28 else timedelta())
        if minutes > 60 * 24 * 14:
            break
    case = office.cases.load(CaseId("C"))
    assert case.exhausted
    hops = [person for hop in case.filed.route.hops for person in hop.people]
    assert [to for to in office.told if to in hops] == hops == [HEAD, DEPUTY, CHAIR]


def test_f28_after_three_days_off_each_overdue_hop_fires_once_and_the_urgent_one_first() -> None:
    office = Office()
    file(office, "S")
    file(office, "T", A_THREAT)
    office.worker.drain()
    already = len(office.told)
    office.clock.at += timedelta(days=4)
    office.worker.drain()
    assert [(to, message.split(".")[0]) for to, message in office.courier.sent[already:]] == [
        (DEPUTY, "T"),
        (DEPUTY, "S"),
    ]
    office.worker.drain()
    assert len(office.told) == already + 2


def test_f06_a_database_that_is_locked_for_a_while_loses_nothing(tmp_path: Path) -> None:
    with closing(House.open({"CANDOUR_KEY": "00" * 32}, tmp_path)) as house:
        registered = house.school("sample")
        report = Report(CaseId("C"), now(), ABOUT_A_COLLEAGUE, False)
        house.desk(registered).file(report, {ACCOUNT: "words"}, "C")
        worker = replace(house.worker(), hands=2)
        with closing(sqlite3.connect(tmp_path / "data" / "candour.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            running = Thread(target=worker.run, daemon=True)
            running.start()
            time.sleep(1.0)
            assert not house.cases("sample").delivered_to(HEAD)
            other.execute("ROLLBACK")
        before = time.monotonic() + 10
        while not house.cases("sample").delivered_to(HEAD) and time.monotonic() < before:
            time.sleep(0.05)
        worker.stopped.set()
        running.join(timeout=10)
        assert house.notices("sample").unseen(HEAD) == 1


def test_f13_what_nobody_opened_counts_as_delivered_and_the_clock_runs_on() -> None:
    office = Office()
    file(office, "C")
    office.worker.drain()
    assert office.cases.load(CaseId("C")).reached == {HEAD}
    office.clock.at += timedelta(days=5)
    office.worker.drain()
    assert office.told == [HEAD, DEPUTY]


@pytest.mark.parametrize("acknowledged", [False, True])
def test_f14_opening_does_not_stop_the_clock_and_acknowledging_does(acknowledged: bool) -> None:
    office = Office()
    file(office, "C")
    office.worker.drain()
    assert office.desk.open(CaseId("C"), HEAD, office.clock())
    if acknowledged:
        office.desk.acknowledge(CaseId("C"), HEAD, office.clock())
    office.clock.at += timedelta(days=5)
    office.worker.drain()
    assert office.told == ([HEAD] if acknowledged else [HEAD, DEPUTY])


def test_f15_when_everybody_has_been_silent_the_case_says_so() -> None:
    office = Office()
    file(office, "C")
    for _ in range(4):
        office.worker.drain()
        office.clock.at += timedelta(days=5)
    assert office.told == [HEAD, DEPUTY, CHAIR]
    assert office.cases.load(CaseId("C")).exhausted


def test_f57_two_schedulers_fire_each_hop_once() -> None:
    office = Office()
    for n in range(20):
        file(office, f"H{n}")
    one, two = office.worker, office.worker
    for _ in range(3):
        both = [Thread(target=worker.drain) for worker in (one, two)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        office.clock.at += timedelta(days=5)
    for n in range(20):
        told = [to for to, message in office.courier.sent if message.startswith(f"H{n}.")]
        assert told == [HEAD, DEPUTY, CHAIR]


def test_those_who_failed_together_come_back_apart() -> None:
    office = Office()
    drawn = SystemChance()
    worker = replace(office.worker, jitter=drawn.share)
    waits = {worker._wait(5, False) for _ in range(20)}
    assert len(waits) > 10
    assert timedelta(seconds=80) <= min(waits) <= max(waits) < timedelta(seconds=120)


def test_a_worker_says_that_it_is_alive_between_errands() -> None:
    office, beats = Office(), []
    worker: Worker = replace(office.worker, beat=lambda: beats.append(1))
    running = Thread(target=worker.run)
    running.start()
    time.sleep(0.1)
    worker.stopped.set()
    running.join(timeout=10)
    assert beats
