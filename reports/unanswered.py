"""Counts the reports that wait although nobody in school is left to be told. It needs no school, and no desk."""

from __future__ import annotations

from reports.keeping import Cases
from reports.report import CaseId
from reports.sealed import Sealed


def unanswered(cases: Cases) -> int:
    return sum(_waits(cases, id) for id in cases.ids())


def _waits(cases: Cases, id: CaseId) -> bool:
    try:
        case = cases.load(id)
    except Sealed:
        return False
    return bool(case.exhausted and not case.acknowledged and not case.over)
