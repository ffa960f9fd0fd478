"""What follows where a chain has run out: who was told is reminded daily, and who could not be is tried again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from reports.case import Case
from reports.errands import Errand, Verb
from reports.people import PersonId, School

DAY = timedelta(days=1)


def ran_out(case: Case) -> bool:
    """Nobody is left to be told, and nobody has acknowledged it."""
    return bool(case.exhausted and not case.acknowledged and not case.here)


def works_here(who: PersonId, school: School) -> bool:
    person = school.person(who)
    return bool(person and person.active)


def daily(case: Case, to: PersonId, now: datetime, count: int) -> Errand:
    return Errand(case.id, Verb.DAILY, now + DAY, to, count, case.urgent)


def not_told(case: Case) -> frozenset[PersonId]:
    """Everyone of its chain who was given up on: each may only have been out of reach for a while."""
    return frozenset(to for hop in case.hops for to in hop.people) & case.unreached - case.reached


def tried_again(case: Case, missed: Iterable[PersonId], now: datetime, school: School) -> tuple[Errand, ...]:
    """Tomorrow. Their numbers are below nought, as no hop's are: the same for one try, and another for the next."""
    able = sorted(who for who in missed if who not in case.shut and works_here(who, school))
    return tuple(Errand(case.id, Verb.DELIVER, now + DAY, who, -dict(case.missed)[who], case.urgent) for who in able)
