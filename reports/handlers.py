"""Moves on what lies with somebody who has left or may no longer see it, as soon as the school's people change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reports import decisions
from reports.case import BARRED, Case
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId
from reports.running_out import works_here
from reports.sealed import Sealed

LEFT = "inactive"  # why it could not stay with them


@dataclass
class Handlers:
    """One process's and one school's. Until its people change there is nothing to find, so nothing is read.

    Without it the next notice would find it: to whoever has acknowledged, that may be four weeks later.
    """

    known: School | None = None

    def look(self, desk: Desk, now: datetime) -> None:
        if desk.school == self.known:
            return
        for id in desk.cases.ids():
            _look_at(desk, id, now)
        self.known = desk.school


def _look_at(desk: Desk, id: CaseId, now: datetime) -> None:
    try:
        case = desk.cases.load(id)
    except Sealed:  # nobody can deal with that one, and the doctor says so
        return
    for who, reason in sorted(_gone(desk, case)):
        _lost(desk, id, who, reason, now)


def _gone(desk: Desk, case: Case) -> Iterable[tuple[PersonId, str]]:
    for who in case.in_charge:
        if desk.barred(case, who):
            yield who, BARRED
        elif not works_here(who, desk.school):
            yield who, LEFT


def _lost(desk: Desk, id: CaseId, who: PersonId, reason: str, now: datetime) -> None:
    desk.decide(id, lambda case: decisions.lost(case, who, reason, now, desk.school))
