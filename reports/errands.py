"""Later is an errand: something to do for a case, not before it is due, and never twice at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.case import Event
from reports.people import PersonId
from reports.report import CaseId

NOBODY = PersonId("")


class Verb(StrEnum):
    DELIVER = "deliver"
    CHASE = "chase"


@dataclass(frozen=True)
class Errand:
    """`to` is whom to deliver to; `hop` is whose silence a chase is about."""

    case: CaseId
    verb: Verb
    due: datetime  # UTC
    to: PersonId = NOBODY
    hop: int = 0
    urgent: bool = False


@dataclass(frozen=True)
class Decision:
    """What happened and what must follow, kept together or not at all."""

    events: tuple[Event, ...] = ()
    errands: tuple[Errand, ...] = ()

    def __post_init__(self) -> None:
        if self.errands and not self.events:
            raise ValueError("An errand is born of an event, or a stale one could not be told apart.")


NOTHING = Decision()
