"""A case is what its events make of it. Deciding makes events; nothing else changes a case."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from reports.events import Acknowledged as Acknowledged
from reports.events import Added, Asked, Involved, Line, Named, Noted, Recused, Reminded, Transferred, Treated, Wished
from reports.events import Closed as Closed
from reports.events import Delivered as Delivered
from reports.events import Event as Event
from reports.events import Exhausted as Exhausted
from reports.events import Filed as Filed
from reports.events import Lapsed as Lapsed
from reports.events import Opened as Opened
from reports.events import Undeliverable as Undeliverable
from reports.events import Withdrawn as Withdrawn
from reports.people import PersonId
from reports.report import CaseId, Concern
from reports.route import Because, Hop, Route

BARRED = "barred"  # why it was not carried: then it never will be, whatever post they hold tomorrow
HANDED_OVER = Because(practice="handed-over")


@dataclass(frozen=True)
class Case:
    """`erased`: there was one, and nothing of it can be read any more; its id is never used again."""

    id: CaseId
    version: int = 0
    filed: Filed | None = None
    concern: Concern | None = None  # as filed, and what the reporter told of since
    hops: tuple[Hop, ...] = ()  # those whose people all left stay, empty, so that a hop keeps its number
    hop: int = 0
    since: datetime | None = None  # when the present hop's turn began
    shut: frozenset[PersonId] = frozenset()  # barred since it was filed, or recused: for good
    reached: frozenset[PersonId] = frozenset()  # who has it now
    unreached: frozenset[PersonId] = frozenset()
    missed: tuple[tuple[PersonId, int], ...] = ()  # by which of its events they last could not be reached
    delivered: tuple[tuple[PersonId, datetime], ...] = ()
    opened: tuple[tuple[PersonId, datetime], ...] = ()
    reminded: frozenset[str] = frozenset()  # the ids of notices that are no deliveries
    acknowledged: Acknowledged | None = None
    acknowledgements: int = 0
    reminders: int = 0  # of feedback, since it was acknowledged
    moved: datetime | None = None  # when it last went from one person to another
    exhausted: datetime | None = None
    lines: tuple[Line, ...] = ()
    closed: Closed | None = None
    treated: str = ""
    named: bool = False
    withdrawn: bool = False
    erased: bool = False

    @classmethod
    def of(cls, id: CaseId, events: Iterable[Event]) -> Case:
        return reduce(cls.after, events, cls(id))

    def after(self, event: Event) -> Case:
        case = replace(self, version=self.version + 1)
        match event:
            case Filed(report=report, route=route):
                return replace(case, filed=event, concern=report.concern, hops=route.hops, since=report.at)
            case Delivered(at=at, to=to):
                return replace(case, delivered=(*case.delivered, (to, at)), reached=case.reached | {to})
            case Undeliverable(to=to, reason=reason):
                case = case._without({to}) if reason == BARRED else case
                missed = (*((who, when) for who, when in case.missed if who != to), (to, case.version))
                unreached, acknowledged = case.unreached | {to}, case._unless_by({to})
                return replace(case, unreached=unreached, missed=missed, acknowledged=acknowledged)
            case Opened(at=at, by=by):
                return replace(case, opened=(*case.opened, (by, at)))
            case Acknowledged():
                return replace(case, acknowledged=event, acknowledgements=case.acknowledgements + 1, reminders=0)
            case Reminded(message=message, feedback=feedback):
                return replace(case, reminded=case.reminded | {message}, reminders=case.reminders + feedback)
            case Lapsed(at=at, hop=hop):
                return replace(case, hop=hop + 1, since=at, moved=at, acknowledged=None)
            case Exhausted(at=at):
                return replace(case, hop=len(case.hops), exhausted=at, acknowledged=None)
        return case._after_people(event)

    def _after_people(self, event: Event) -> Case:
        """What someone did, or told."""
        match event:
            case Recused(by=by):
                return self._without({by})
            case Transferred(at=at, by=by, to=to):
                return self._handed(at, by, to)
            case Involved(excluded=excluded):
                return replace(self._without(excluded), concern=_wider(self.concern, event))
            case Asked() | Noted() | Added() | Wished():
                return replace(self, lines=(*self.lines, event))
            case Closed():
                return replace(self, closed=event, lines=(*self.lines, event))
            case Named(reporter=reporter) if self.concern:
                return replace(self, named=True, concern=replace(self.concern, reporter=reporter))
            case Treated(answer=answer):
                return replace(self, treated=answer)
            case Withdrawn():
                return replace(self, withdrawn=True)
        return self

    @property
    def route(self) -> Route | None:
        return self.filed.route if self.filed else None

    @property
    def here(self) -> Hop | None:
        """The hop whose turn it is; None before filing and when the chain has run out."""
        return self.hops[self.hop] if self.hop < len(self.hops) else None

    @property
    def waiting(self) -> frozenset[PersonId]:
        """Those of the present hop who have it, or may yet be reached."""
        return frozenset(self.here.people) - self.unreached if self.here else frozenset()

    @property
    def answerable(self) -> frozenset[PersonId]:
        """Whose acknowledgement stops the clock: everyone reached in a hop so far, and nobody who has only a copy."""
        return self.reached & {person for hop in self.hops[: self.hop + 1] for person in hop.people}

    @property
    def in_charge(self) -> frozenset[PersonId]:
        """Whoever acknowledged it; until then, everyone who could."""
        if self.over:
            return frozenset()
        return self.answerable & {self.acknowledged.by} if self.acknowledged else self.answerable

    @property
    def over(self) -> bool:
        return bool(self.closed or self.withdrawn or self.erased or not self.filed)

    @property
    def urgent(self) -> bool:
        return bool(self.filed and self.filed.urgent)

    @property
    def anonymous(self) -> bool:
        return bool(self.filed and self.filed.report.anonymous and not self.named)

    @property
    def kept(self) -> frozenset[str]:
        """The names of the words that came after the report."""
        return frozenset(line.words for line in self.lines if not isinstance(line, Wished))

    @property
    def unanswered(self) -> tuple[Asked, ...]:
        answered = {line.answers for line in self.lines if isinstance(line, Added)}
        return tuple(line for line in self.lines if isinstance(line, Asked) and line.words not in answered)

    def bars(self, person: PersonId, mark: str) -> bool:
        """Whether this person must never know of the case; `mark` is theirs under this case's key."""
        if self.filed is None or self.withdrawn:
            return True
        return person in self.filed.route.excluded | self.shut or mark == self.filed.mark

    def _unless_by(self, people: Set[PersonId]) -> Acknowledged | None:
        return None if self.acknowledged and self.acknowledged.by in people else self.acknowledged

    def _without(self, people: Set[PersonId]) -> Case:
        """They have it no longer, and no later hop tells them."""
        return replace(
            self,
            hops=tuple(_left(hop, people) for hop in self.hops),
            shut=self.shut | people,
            reached=self.reached - people,
            acknowledged=self._unless_by(people),
        )

    def _handed(self, at: datetime, by: PersonId, to: PersonId) -> Case:
        """A hop of its own, before those that would have come next."""
        place = min(self.hop + 1, len(self.hops))
        hops = [_left(hop, {to}) for hop in self.hops]
        hops.insert(place, Hop((to,), HANDED_OVER))
        return replace(
            self,
            hops=tuple(hops),
            hop=place,
            since=at,
            moved=at,
            reached=self.reached - {by, to},
            unreached=self.unreached - {to},
            acknowledged=None,
            exhausted=None,
        )


def _left(hop: Hop, people: Set[PersonId]) -> Hop:
    return replace(hop, people=tuple(person for person in hop.people if person not in people))


def _wider(concern: Concern | None, more: Involved) -> Concern | None:
    if concern is None:
        return None
    return replace(concern, subjects=concern.subjects | more.subjects, witnesses=concern.witnesses | more.witnesses)
