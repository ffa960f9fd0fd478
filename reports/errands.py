"""Later is an errand: something to do for a case, not before it is due, and never twice at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.events import Event
from reports.people import PersonId
from reports.report import CaseId

NOBODY = PersonId("")


class Verb(StrEnum):
    DELIVER = "deliver"
    REMIND = "remind"  # that the turn of a hop runs out
    CHASE = "chase"  # when it has
    DAILY = "daily"  # that a chain has run out, and nobody has acknowledged
    FEEDBACK = "feedback"  # that whoever acknowledged it owes an answer
    TELL = "tell"  # that there is something new
    ERASE = "erase"  # what was withdrawn


@dataclass(frozen=True)
class Errand:
    """`to` is whom to tell; `hop` is whose turn it belongs to, or counts notices of one kind."""

    case: CaseId
    verb: Verb
    due: datetime  # UTC
    to: PersonId = NOBODY
    hop: int = 0
    urgent: bool = False

    @property
    def message(self) -> str:
        """The carrier's own id for the notice: the same at every try, and another for every other notice."""
        if self.verb is Verb.DELIVER:
            return f"{self.case}.{self.to}" + (f".{self.hop}" if self.hop else "")
        return f"{self.case}.{self.to}.{self.verb}.{self.hop}"


@dataclass(frozen=True)
class Decision:
    """What happened and what must follow, kept together or not at all."""

    events: tuple[Event, ...] = ()
    errands: tuple[Errand, ...] = ()

    def __post_init__(self) -> None:
        if self.errands and not self.events:
            raise ValueError("An errand is born of an event, or a stale one could not be told apart.")

    def then(self, more: Decision) -> Decision:
        return Decision(self.events + more.events, self.errands + more.errands)


NOTHING = Decision()
