"""A case is what its events make of it. Deciding makes events; nothing else changes a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from reports.people import PersonId
from reports.report import CaseId, Report
from reports.route import Hop, Route


@dataclass(frozen=True)
class Filed:
    """The report and the route chosen for it, which later events may shorten but never widen.

    An anonymous reporter is not in `report` nor in `route.excluded`; `mark` is all that is left of them:
    a keyed hash under the case's own key, so that they stay excluded. `because` is not asked again.
    """

    report: Report
    route: Route
    urgent: bool
    mark: str
    outside: str = ""  # the body told of at the end, as shown to the reporter


@dataclass(frozen=True)
class Delivered:
    at: datetime
    to: PersonId
    message: str  # the carrier's own id, so that a repeat can be told from a second message


@dataclass(frozen=True)
class Undeliverable:
    at: datetime
    to: PersonId
    reason: str  # a word from a fixed list: "barred", "inactive", "unreachable"


@dataclass(frozen=True)
class Opened:
    at: datetime
    by: PersonId


@dataclass(frozen=True)
class Acknowledged:
    at: datetime
    by: PersonId


@dataclass(frozen=True)
class Lapsed:
    """Nobody of this hop acknowledged in time, or nobody of it could be reached."""

    at: datetime
    hop: int


@dataclass(frozen=True)
class Exhausted:
    """Nobody is left in school: only the outside body that the reporter is told of."""

    at: datetime


Event = Filed | Delivered | Undeliverable | Opened | Acknowledged | Lapsed | Exhausted


@dataclass(frozen=True)
class Case:
    id: CaseId
    version: int = 0
    filed: Filed | None = None
    hop: int = 0
    delivered: tuple[tuple[PersonId, datetime], ...] = ()
    unreached: frozenset[PersonId] = frozenset()
    opened: tuple[tuple[PersonId, datetime], ...] = ()
    acknowledged: Acknowledged | None = None
    exhausted: datetime | None = None

    @classmethod
    def of(cls, id: CaseId, events: Iterable[Event]) -> Case:
        return reduce(cls.after, events, cls(id))

    def after(self, event: Event) -> Case:
        case = replace(self, version=self.version + 1)
        match event:
            case Filed():
                return replace(case, filed=event)
            case Delivered(at=at, to=to):
                return replace(case, delivered=(*case.delivered, (to, at)))
            case Undeliverable(to=to):
                return replace(case, unreached=case.unreached | {to})
            case Opened(at=at, by=by):
                return replace(case, opened=(*case.opened, (by, at)))
            case Acknowledged():
                return replace(case, acknowledged=event)
            case Lapsed(hop=hop):
                return replace(case, hop=hop + 1)
            case Exhausted(at=at):
                return replace(case, exhausted=at)

    @property
    def route(self) -> Route | None:
        return self.filed.route if self.filed else None

    @property
    def here(self) -> Hop | None:
        """The hop whose turn it is; None before filing and when the chain has run out."""
        hops = self.route.hops if self.route else ()
        return hops[self.hop] if self.hop < len(hops) else None

    @property
    def answerable(self) -> frozenset[PersonId]:
        """Whose acknowledgement stops the clock: everyone reached in a hop so far, and nobody who has only a copy."""
        hops = self.route.hops[: self.hop + 1] if self.route else ()
        return self.reached & {person for hop in hops for person in hop.people}

    @property
    def reached(self) -> frozenset[PersonId]:
        return frozenset(to for to, _ in self.delivered)

    def bars(self, person: PersonId, mark: str) -> bool:
        """Whether this person must never know of the case; `mark` is theirs under this case's key."""
        return self.filed is None or person in self.filed.route.excluded or mark == self.filed.mark
