"""A machine that lives whole cases by chance, over any stores, and checks that nobody barred ever learns of one.

Who is barred is worked out by `tests/reports/staff.py`, which never asks the desk. Subclass it with `opened`, and
run it with hypothesis: `tests/reports/test_life.py` does in memory, `tests/contracts/test_life.py` on the real stores.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.asking import Replies
from bot.commands import Command
from bot.private import Private
from reports.case import Case
from reports.decisions import NobodyToTell
from reports.desk import ACCOUNT, Desk
from reports.errands import Decision
from reports.events import Added
from reports.following import Part
from reports.keeping import Unreachable
from reports.people import PersonId, Post
from reports.report import PERSON, CaseId, Concern, Kind, Report, Role
from reports.reporter import Reporter
from tests.bot.house import SETTING, library
from tests.fakes import CountedChance, MemoryTalks
from tests.reports.schools import FULL, changed
from tests.reports.staff import barred_by_subjects, meant, staff_of

START = datetime(2026, 11, 20, 10, tzinfo=UTC)
STRANGER = PersonId("z.stranger")
PEOPLE = tuple(sorted(person.id for person in FULL.people))
ANYONE = some.sampled_from((*PEOPLE, STRANGER))
SOMEONE = some.sampled_from(PEOPLE)
SUBJECTS = some.frozensets(
    some.one_of(some.sampled_from([role.value for role in Role]), SOMEONE.map(lambda id: f"{PERSON}{id}")),
    min_size=1,
    max_size=2,
)
WAITS = some.sampled_from((timedelta(minutes=20), timedelta(hours=4), timedelta(days=1), timedelta(days=3)))
LONG = some.sampled_from((timedelta(weeks=4), timedelta(weeks=14)))
VERBS = ("gate", "open", "ack", "conflict", "pass", "ask", "note", "hand", "close")
POSTS = some.frozensets(some.sampled_from(tuple(Post)), max_size=2)
NUMBER = some.integers(0, 3)


@dataclass
class Known:
    """What the machine knows of a case, apart from every store."""

    id: CaseId
    code: str
    reporter: PersonId
    subjects: frozenset[str]  # with everyone whom they meant on that day, by name
    part: frozenset[PersonId]  # the reporter, and those who saw it
    never: set[str] = field(default_factory=set)  # may not learn of it as things stand
    for_good: set[str] = field(default_factory=set)  # whatever becomes of the directory
    recused: set[str] = field(default_factory=set)


@dataclass
class Hidden:
    """The stores as they would be if there had never been this case."""

    cases: Any
    id: CaseId

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cases, name)

    def load(self, id: CaseId) -> Case:
        return Case(id) if id == self.id else self.cases.load(id)

    def delivered_to(self, person: PersonId) -> list[CaseId]:
        return [id for id in self.cases.delivered_to(person) if id != self.id]


@dataclass
class Watched:
    """Checks what is recorded at the moment when it is."""

    cases: Any
    check: Callable[[Case], None]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cases, name)

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        after = case
        for event in decision.events:
            after = after.after(event)
        self.check(after)
        return bool(self.cases.record(case, decision, words))


class Life(RuleBasedStateMachine):
    """One school, up to four cases, and everybody trying everything."""

    ages = 30  # rounds of nine days in the end, in which every chain must run out

    def opened(self) -> tuple[Any, Any]:
        """Empty stores of cases and receipts."""
        raise NotImplementedError

    def name_of_case(self) -> str:
        """Never the same twice in one database."""
        return f"C{len(self.known)}"

    def __init__(self) -> None:
        super().__init__()
        cases, receipts = self.opened()
        self.cases, self.receipts = Watched(cases, self.nobody_barred_has_it), receipts
        self.school, self.now = FULL, START
        self.known: list[Known] = []
        self.nobody: set[PersonId] = set()
        self.drawn = 0
        self.told: set[tuple[PersonId, str]] = set()

    @property
    def desk(self) -> Desk:
        return Desk(self.school, self.cases, self.receipts)

    # What is checked

    def notify(self, to: PersonId, message: str) -> None:
        """As a courier: nobody who must not know of a case is sent anything about it (I1, I9, I10)."""
        known = next(known for known in self.known if message.startswith(f"{known.id}."))
        assert to not in known.never, f"{to} was told of {known.id}"
        if to in self.nobody:
            raise Unreachable
        assert (to, message) not in self.told, f"{message} was sent twice"
        self.told.add((to, message))

    def nobody_barred_has_it(self, case: Case) -> None:
        """Of what is about to be kept: whoever was named in it, or passed it on, has it no more (I19)."""
        known = next((known for known in self.known if known.id == case.id), None)
        if known and case.lines and isinstance(case.lines[-1], Added):
            assert not case.reached & (known.recused | self._named_in(known))

    @invariant()
    def nobody_barred_sees_or_counts_it(self) -> None:
        for known in self.known:
            for id in self.desk.school.people:
                if id.id in known.never:
                    assert known.id not in {case.id for case in self.desk.waiting_for(id.id)}

    def same_without_it(self, known: Known, who: PersonId) -> None:
        """Everything that this person can press shows what it would if there had never been the case (I12)."""
        bare = replace(self.desk, cases=Hidden(self.cases, known.id))
        assert self._shown(self.desk, known, who) == self._shown(bare, known, who)

    def _shown(self, desk: Desk, known: Known, who: PersonId) -> list[Replies]:
        private = Private(self.school, SETTING, library(), desk, MemoryTalks(), CountedChance())
        pressed = [private.pressed(f"{verb}:{known.id}", None, who, self.now) for verb in VERBS]
        return [*pressed, private.command(Command.INBOX, None, who, self.now)]

    def _bar(self) -> None:
        """Who may not know of each case, as the posts are held now and as they were when it was filed or added to."""
        staff = staff_of(self.school)
        for known in self.known:
            today = barred_by_subjects(staff, known.subjects, known.reporter)
            known.never = known.for_good | today | known.part | known.recused

    def _named_in(self, known: Known) -> set[str]:
        return {subject.removeprefix(PERSON) for subject in known.subjects if subject.startswith(PERSON)} | known.part

    def _case(self, number: int) -> Known | None:
        return self.known[number % len(self.known)] if self.known else None

    def _name(self) -> str:
        self.drawn += 1
        return f"said{self.drawn}"

    # What happens

    @precondition(lambda self: len(self.known) < 4)
    @rule(
        kind=some.sampled_from(Kind),
        subjects=SUBJECTS,
        reporter=ANYONE,
        seen=some.none() | SOMEONE,
        hide=some.booleans(),
    )
    def file(self, kind: Kind, subjects: frozenset[str], reporter: PersonId, seen: PersonId | None, hide: bool) -> None:
        seeing = frozenset({seen}) if seen else frozenset()
        id = CaseId(self.name_of_case())
        known = Known(id, f"CODE{id}", reporter, subjects, seeing | {reporter})
        people = meant(staff_of(self.school), subjects, reporter)
        known.subjects = (subjects - {Role.LINE_MANAGER.value}) | {f"{PERSON}{id}" for id in people}
        concern = Concern(kind, subjects, reporter, seeing)
        report = Report(known.id, self.now, concern, hide)
        try:
            first = self.desk.file(report, {ACCOUNT: "canary"}, known.code)
        except NobodyToTell:
            return
        self.known.append(known)
        self._bar()
        known.for_good |= known.never
        assert self.desk.file(report, {ACCOUNT: "canary"}, known.code) == first  # I6
        assert first.filed
        named = reporter in people or f"{PERSON}{reporter}" in subjects
        assert named or not hide or reporter not in str(first.filed).split("'")

    @rule(wait=WAITS)
    def time_passes(self, wait: timedelta) -> None:
        self.now += wait
        self._carry()

    @precondition(lambda self: self.known)
    @rule(wait=LONG)
    def much_time_passes(self, wait: timedelta) -> None:
        self.now += wait
        self._carry()

    @rule()
    def errands_are_done(self) -> None:
        self._carry()

    def _carry(self) -> None:
        while claimed := self.cases.claim(self.now, self.now + timedelta(minutes=1)):
            self.desk.do(claimed[1], self, self.now)
            self.cases.done(claimed[0])

    @rule(number=NUMBER, who=ANYONE)
    def somebody_looks(self, number: int, who: PersonId) -> None:
        if (known := self._case(number)) and who in known.never:
            self.same_without_it(known, who)
        elif known and (opened := self.desk.open(known.id, who, self.now)):
            assert who in opened[0].reached

    @rule(number=NUMBER, who=SOMEONE)
    def acknowledge(self, number: int, who: PersonId) -> None:
        if known := self._case(number):
            case = self.desk.acknowledge(known.id, who, self.now)
            assert case is None or who not in known.never

    @rule(number=NUMBER)
    def whoever_has_it_acknowledges(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            assert self.desk.acknowledge(known.id, able, self.now)

    def _in_charge(self, known: Known) -> PersonId | None:
        case = self.cases.load(known.id)
        return next((id for id in sorted(case.in_charge) if self.desk.may_see(case, id)), None)

    @rule(number=NUMBER)
    def whoever_has_it_passes_it_on(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            assert self.desk.recuse(known.id, able, self.now)
            known.recused.add(able)
            self._bar()
            self.same_without_it(known, able)

    @rule(number=NUMBER, to=ANYONE)
    def whoever_has_it_hands_it_over(self, number: int, to: PersonId) -> None:
        if not (known := self._case(number)) or not (able := self._in_charge(known)):
            return
        offered = {person.id for person in self.desk.eligible(known.id, able, self.now)}
        assert not offered & known.never  # I18: nobody barred is in the picker
        assert self.desk.hand_over(known.id, able, to, self.now) == (to in offered)

    @rule(number=NUMBER, who=SOMEONE, to=SOMEONE)
    def somebody_tries_every_verb(self, number: int, who: PersonId, to: PersonId) -> None:
        if not (known := self._case(number)) or who not in known.never:
            return
        before = self.cases.load(known.id)
        assert not self.desk.recuse(known.id, who, self.now)
        assert not self.desk.hand_over(known.id, who, to, self.now)
        assert self.desk.eligible(known.id, who, self.now) == ()
        assert self.desk.ask(known.id, who, self._name(), "?", self.now) is None
        assert self.desk.note(known.id, who, self._name(), "!", self.now) is None
        assert self.desk.close(known.id, who, self._name(), ".", True, self.now) is None
        assert self.cases.load(known.id) == before

    @rule(number=NUMBER)
    def whoever_has_it_asks(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            name = self._name()
            once = self.desk.ask(known.id, able, name, "When was it?", self.now)
            assert once
            assert name in once.kept
            assert self.desk.ask(known.id, able, name, "When was it?", self.now) == once

    @rule(number=NUMBER)
    def whoever_has_it_closes_it(self, number: int) -> None:
        if (known := self._case(number)) and (able := self._in_charge(known)):
            self.desk.close(known.id, able, self._name(), "Done.", True, self.now)

    @rule(number=NUMBER, about=some.none() | SOMEONE, seen=some.none() | SOMEONE)
    def the_reporter_adds(self, number: int, about: PersonId | None, seen: PersonId | None) -> None:
        if not (known := self._case(number)) or not (case := self._followed(known).case()):
            return
        part = Part(frozenset({about} if about else ()), frozenset({seen} if seen else ()))
        if not case.over:
            known.subjects |= {f"{PERSON}{id}" for id in part.subjects}
            known.part |= part.witnesses
            self._bar()
            known.for_good |= known.never if part.anyone else set()
        name, questions = self._name(), case.unanswered
        answers = questions[0].words if questions else ""
        after = self._followed(known).add(name, "More.", self.now, answers, part)
        assert after
        assert (name in after.kept) == (not case.over)
        for id in (part.subjects | part.witnesses) & known.never:
            self.same_without_it(known, PersonId(id))

    @rule(number=NUMBER)
    def the_reporter_says_that_nobody_replied(self, number: int) -> None:
        if (known := self._case(number)) and (case := self._followed(known).case()):
            was_late = self._followed(known).late(case, self.now)
            after = self._followed(known).nobody_replied(self.now)
            assert after
            assert (after.version > case.version) == was_late

    @rule(number=NUMBER)
    def the_reporter_withdraws(self, number: int) -> None:
        if (known := self._case(number)) and (case := self._followed(known).case()):
            read = bool(case.opened or case.acknowledgements)
            after = self._followed(known).withdraw(self.now)
            if after and after.withdrawn:
                assert not read
                self._nothing_is_left(known)

    def _nothing_is_left(self, known: Known) -> None:
        assert self.cases.load(known.id).erased
        assert dict(self.cases.words(known.id)) == {}
        assert self._followed(known).case() is None
        assert self.desk.holds(known.id)  # so that the same draft files no second time
        for person in self.school.people:
            self.same_without_it(known, person.id)

    @rule(number=NUMBER, who=ANYONE)
    def somebody_puts_a_name_to_it(self, number: int, who: PersonId) -> None:
        if (known := self._case(number)) and (case := self._followed(known).sign(who, self.now)) and case.concern:
            assert case.concern.reporter in ("", known.reporter)

    def _followed(self, known: Known) -> Reporter:
        return Reporter(self.desk, known.code)

    @rule(who=SOMEONE, posts=POSTS, manager=some.none() | SOMEONE)
    def the_directory_is_edited(self, who: PersonId, posts: frozenset[Post], manager: PersonId | None) -> None:
        self.school = changed(self.school, who, posts=posts, manager=manager)
        self._bar()

    @rule(who=SOMEONE, here=some.booleans())
    def somebody_leaves_or_returns(self, who: PersonId, here: bool) -> None:
        self.school = changed(self.school, who, active=here)
        self.nobody = self.nobody - {who} if here else self.nobody | {who}

    @rule(who=SOMEONE, days=some.integers(1, 20))
    def somebody_is_away(self, who: PersonId, days: int) -> None:
        today: date = self.now.date()
        self.school = changed(self.school, who, away=((today, today + timedelta(days=days)),))

    def teardown(self) -> None:
        """With nobody doing anything more, every case that was not dealt with comes to the end of its chain."""
        for _ in range(self.ages if self.known else 0):
            self.now += timedelta(days=9)
            self._carry()
        for known in self.known:
            case = self.cases.load(known.id)
            assert case.over or case.acknowledged or case.exhausted
            for id in sorted(known.never):
                self.same_without_it(known, PersonId(id))
