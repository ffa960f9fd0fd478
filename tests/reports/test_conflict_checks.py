"""Who may not see a case is asked when the route is chosen, when it is delivered and when it is opened: each alone.

In every test here the checks before the one in question had nothing to object to: the posts changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from reports import carrying
from reports.desk import ACCOUNT, Desk
from reports.following import Part
from reports.handlers import Handlers
from reports.people import PersonId, Post, School
from reports.report import CaseId, Concern, Kind, Report
from reports.reporter import Reporter
from tests.fakes import MemoryCases, MemoryCourier, MemoryReceipts
from tests.reports.schools import FULL, changed, joined, someone

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
HEAD, CHAIR, VICE, DEPUTY, TEACHER = map(PersonId, ("h.head", "c.chair", "v.vice", "d.deputy", "t.teacher"))
ID = CaseId("C1")
A_NEW_CHAIR = changed(changed(FULL, VICE, posts=frozenset({Post.CHAIR})), CHAIR, posts=frozenset())


@dataclass
class Office:
    """One report at a school whose directory may change."""

    school: School = FULL
    cases: MemoryCases = field(default_factory=MemoryCases)
    receipts: MemoryReceipts = field(default_factory=MemoryReceipts)
    courier: MemoryCourier = field(default_factory=MemoryCourier)
    now: datetime = NOW

    @property
    def desk(self) -> Desk:
        return Desk(self.school, self.cases, self.receipts)

    @property
    def reporter(self) -> Reporter:
        return Reporter(self.desk, "CODE")

    def file(self, *subjects: str, anonymous: bool = False) -> Office:
        concern = Concern(Kind.HARASSMENT, frozenset(subjects), TEACHER)
        self.desk.file(Report(ID, self.now, concern, anonymous), {ACCOUNT: "words"}, "CODE")
        return self

    def carry(self) -> Office:
        while claimed := self.cases.claim(self.now, self.now + timedelta(minutes=1)):
            carrying.run(self.desk, claimed[1], self.courier, self.now)
            self.cases.done(claimed[0])
        return self

    @property
    def told(self) -> list[PersonId]:
        return [to for to, _ in self.courier.sent]


def test_the_route_leaves_out_who_is_barred() -> None:
    assert Office().file("chair").carry().told == [VICE]
    assert Office().file("chair", "person:v.vice").carry().told == [HEAD]


def test_it_is_not_delivered_to_someone_who_came_to_hold_the_post_it_is_about() -> None:
    office = Office().file("chair")
    office.school = A_NEW_CHAIR
    assert office.carry().told == [HEAD]


def test_it_is_not_opened_listed_or_counted_by_someone_who_came_to_hold_the_post_it_is_about() -> None:
    office = Office().file("chair").carry()
    assert office.desk.open(ID, VICE, NOW)
    office.school = A_NEW_CHAIR
    assert office.desk.open(ID, VICE, NOW) is None
    assert office.desk.waiting_for(VICE) == ()
    assert office.desk.acknowledge(ID, VICE, NOW) is None
    assert office.desk.eligible(ID, VICE, NOW) == ()
    assert not office.desk.hand_over(ID, VICE, HEAD, NOW)
    assert not office.desk.recuse(ID, VICE, NOW)


def test_nobody_is_reminded_of_what_they_may_no_longer_see() -> None:
    office = Office().file("chair").carry()
    office.school = A_NEW_CHAIR
    office.now += timedelta(days=3)  # a Monday, when the reminder is due and the turn is not over
    assert office.carry().told == [VICE, HEAD]


def test_who_acknowledged_it_and_may_no_longer_see_it_loses_it_to_the_next_and_for_good() -> None:
    office = Office().file("chair").carry()
    office.desk.acknowledge(ID, VICE, NOW)
    office.school = A_NEW_CHAIR
    office.reporter.add("said1", "And again.", NOW)
    assert office.carry().told == [VICE, HEAD]
    office.school = FULL
    assert office.desk.open(ID, VICE, NOW) is None


def test_who_has_left_opens_nothing() -> None:
    office = Office().file("chair").carry()
    office.school = changed(FULL, VICE, active=False)
    assert office.desk.open(ID, VICE, NOW) is None


@pytest.mark.parametrize("subject", ["person:m.mentor", "colleague"])
def test_who_is_barred_is_not_among_those_it_can_be_handed_to(subject: str) -> None:
    office = Office().file(subject).carry()
    offered = {person.id for person in office.desk.eligible(ID, HEAD, NOW)}
    assert offered == {DEPUTY, "s.dsl", "e.ddsl", CHAIR, VICE}
    for person in ("m.mentor", TEACHER, "l.lead", HEAD, "z.stranger"):
        assert not office.desk.hand_over(ID, HEAD, PersonId(person), NOW)


def test_f25_a_subject_who_becomes_chair_is_neither_told_in_their_turn_nor_offered() -> None:
    office = Office().file("person:m.mentor").carry()
    office.school = changed(FULL, "m.mentor", posts=frozenset({Post.CHAIR, Post.DSL}))
    assert "m.mentor" not in {person.id for person in office.desk.eligible(ID, HEAD, NOW)}
    for _ in range(6):
        office.now += timedelta(days=9)
        office.carry()
    assert "m.mentor" not in office.told


def test_a_report_about_the_headteacher_is_handed_to_nobody_who_works_there() -> None:
    office = Office().file("head").carry()
    assert {person.id for person in office.desk.eligible(ID, CHAIR, NOW)} == {VICE}


def test_who_came_to_answer_to_an_anonymous_reporters_manager_is_not_offered() -> None:
    """Who the manager is cannot be asked later: an anonymous reporter is not kept. It was written down at filing."""
    office = Office().file("line_manager", anonymous=True).carry()
    office.school = joined(FULL, someone("n.new", "dsl", "l.lead"))
    offered = {person.id for person in office.desk.eligible(ID, HEAD, NOW)}
    assert "n.new" not in offered
    assert CHAIR in offered


def test_an_anonymous_reporter_is_not_offered_although_nothing_names_them() -> None:
    office = Office(changed(FULL, TEACHER, posts=frozenset({Post.DSL}), manager=HEAD))
    office.file("person:m.mentor", anonymous=True).carry()
    assert TEACHER not in {person.id for person in office.desk.eligible(ID, HEAD, NOW)}
    assert not office.desk.hand_over(ID, HEAD, TEACHER, NOW)


def test_who_passed_it_on_is_never_offered_it_again() -> None:
    office = Office().file("person:m.mentor").carry()
    assert office.desk.recuse(ID, HEAD, NOW)
    office.carry()
    assert HEAD not in {person.id for person in office.desk.eligible(ID, DEPUTY, NOW)}


def test_a_later_message_about_the_headteacher_leaves_only_governors() -> None:
    office = Office().file("person:m.mentor").carry()
    office.reporter.add("said1", "She did it too.", NOW, part=Part(frozenset({HEAD})))
    assert office.desk.open(ID, HEAD, NOW) is None
    assert office.carry().told == [HEAD, CHAIR]
    assert {person.id for person in office.desk.eligible(ID, CHAIR, NOW)} == {VICE}


def test_who_holds_only_a_copy_loses_it_too() -> None:
    office = Office().file("pupil").carry()
    dsl = PersonId("s.dsl")
    assert office.desk.open(ID, dsl, NOW)
    office.reporter.add("said1", "Sal saw it.", NOW, part=Part(witnesses=frozenset({dsl})))
    assert office.desk.open(ID, dsl, NOW) is None
    assert office.desk.open(ID, HEAD, NOW)


def test_a_deactivated_handler_is_found_by_the_next_notice_and_it_moves_on() -> None:
    office = Office().file("person:m.mentor").carry()
    office.desk.acknowledge(ID, HEAD, NOW)
    office.courier = replace(office.courier, nobody=frozenset({HEAD}))
    office.reporter.add("said1", "And again.", NOW)
    assert office.carry().told[-1] == DEPUTY


def test_what_lies_with_somebody_who_has_left_moves_on_when_the_school_says_so() -> None:
    """Nothing was due for four weeks: so long it lay with nobody, whatever it was about."""
    office, handlers = Office().file("person:m.mentor").carry(), Handlers()
    office.desk.acknowledge(ID, HEAD, NOW)
    handlers.look(office.desk, NOW)
    assert office.carry().told == [HEAD]
    office.school = changed(FULL, HEAD, active=False)
    handlers.look(office.desk, NOW)
    assert office.carry().told == [HEAD, DEPUTY]
    assert office.desk.acknowledge(ID, DEPUTY, NOW)


def test_what_lies_with_somebody_who_came_to_be_barred_moves_on_when_the_school_says_so() -> None:
    office = Office().file("chair").carry()
    office.desk.acknowledge(ID, VICE, NOW)
    office.school = A_NEW_CHAIR
    Handlers().look(office.desk, NOW)
    assert office.carry().told == [VICE, HEAD]


@dataclass
class Counted(MemoryCases):
    looks: int = 0

    def ids(self) -> Sequence[CaseId]:
        self.looks += 1
        return super().ids()


def test_while_nobody_leaves_or_comes_no_case_is_read() -> None:
    cases, handlers = Counted(), Handlers()
    office = Office(cases=cases).file("person:m.mentor").carry()
    for office.school in (FULL, replace(FULL), changed(FULL, HEAD, active=False), changed(FULL, HEAD, active=False)):
        handlers.look(office.desk, NOW)
    assert cases.looks == 2


def test_it_is_moved_on_once_however_many_processes_look() -> None:
    office = Office().file("person:m.mentor").carry()
    office.desk.acknowledge(ID, HEAD, NOW)
    office.school = changed(FULL, HEAD, active=False)
    for _ in range(3):
        Handlers().look(office.desk, NOW)
    assert office.carry().told == [HEAD, DEPUTY]
    assert office.cases.load(ID).hop == 1
