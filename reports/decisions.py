"""What may be decided about where a case is: pure functions from a case to what happened and what must follow.

Every decision may be repeated: one already taken returns nothing.
"""

from __future__ import annotations

from datetime import datetime
from functools import reduce

from reports.case import BARRED, Acknowledged, Case, Delivered, Exhausted, Filed, Lapsed
from reports.deadlines import Turn, feedback, turn
from reports.errands import NOBODY, NOTHING, Decision, Errand, Verb
from reports.events import Event, Opened, Reminded, Undeliverable, Withdrawn
from reports.people import PersonId, School
from reports.running_out import daily, not_told, ran_out, tried_again, works_here


class NobodyToTell(Exception):
    """Nobody inside the school can receive this fairly, so it cannot be filed here."""


def file(case: Case, filed: Filed, school: School) -> Decision:
    """Raises NobodyToTell where the route has no hop: the reporter is told before a word is written."""
    if case.version:
        return NOTHING
    if not filed.route.hops:
        raise NobodyToTell
    now = filed.report.at
    copies = tuple(Errand(case.id, Verb.DELIVER, now, to, urgent=filed.urgent) for to in filed.route.copies)
    return Decision((filed,), (*begin(case.after(filed), now, school), *copies))


def deliver(case: Case, to: PersonId, message: str, now: datetime) -> Decision:
    if to in case.reached | case.shut or case.over:
        return NOTHING
    delivered = Delivered(now, to, message)
    after = case.after(delivered)
    late = ran_out(after) and to in after.answerable
    return Decision((delivered,), (daily(after, to, now, len(after.reminded)),) if late else ())


def cannot_deliver(case: Case, to: PersonId, reason: str, now: datetime, school: School, tried: int = 0) -> Decision:
    """The case moves on at once when nobody of its present hop is left to be reached.

    Where the chain has run out, they are tried again tomorrow: nobody else is left, and a mail server that was away
    comes back. `tried` says which of their tries it was.
    """
    if to in case.reached or case.over:
        return NOTHING
    missed = Undeliverable(now, to, reason)
    if to not in case.unreached:
        return moving(case, missed, now, school)
    if not ran_out(case) or dict(case.missed)[to] != -tried:
        return NOTHING
    return Decision((missed,), tried_again(case.after(missed), {to}, now, school))


def lost(case: Case, to: PersonId, reason: str, now: datetime, school: School) -> Decision:
    """Someone who had been reached can be reached no more, or may be no more, which a later notice found out."""
    if to in case.unreached or to not in case.reached or case.over:
        return NOTHING
    return moving(case, Undeliverable(now, to, reason), now, school)


def not_reminded(case: Case, errand: Errand, reason: str, now: datetime, school: School) -> Decision:
    """Where a chain has run out, whoever can't be reminded of it today is tomorrow, for as long as they work here."""
    if errand.verb is not Verb.DAILY or reason == BARRED or not works_here(errand.to, school):
        return lost(case, errand.to, reason, now, school)
    if not due(case, errand, now, school):
        return NOTHING
    return Decision((Undeliverable(now, errand.to, reason),), _following(case, errand, now))


def open_case(case: Case, by: PersonId, now: datetime) -> Decision:
    """Opening is not acknowledging: the clock runs on. Every reading is recorded once a person."""
    if case.withdrawn or by not in case.reached or by in dict(case.opened):
        return NOTHING
    return Decision((Opened(now, by),))


def acknowledge(case: Case, by: PersonId, now: datetime) -> Decision:
    if case.acknowledged or case.over or by not in case.answerable:
        return NOTHING
    first, *_ = dues = feedback(now)
    return Decision(
        (Acknowledged(now, by),), (_errand(case, Verb.FEEDBACK, first, by, case.acknowledgements * len(dues)),)
    )


def lapse(case: Case, hop: int, now: datetime, school: School) -> Decision:
    """Nobody of this hop acknowledged: on to the next, or to the end of the chain."""
    if case.acknowledged or case.exhausted or case.over or case.hop != hop or not case.here:
        return NOTHING
    return onward(case, now, school)


def moving(case: Case, event: Event, now: datetime, school: School) -> Decision:
    """The event, and the next hop at once if it takes the case from whoever dealt with it or was to."""
    after, first = case.after(event), Decision((event,))
    if after.acknowledged or not (case.acknowledged or (case.waiting and not after.waiting)):
        return first
    return first.then(onward(after, now, school))


def onward(case: Case, now: datetime, school: School) -> Decision:
    """To the next hop that has anyone in it, or to the end of the chain."""
    later = range(case.hop + 1, len(case.hops))
    following = next((n for n in later if set(case.hops[n].people) - case.unreached), len(case.hops))
    events: tuple[Event, ...] = (Lapsed(now, following - 1),) if case.here else ()
    after = reduce(Case.after, events, case)
    if after.here:
        return Decision(events, begin(after, now, school))
    count = len(case.reminded)  # no notice of an earlier time has a number so high
    told = tuple(daily(after, to, now, count) for to in sorted(after.answerable))
    return Decision((*events, Exhausted(now)), (*told, *tried_again(after, not_told(after), now, school)))


def begin(case: Case, now: datetime, school: School) -> tuple[Errand, ...]:
    """The errands of a hop's turn: tell each of its people, remind them, and come back if they are silent."""
    times = times_of(case, school)
    if not case.here or not times:
        return ()
    told = [_errand(case, Verb.DELIVER, now, to) for to in case.here.people]
    reminded = [_errand(case, Verb.REMIND, times.remind, to) for to in case.here.people]
    return (*told, *reminded, _errand(case, Verb.CHASE, times.lapse))


def times_of(case: Case, school: School) -> Turn | None:
    """Of the present hop's turn; None when it is nobody's."""
    if not case.filed or not case.here or not case.since:
        return None
    return turn(case.filed.report.at, case.since, case.hop, case.urgent, case.anonymous, school)


def late(case: Case, now: datetime, school: School) -> bool:
    """Whether whoever has it has had their time: to acknowledge it, or, once they have, to give feedback."""
    if case.over:
        return False
    if case.acknowledged:
        return now >= feedback(case.acknowledged.at)[-1]
    times = times_of(case, school)
    return bool(times and now >= times.lapse)


def due(case: Case, errand: Errand, now: datetime, school: School) -> bool:
    """Whether a notice still has its reason; one that comes too late for it is left out."""
    if case.over or errand.to not in case.answerable or errand.message in case.reminded:
        return False
    match errand.verb:
        case Verb.REMIND:
            return not case.acknowledged and case.hop == errand.hop and not late(case, now, school)
        case Verb.DAILY:
            return ran_out(case)
        case Verb.FEEDBACK:
            return _owes_feedback(case, errand, now)
        case Verb.TELL:
            return errand.to in case.in_charge
    return False


def notified(case: Case, errand: Errand, now: datetime, school: School) -> Decision:
    """A notice went out; the next of its kind follows from it."""
    if not due(case, errand, now, school):
        return NOTHING
    reminded = Reminded(now, errand.to, errand.message, errand.verb is Verb.FEEDBACK)
    return Decision((reminded,), _following(case, errand, now))


def withdrawn(case: Case, now: datetime) -> Decision:
    """What was withdrawn is erased now, and if that is cut short, later."""
    return Decision((Withdrawn(now),), (_errand(case, Verb.ERASE, now),))


def tell(case: Case, now: datetime) -> tuple[Errand, ...]:
    """Something new came from the reporter: whoever deals with it is told that something waits."""
    return tuple(_errand(case, Verb.TELL, now, to, case.version) for to in sorted(case.in_charge))


def _owes_feedback(case: Case, errand: Errand, now: datetime) -> bool:
    """An errand of an earlier acknowledgement does nothing; the present one brings its own."""
    if not case.acknowledged or case.acknowledged.by != errand.to:
        return False
    dues = feedback(case.acknowledged.at)
    return case.reminders < len(dues) and now >= dues[case.reminders]


def _following(case: Case, errand: Errand, now: datetime) -> tuple[Errand, ...]:
    if errand.verb is Verb.DAILY:
        return (daily(case, errand.to, now, errand.hop + 1),)
    if errand.verb is Verb.FEEDBACK and case.acknowledged:
        dues = feedback(case.acknowledged.at)[case.reminders + 1 :]
        return tuple(_errand(case, Verb.FEEDBACK, at, errand.to, errand.hop + 1) for at in dues[:1])
    return ()


def _errand(case: Case, verb: Verb, due: datetime, to: PersonId = NOBODY, hop: int | None = None) -> Errand:
    return Errand(case.id, verb, due, to, case.hop if hop is None else hop, case.urgent)
