"""What may be decided about a case: pure functions from a case to what happened and what must follow.

Every decision may be repeated: one already taken returns nothing.
"""

from __future__ import annotations

from datetime import datetime

from reports.case import Acknowledged, Case, Delivered, Exhausted, Filed, Lapsed, Opened, Undeliverable
from reports.deadlines import acknowledge_by
from reports.errands import NOTHING, Decision, Errand, Verb
from reports.people import PersonId, School


class NobodyToTell(Exception):
    """Nobody inside the school can receive this fairly, so it cannot be filed here."""


def file(case: Case, filed: Filed, school: School) -> Decision:
    """Raises NobodyToTell where the route has no hop: the reporter is told before a word is written."""
    if case.version:
        return NOTHING
    if not filed.route.hops:
        raise NobodyToTell
    now = filed.report.at
    copies = tuple(_deliver(case, to, now, filed.urgent) for to in filed.route.copies)
    return Decision((filed,), (*_turn(case.after(filed), now, school), *copies))


def deliver(case: Case, to: PersonId, message: str, now: datetime) -> Decision:
    if to in case.reached:
        return NOTHING
    return Decision((Delivered(now, to, message),))


def cannot_deliver(case: Case, to: PersonId, reason: str, now: datetime, school: School) -> Decision:
    """The case moves on at once when nobody of its present hop is left to be reached."""
    if to in case.unreached | case.reached:
        return NOTHING
    failed = Undeliverable(now, to, reason)
    after = case.after(failed)
    waiting = after.here and set(after.here.people) - after.unreached
    if waiting or after.acknowledged or not after.here or to not in after.here.people:
        return Decision((failed,))
    onward = lapse(after, after.hop, now, school)
    return Decision((failed, *onward.events), onward.errands)


def open_case(case: Case, by: PersonId, now: datetime) -> Decision:
    """Opening is not acknowledging: the clock runs on. Every reading is recorded once a person."""
    if by not in case.reached or by in dict(case.opened):
        return NOTHING
    return Decision((Opened(now, by),))


def acknowledge(case: Case, by: PersonId, now: datetime) -> Decision:
    if case.acknowledged or by not in case.answerable:
        return NOTHING
    return Decision((Acknowledged(now, by),))


def lapse(case: Case, hop: int, now: datetime, school: School) -> Decision:
    """Nobody of this hop acknowledged: on to the next, or to the end of the chain."""
    if case.acknowledged or case.exhausted or case.hop != hop or not case.here:
        return NOTHING
    lapsed = Lapsed(now, hop)
    after = case.after(lapsed)
    if not after.here:
        return Decision((lapsed, Exhausted(now)))
    return Decision((lapsed,), _turn(after, now, school))


def _turn(case: Case, now: datetime, school: School) -> tuple[Errand, ...]:
    """The errands that begin a hop: tell each of its people, and come back if they are silent."""
    if not case.here or not case.filed:
        return ()
    urgent = case.filed.urgent
    due = acknowledge_by(now, case.hop, urgent, school)
    told = tuple(_deliver(case, to, now, urgent) for to in case.here.people)
    return (*told, Errand(case.id, Verb.CHASE, due, hop=case.hop, urgent=urgent))


def _deliver(case: Case, to: PersonId, now: datetime, urgent: bool) -> Errand:
    return Errand(case.id, Verb.DELIVER, now, to, urgent=urgent)
