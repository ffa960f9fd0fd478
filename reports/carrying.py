"""Runs errands: carries what is due to whom it is for, after asking once more whether they may have it."""

from __future__ import annotations

from datetime import datetime

from reports import decisions
from reports.case import BARRED
from reports.desk import Desk
from reports.errands import Errand, Verb
from reports.keeping import Courier, Unreachable


def run(desk: Desk, errand: Errand, courier: Courier, now: datetime) -> None:
    """One errand. Whatever it raises, the errand comes back later."""
    match errand.verb:
        case Verb.DELIVER:
            _deliver(desk, errand, courier, now)
        case Verb.CHASE:
            desk.decide(errand.case, lambda case: decisions.lapse(case, errand.hop, now, desk.school))
        case Verb.ERASE:
            desk.cases.erase(errand.case, now)
        case _:
            _notify(desk, errand, courier, now)


def _deliver(desk: Desk, errand: Errand, courier: Courier, now: datetime) -> None:
    case, to = desk.cases.load(errand.case), errand.to
    if to in case.reached or case.over or (to in case.unreached and case.acknowledged):
        return
    if desk.barred(case, to):
        _undeliverable(desk, errand, BARRED, now)
        return
    try:
        courier.notify(to, errand.message)
    except Unreachable:
        _undeliverable(desk, errand, "unreachable", now)
        return
    desk.decide(errand.case, lambda case: decisions.deliver(case, to, errand.message, now))


def _undeliverable(desk: Desk, errand: Errand, reason: str, now: datetime) -> None:
    school = desk.school
    desk.decide(errand.case, lambda case: decisions.cannot_deliver(case, errand.to, reason, now, school, errand.hop))


def _notify(desk: Desk, errand: Errand, courier: Courier, now: datetime) -> None:
    """Only to those who may still see it. Who may not, or can be reached no more, has lost it, as at its delivery."""
    case = desk.cases.load(errand.case)
    if not decisions.due(case, errand, now, desk.school):
        return
    if desk.barred(case, errand.to):
        _lost(desk, errand, BARRED, now)
        return
    try:
        courier.notify(errand.to, errand.message)
    except Unreachable:
        _lost(desk, errand, "unreachable", now)
        return
    desk.decide(errand.case, lambda case: decisions.notified(case, errand, now, desk.school))


def _lost(desk: Desk, errand: Errand, reason: str, now: datetime) -> None:
    desk.decide(errand.case, lambda case: decisions.not_reminded(case, errand, reason, now, desk.school))
