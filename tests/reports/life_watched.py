"""What a life knows of its cases, and how it checks at every step that nobody barred learns of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from bot.asking import Replies
from bot.commands import Command
from bot.private import Private
from reports import carrying
from reports.case import Case
from reports.desk import Desk
from reports.errands import Decision
from reports.events import Added
from reports.keeping import Unreachable
from reports.people import PersonId
from reports.report import PERSON, CaseId
from tests.bot.house import SETTING, library
from tests.fakes import CountedChance, MemoryTalks
from tests.reports.schools import FULL
from tests.reports.staff import barred_by_subjects, staff_of

START = datetime(2026, 11, 20, 10, tzinfo=UTC)
VERBS = ("gate", "open", "ack", "conflict", "pass", "ask", "note", "hand", "close")


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


class Watching(RuleBasedStateMachine):
    """Checks everything that is kept, sent, counted and shown against who may know of it."""

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

    def _carry(self) -> None:
        while claimed := self.cases.claim(self.now, self.now + timedelta(minutes=1)):
            carrying.run(self.desk, claimed[1], self, self.now)
            self.cases.done(claimed[0])
