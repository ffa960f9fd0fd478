"""What the reporter may do once it is sent: add, answer, say that nobody replied, withdraw, and put their name to it.

Pure, and repeatable, as in `decisions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from reports.case import Case
from reports.chains import CHILD_KINDS
from reports.decisions import late, moving, onward, tell, withdrawn
from reports.errands import NOTHING, Decision
from reports.events import Added, Involved, Named, Treated, Wished
from reports.people import PersonId, School

FAIRLY = frozenset({"yes", "no", "unsaid"})


@dataclass(frozen=True)
class Part:
    """Who, named in a later message, it is about or who saw it."""

    subjects: frozenset[PersonId] = frozenset()
    witnesses: frozenset[PersonId] = frozenset()

    @property
    def anyone(self) -> bool:
        return bool(self.subjects or self.witnesses)


def add(case: Case, added: Added, involved: Involved | None, now: datetime, school: School) -> Decision:
    """Whoever turns out to have a part in it loses it before the message is kept; those who then have it are told."""
    if case.over or added.words in case.kept:
        return NOTHING
    first = moving(case, involved, now, school) if involved else NOTHING
    after = reduce(Case.after, (*first.events, added), case)
    return first.then(Decision((added,), tell(after, now)))


def nobody_replied(case: Case, now: datetime, school: School) -> Decision:
    """On to the next hop as soon as a deadline has passed, whether or not anything else noticed."""
    return onward(case, now, school) if late(case, now, school) else NOTHING


def can_withdraw(case: Case) -> bool:
    return bool(
        case.concern
        and not case.over
        and case.concern.kind not in CHILD_KINDS
        and not case.opened
        and not case.acknowledgements
    )


def withdraw(case: Case, now: datetime) -> Decision:
    """Erased if nobody opened it; otherwise they are told that the reporter would like it to stop, once."""
    if case.over:
        return NOTHING
    if can_withdraw(case):
        return withdrawn(case, now)
    if any(isinstance(line, Wished) for line in case.lines):
        return NOTHING
    wished = Wished(now)
    return Decision((wished,), tell(case.after(wished), now))


def sign(case: Case, reporter: PersonId, now: datetime) -> Decision:
    if case.over or not case.anonymous:
        return NOTHING
    return Decision((Named(now, reporter),))


def treated(case: Case, answer: str, now: datetime) -> Decision:
    """Asked once, after closing."""
    if not case.closed or case.treated or answer not in FAIRLY:
        return NOTHING
    return Decision((Treated(now, answer),))
