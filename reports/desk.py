"""Where reports are taken in, carried to the right person and read: decides, then asks its collaborators to act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from reports import decisions
from reports.case import Case, Filed
from reports.errands import Decision, Errand, Verb
from reports.exclusion import barred
from reports.people import PersonId, Post, School, ids
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Mandate, Route, choose, rushed
from reports.subjects import subjects

ACCOUNT = "account"  # the name under which the reporter's own words are kept
NOTE = frozenset({"site"})  # the words that a note shows: the address of the site that was opened


class Cases(Protocol):
    """Keeps events and words sealed under each case's own key."""

    def load(self, id: CaseId) -> Case: ...

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        """Keep all of it in one transaction, or none; False if the case has moved on since it was loaded."""

    def words(self, id: CaseId) -> Mapping[str, str]: ...

    def mark(self, id: CaseId, person: PersonId) -> str:
        """A hash of the person under the case's own key, which nobody without that key can make or undo."""

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        """Oldest first."""

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        """The errand longest due, urgent ones first, hidden from everyone else until then."""

    def done(self, errand: int) -> None: ...

    def put_off(self, errand: int, until: datetime) -> None: ...


class Receipts(Protocol):
    """Finds a case by the reporter's private code, and keeps no tie between them that is readable without it."""

    def keep(self, code: str, id: CaseId) -> None: ...

    def find(self, code: str) -> CaseId | None: ...


class Courier(Protocol):
    def notify(self, to: PersonId, message: str) -> None:
        """Tell someone, neutrally, that something waits for them. `message` is the same at every try.

        Raises Unreachable when no try will ever succeed; anything else is tried again.
        """


class Unreachable(Exception):
    """There is no way to reach this person."""


@dataclass(frozen=True)
class Desk:
    school: School
    cases: Cases
    receipts: Receipts
    mandates: Sequence[Mandate] = ()

    def preview(self, concern: Concern) -> Route:
        return choose(concern, self.school, self.mandates)

    def file(self, report: Report, words: Mapping[str, str], code: str) -> Case:
        """Take in a report, once however often it is sent; `words` by name, ACCOUNT among them. Raises NobodyToTell."""
        route = self.preview(report.concern)
        filed = _filed(report, route, self.school, self.cases.mark(report.id, report.concern.reporter))
        case = self._decide(report.id, lambda case: decisions.file(case, filed, self.school), words)
        self.receipts.keep(code, report.id)
        return case

    def holds(self, id: CaseId) -> bool:
        """Whether a report with this id has been filed."""
        return self.cases.load(id).version > 0

    def by_code(self, code: str) -> Case | None:
        """The reporter's own case; None alike for a wrong code and for one that never was."""
        id = self.receipts.find(code)
        return self.cases.load(id) if id else None

    def waiting_for(self, person: PersonId) -> tuple[Case, ...]:
        """Every case delivered to this person that they may still see, oldest first."""
        cases = (self.cases.load(id) for id in self.cases.delivered_to(person))
        return tuple(case for case in cases if self._may_see(case, person))

    def open(self, id: CaseId, by: PersonId, now: datetime) -> tuple[Case, Mapping[str, str]] | None:
        """The case and its words; None alike for someone excluded, someone not told, and no such case."""
        if not self._may_see(self.cases.load(id), by):
            return None
        case = self._decide(id, lambda case: decisions.open_case(case, by, now))
        return case, _seen_by(case, by, self.school, self.cases.words(id))

    def acknowledge(self, id: CaseId, by: PersonId, now: datetime) -> Case | None:
        if not self._may_see(self.cases.load(id), by):
            return None
        return self._decide(id, lambda case: decisions.acknowledge(case, by, now))

    def do(self, errand: Errand, courier: Courier, now: datetime) -> None:
        """Run one errand. Whatever it raises, the errand comes back later."""
        match errand.verb:
            case Verb.DELIVER:
                self._deliver(errand, courier, now)
            case Verb.CHASE:
                self._decide(errand.case, lambda case: decisions.lapse(case, errand.hop, now, self.school))

    def _deliver(self, errand: Errand, courier: Courier, now: datetime) -> None:
        case, to = self.cases.load(errand.case), errand.to
        message = f"{errand.case}.{to}"
        if to in case.reached:
            return
        if self._barred(case, to):
            self._undeliverable(errand, "barred", now)
            return
        try:
            courier.notify(to, message)
        except Unreachable:
            self._undeliverable(errand, "unreachable", now)
            return
        self._decide(errand.case, lambda case: decisions.deliver(case, to, message, now))

    def _undeliverable(self, errand: Errand, reason: str, now: datetime) -> None:
        self._decide(errand.case, lambda case: decisions.cannot_deliver(case, errand.to, reason, now, self.school))

    def _barred(self, case: Case, person: PersonId) -> bool:
        """Barred when it was filed, or barred by who holds which post today: exclusion only ever grows."""
        if case.filed is None or case.bars(person, self.cases.mark(case.id, person)):
            return True
        concern = case.filed.report.concern
        return person in barred(concern, subjects(concern, self.school), self.school)

    def _may_see(self, case: Case, person: PersonId) -> bool:
        return person in case.reached and not self._barred(case, person)

    def _decide(self, id: CaseId, decide: Callable[[Case], Decision], words: Mapping[str, str] | None = None) -> Case:
        while True:
            case = self.cases.load(id)
            decision = decide(case)
            if not decision.events:
                return case
            if self.cases.record(case, decision, words or {}):
                return self.cases.load(id)


def _seen_by(case: Case, person: PersonId, school: School, words: Mapping[str, str]) -> Mapping[str, str]:
    """What of the words someone may read: all of them, or of a copy that is only a note what its reader needs."""
    return {name: text for name, text in words.items() if name in NOTE} if is_note(case, person, school) else words


def is_note(case: Case, person: PersonId, school: School) -> bool:
    """Whether this person's copy is a note: to the team that blocks sites, or to the reporter's line manager.

    A note has neither the reporter's words nor, unless they are named, who they are.
    """
    if case.filed is None or any(person in hop.people for hop in case.filed.route.hops):
        return False
    concern = case.filed.report.concern
    leads = ids(school.holders(Post.DSL))
    if concern.kind is Kind.PROHIBITED_SITE_SELF:
        return person not in leads
    return concern.tell_manager and person not in leads


def _filed(report: Report, route: Route, school: School, mark: str) -> Filed:
    """What is kept. An anonymous reporter is taken out of it; only their mark stays."""
    body = school.outside_body(route.outside)
    outside = f"{body.name}, {body.phone}" if body and body.phone else body.name if body else route.outside.value
    rush = rushed(report.concern, school)
    if report.anonymous:
        reporter = report.concern.reporter
        report = replace(report, concern=replace(report.concern, reporter=PersonId("")))
        route = replace(route, excluded=route.excluded - {reporter})
    return Filed(report, route, rush, mark, outside)
