"""Where reports are taken in and read: decides, then keeps what was decided. Every verb may be repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from reports import access, decisions, filing, handling
from reports.access import is_note as is_note
from reports.audit import REPORTER, Act, Deed
from reports.case import Case
from reports.deadlines import on_holiday
from reports.errands import Decision
from reports.handover import Change
from reports.keeping import Cases as Cases
from reports.keeping import Courier as Courier
from reports.keeping import Receipts as Receipts
from reports.keeping import Unreachable as Unreachable
from reports.people import Person, PersonId, School
from reports.redaction import Extract, extract
from reports.report import CaseId, Concern, Report
from reports.route import Mandate, Route, choose
from reports.sealed import Sealed

ACCOUNT = "account"  # the name under which the reporter's own words are kept
Words = Mapping[str, str]
NO_WORDS: Words = {}


@dataclass(frozen=True)
class Desk:
    """Recipients' verbs give None alike for someone excluded, someone not told, and no such case."""

    school: School
    cases: Cases
    receipts: Receipts
    mandates: Sequence[Mandate] = ()
    handovers: Callable[[PersonId], Sequence[Change]] = lambda _: ()  # what somebody is to know of who receives reports

    def preview(self, concern: Concern, at: datetime) -> Route:
        """Without those who are away that day, unless nobody else is left; in the holidays, their contact first."""
        shut, day = on_holiday(at, self.school), at.astimezone(ZoneInfo(self.school.timezone)).date()
        here = choose(concern, self.school, self.mandates, day, shut)
        return here if here.hops else choose(concern, self.school, self.mandates, shut=shut)

    def file(self, report: Report, words: Words, code: str) -> Case:
        """Take in a report, once however often it is sent; `words` by name, ACCOUNT among them. Raises NobodyToTell."""
        case = self.cases.load(report.id)
        if not case.version:
            route = self.preview(report.concern, report.at)
            filed = filing.filed(report, route, self.school, self.cases.mark(report.id, report.concern.reporter))
            case = self.decide(report.id, lambda case: decisions.file(case, filed, self.school), words)
        if not case.erased and not case.withdrawn:
            self.receipts.keep(code, report.id)
        return case

    def holds(self, id: CaseId) -> bool:
        """Whether a report with this id has been filed."""
        return self.cases.load(id).version > 0

    def mark_of(self, case: Case | None) -> str:
        """Of the reporter's last act on it, in the audit; nothing before it is filed."""
        return self.cases.mark_in_audit(REPORTER, case.id) if case else ""

    def by_code(self, code: str) -> Case | None:
        """The reporter's own case; None alike for a wrong code, one that never was, and one that was withdrawn."""
        id = self.receipts.find(code)
        case = self.cases.load(id) if id else None
        return case if case and case.filed and not case.withdrawn else None

    def waiting_for(self, person: PersonId) -> tuple[Case, ...]:
        """Every case delivered to this person that they may still see, oldest first."""
        cases = filter(None, map(self._readable, self.cases.delivered_to(person)))
        return tuple(case for case in cases if self.may_see(case, person))

    def sealed_for(self, person: PersonId) -> int:
        """How many of the cases delivered to this person can't be opened by anyone."""
        return sum(self._readable(id) is None for id in self.cases.delivered_to(person))

    def seen(self, id: CaseId, by: PersonId) -> Case | None:
        """The case, for whoever may see it. Nothing is recorded, and no words are read."""
        case = self._loaded(id, by)
        return case if self.may_see(case, by) else None

    def open(self, id: CaseId, by: PersonId, now: datetime) -> tuple[Case, Words] | None:
        """Each reading is in the audit before a word of it is read."""
        if not self._let_in(id, by, now):
            return None
        case = self.decide(id, lambda case: decisions.open_case(case, by, now))
        if not self.may_see(case, by):
            return None
        self.cases.note(Act(now, by, Deed.READ, id))
        return case, access.read_by(case, by, self.school, self.cases.words(id))

    def extracts(self, by: PersonId, person: PersonId, now: datetime) -> tuple[Extract, ...]:
        """What the reports that this recipient has hold about a person. That it was looked for is recorded, and each
        of them is read; but a copy that is only a note does not tell whom the report is about, nor does this.
        """
        self.cases.note(Act(now, by, Deed.EXPORTED))
        whole = [case.id for case in self.waiting_for(by) if not is_note(case, by, self.school)]
        opened = filter(None, (self.open(id, by, now) for id in whole))
        return tuple(filter(None, (extract(case, words, person, self.school) for case, words in opened)))

    def acknowledge(self, id: CaseId, by: PersonId, now: datetime) -> Case | None:
        return self._handle(id, by, now, lambda case: decisions.acknowledge(case, by, now))

    def recuse(self, id: CaseId, by: PersonId, now: datetime) -> bool:
        """Whether it was theirs to pass on. They never see it again."""
        if not self._let_in(id, by, now):
            return False
        return by in self.decide(id, lambda case: handling.recuse(case, by, now, self.school)).shut

    def eligible(self, id: CaseId, by: PersonId, now: datetime) -> tuple[Person, ...]:
        """Everyone to whom this person may hand it now."""
        case = self.seen(id, by)
        return self._eligible(case, by, now) if case and by in case.in_charge else ()

    def hand_over(self, id: CaseId, by: PersonId, to: PersonId, now: datetime) -> bool:
        """Whether it was handed over; then it is no longer theirs."""
        if not self._let_in(id, by, now):
            return False

        def handed(case: Case) -> Decision:
            able = frozenset(person.id for person in self._eligible(case, by, now))
            return handling.transfer(case, by, to, able, now, self.school)

        return by not in self.decide(id, handed).reached

    def ask(self, id: CaseId, by: PersonId, name: str, text: str, now: datetime) -> Case | None:
        """`name` was drawn before the text was written, and makes that sending it twice sends it once."""
        return self._handle(id, by, now, lambda case: handling.ask(case, by, name, now), {name: text})

    def note(self, id: CaseId, by: PersonId, name: str, text: str, now: datetime) -> Case | None:
        """Something that was done, for the file."""
        return self._handle(id, by, now, lambda case: handling.note(case, by, name, now), {name: text})

    def close(self, id: CaseId, by: PersonId, name: str, text: str, told: bool, now: datetime) -> Case | None:
        return self._handle(id, by, now, lambda case: handling.close(case, by, name, told, now), {name: text})

    def _let_in(self, id: CaseId, by: PersonId, now: datetime) -> bool:
        """Being refused is in the audit whether or not there is such a case, so that nobody can tell by the time."""
        case = self._loaded(id, by)
        if self.may_see(case, by):
            return True
        self.cases.note(Act(now, by, Deed.REFUSED, id if case.version else ""))
        return False

    def mistaken(self, by: PersonId, now: datetime) -> None:
        """They pressed or sent what was drawn for somebody else. Whose it was, and of what case, is not said."""
        self.cases.note(Act(now, by, Deed.MISTAKEN))

    def barred(self, case: Case, person: PersonId) -> bool:
        """Barred when it was filed or since, or by who holds which post today: exclusion only ever grows."""
        return case.filed is None or access.is_barred(case, person, self.cases.mark(case.id, person), self.school)

    def may_see(self, case: Case, person: PersonId) -> bool:
        if person not in case.reached:  # then no key is asked for, not even that of a case that never was
            return False
        return access.may_see(case, person, self.cases.mark(case.id, person), self.school)

    def decide(self, id: CaseId, decide: Callable[[Case], Decision], words: Words = NO_WORDS) -> Case:
        """Decide on the case as it is when that is kept: again, if it moved on meanwhile."""
        while True:
            case = self.cases.load(id)
            decision = decide(case)
            if not decision.events:
                return case
            if self.cases.record(case, decision, words):
                return self.cases.load(id)

    def _readable(self, id: CaseId) -> Case | None:
        try:
            return self.cases.load(id)
        except Sealed:
            return None

    def _loaded(self, id: CaseId, by: PersonId) -> Case:
        """Raises Sealed to those alone who were told of it; to anyone else it is as if it never was."""
        if case := self._readable(id):
            return case
        if id in self.cases.delivered_to(by):
            raise Sealed(Sealed.__doc__)
        return Case(id)

    def _eligible(self, case: Case, by: PersonId, now: datetime) -> tuple[Person, ...]:
        return access.eligible(case, by, lambda who: self.cases.mark(case.id, who), self.school, now.date())

    def _handle(
        self, id: CaseId, by: PersonId, now: datetime, decide: Callable[[Case], Decision], words: Words = NO_WORDS
    ) -> Case | None:
        if not self._let_in(id, by, now):
            return None
        case = self.decide(id, decide, words)
        return case if self.may_see(case, by) else None  # it may have been taken from them meanwhile
