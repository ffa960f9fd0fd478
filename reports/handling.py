"""What whoever has a case may do with it: pass it on, hand it over, ask, note what was done, and close it.

Pure, and repeatable, as in `decisions`. `words` is the name under which a text is kept, drawn before it was written.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime

from reports.case import Case
from reports.decisions import begin, moving
from reports.errands import NOTHING, Decision
from reports.events import Asked, Closed, Noted, Recused, Transferred
from reports.people import PersonId, School


def recuse(case: Case, by: PersonId, now: datetime, school: School) -> Decision:
    """Also by someone who has only a copy. The next hop is told in the same transaction."""
    if by not in case.reached or case.over:
        return NOTHING
    return moving(case, Recused(now, by), now, school)


def transfer(
    case: Case, by: PersonId, to: PersonId, eligible: Set[PersonId], now: datetime, school: School
) -> Decision:
    """A turn of its own for whoever is handed it: they acknowledge it, or it goes to the next hop."""
    if by not in case.in_charge or to not in eligible:
        return NOTHING
    handed = Transferred(now, by, to)
    return Decision((handed,), begin(case.after(handed), now, school))


def ask(case: Case, by: PersonId, words: str, now: datetime) -> Decision:
    if by not in case.in_charge or words in case.kept:
        return NOTHING
    return Decision((Asked(now, by, words),))


def note(case: Case, by: PersonId, words: str, now: datetime) -> Decision:
    if by not in case.in_charge or words in case.kept:
        return NOTHING
    return Decision((Noted(now, by, words),))


def close(case: Case, by: PersonId, words: str, told: bool, now: datetime) -> Decision:
    """By whoever acknowledged it, with feedback or with why there can be none."""
    if not case.acknowledged or by not in case.in_charge:
        return NOTHING
    return Decision((Closed(now, by, words, told),))
