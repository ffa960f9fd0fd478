"""A mail server that is away for days costs nobody a report: whoever could not be told is told when it is back.

Everyone on the chain was given up on, one after the other, and then nobody was ever tried again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from adapters.worker import Round
from reports import decisions
from reports.case import BARRED, Case, Undeliverable
from reports.desk import Desk
from reports.errands import Verb
from reports.people import PersonId, School
from reports.report import CaseId
from tests.adapters.test_worker import Office
from tests.fakes import MemoryCourier, MemoryReceipts
from tests.reports.schools import FULL

HEAD, DEPUTY, CHAIR = map(PersonId, ("h.head", "d.deputy", "c.chair"))
CHAIN = {HEAD, DEPUTY, CHAIR}
DAYS = timedelta(days=1)
LOOKS = timedelta(minutes=30)


@dataclass
class Away(MemoryCourier):
    away: bool = True

    def notify(self, to: PersonId, message: str) -> None:
        if self.away:
            raise ConnectionError
        super().notify(to, message)


@dataclass
class Weekend(Office):
    courier: MemoryCourier = field(default_factory=Away)
    school: School = FULL

    @property
    def desk(self) -> Desk:
        return Desk(self.school, self.cases, MemoryReceipts())

    @property
    def round(self) -> Round:
        return Round(self.desk, self.courier, self.talks, self.cases)

    @property
    def case(self) -> Case:
        return self.cases.load(CaseId("C1"))

    def goes_by(self, days: float) -> None:
        until = self.clock.at + days * DAYS
        while self.clock.at < until:
            self.clock.at += LOOKS
            self.worker.drain()

    def mail(self, *, away: bool) -> None:
        self.courier = Away(self.courier.sent, away=away)


def ran_out() -> Weekend:
    office = Weekend()
    office.file()
    office.goes_by(3)
    assert office.case.exhausted
    assert office.told == []
    return office


def test_when_the_mail_is_back_everyone_of_the_chain_is_told_within_a_day() -> None:
    office = ran_out()
    office.mail(away=False)
    office.goes_by(1)
    assert set(office.told) == CHAIN
    assert office.desk.acknowledge(CaseId("C1"), HEAD, office.clock.at)


def test_each_is_told_once_and_then_reminded_daily_until_somebody_acknowledges() -> None:
    office = ran_out()
    office.mail(away=False)
    office.goes_by(3)
    assert sorted(office.told) == sorted(CHAIN)
    assert len([to for to, message in office.courier.sent if f".{Verb.DAILY}." in message and to == HEAD]) >= 2
    office.desk.acknowledge(CaseId("C1"), HEAD, office.clock.at)
    so_far = len(office.courier.sent)
    office.goes_by(7)
    assert len(office.courier.sent) == so_far


def test_it_goes_on_being_tried_however_long_the_mail_is_away() -> None:
    office = ran_out()
    office.goes_by(12)
    office.mail(away=False)
    office.goes_by(2)
    assert set(office.told) == CHAIN


def test_daily_reminders_go_on_after_days_on_which_they_could_not_be_sent() -> None:
    office = Weekend()
    office.file()
    office.mail(away=False)
    office.goes_by(14)
    assert office.case.exhausted
    office.mail(away=True)
    office.goes_by(4)
    office.mail(away=False)
    so_far = len(office.courier.sent)
    office.goes_by(2)
    assert {to for to, _ in office.courier.sent[so_far:]} == CHAIN


def test_once_somebody_acknowledges_it_nobody_else_is_told_of_it() -> None:
    office = ran_out()
    office.courier = MemoryCourier(nobody=frozenset({CHAIR, DEPUTY}))
    office.goes_by(1)
    assert office.told == [HEAD]
    office.desk.acknowledge(CaseId("C1"), HEAD, office.clock.at)
    office.courier = MemoryCourier(office.courier.sent)
    office.goes_by(5)
    assert set(office.told) == {HEAD}


def test_somebody_who_has_left_is_not_tried_again() -> None:
    office = Weekend()
    office.file()
    office.school = replace(FULL, people=tuple(replace(p, active=False) for p in FULL.people))
    office.goes_by(20)
    assert office.case.exhausted
    assert office.cases.errands == {}


def test_a_try_is_followed_by_one_other_however_often_it_is_written_down() -> None:
    office = ran_out()
    (errand,) = (errand for errand in office.cases.errands.values() if errand.to == HEAD)
    now, school = office.clock.at, office.school
    once = decisions.cannot_deliver(office.case, HEAD, "unreachable", now, school, errand.hop)
    assert [kept.to for kept in once.errands] == [HEAD]
    after = office.case.after(once.events[0])
    assert not decisions.cannot_deliver(after, HEAD, "unreachable", now, school, errand.hop).events


def test_somebody_who_is_barred_by_now_is_not_tried_again() -> None:
    office = ran_out()
    case = office.case.after(Undeliverable(office.clock.at, HEAD, BARRED))
    tried = -dict(case.missed)[HEAD]
    assert decisions.cannot_deliver(case, HEAD, BARRED, office.clock.at, FULL, tried).errands == ()
