"""Stores held in memory, for tests of the inner rooms; they pass the same contracts as the real ones."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.conversation import Conversation, Gone
from reports.audit import Act, acts
from reports.case import Case, Delivered, Event
from reports.errands import Decision, Errand
from reports.keeping import Unreachable
from reports.ledger import Flaw
from reports.people import PersonId
from reports.report import CaseId

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class MemoryLane:
    free: datetime = AT_ONCE
    failures: int = 0


@dataclass
class MemoryCases:
    events: dict[CaseId, list[Event]] = field(default_factory=dict)
    kept: dict[CaseId, dict[str, str]] = field(default_factory=dict)
    errands: dict[int, Errand] = field(default_factory=dict)
    inbox: dict[PersonId, list[CaseId]] = field(default_factory=dict)
    drawn: int = 0
    claimed: Counter[int] = field(default_factory=Counter)
    held: dict[int, datetime] = field(default_factory=dict)
    lanes: dict[tuple[PersonId, bool], MemoryLane] = field(default_factory=dict)
    gone: set[CaseId] = field(default_factory=set)
    audit: list[Act] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def load(self, id: CaseId) -> Case:
        with self.lock:
            if id in self.gone:
                return Case(id, 1, erased=True)
            return Case.of(id, self.events.get(id, ()))

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        with self.lock:
            held = self.events.setdefault(case.id, [])
            if len(held) != case.version or case.id in self.gone:
                return False
            held.extend(decision.events)
            self.kept.setdefault(case.id, {}).update(words)
            for errand in decision.errands:
                self.drawn += 1
                self.errands[self.drawn] = errand
            for event in decision.events:
                box = self.inbox.setdefault(event.to, []) if isinstance(event, Delivered) else [case.id]
                if case.id not in box:
                    box.append(case.id)
            self.audit.extend(acts(case.id, decision.events))
            return True

    def note(self, act: Act) -> None:
        self.audit.append(act)

    def mark_in_audit(self, who: str, case: str) -> str:
        """As many as there are of this one on that case, counted from the beginning."""
        own = [place for place, act in enumerate(self.audit, 1) if (act.who, act.case) == (who, case)]
        return f"{own[-1]:012}" if own else ""

    def flaw_in_audit(self) -> Flaw | None:
        return None

    def words(self, id: CaseId) -> Mapping[str, str]:
        return dict(self.kept.get(id, {}))

    def mark(self, id: CaseId, person: PersonId) -> str:
        return hashlib.sha256(f"{id}/{person}".encode()).hexdigest()

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        return tuple(self.inbox.get(person, ()))

    def ids(self) -> Sequence[CaseId]:
        return tuple(self.events)

    def erase(self, id: CaseId, now: datetime) -> None:  # noqa: ARG002 - only what is kept writes a certificate
        with self.lock:
            if id not in self.events:
                return
            self.gone.add(id)
            del self.events[id]
            self.kept.pop(id, None)
            self.errands = {number: errand for number, errand in self.errands.items() if errand.case != id}
            self.inbox = {who: [held for held in box if held != id] for who, box in self.inbox.items()}

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        with self.lock:
            due = [
                (not errand.urgent, errand.due, number)
                for number, errand in self.errands.items()
                if errand.due <= now and self.held.get(number, now) <= now and self.lane(number).free <= now
            ]
            if not due:
                return None
            number = min(due)[2]
            self.claimed[number] += 1
            self.held[number] = self.lane(number).free = until
            return number, self.errands[number]

    def lane(self, errand: int) -> MemoryLane:
        """An errand that is for nobody has one of its own."""
        found = self.errands[errand]
        return self.lanes.setdefault((found.to or PersonId(str(errand)), found.urgent), MemoryLane())

    def done(self, errand: int) -> None:
        with self.lock:
            if errand in self.errands:
                self.lane(errand).free = AT_ONCE
                self.errands.pop(errand)

    def put_off(self, errand: int, until: datetime) -> None:
        with self.lock:
            if errand in self.errands:  # an erased case leaves none
                self.held[errand], self.lane(errand).free = until, AT_ONCE

    def shut(self, errand: int, until: datetime) -> None:
        with self.lock:
            if errand in self.errands:
                self.held[errand] = self.lane(errand).free = until
                self.lane(errand).failures += 1

    def reached(self, errand: int) -> None:
        with self.lock:
            if errand in self.errands:
                self.lane(errand).free, self.lane(errand).failures = AT_ONCE, 0

    def tries(self, errand: int) -> int:
        lane = self.lane(errand) if errand in self.errands else MemoryLane()
        return max(self.claimed[errand], lane.failures + 1 if lane.failures else 0)


@dataclass
class MemoryReceipts:
    kept: dict[str, CaseId] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)

    def expect(self, code: str) -> None:
        self.expected.add(code)

    def forget(self, code: str) -> None:
        self.expected.discard(code)

    def keep(self, code: str, id: CaseId) -> None:
        self.kept[code] = id

    def find(self, code: str) -> CaseId | None:
        return self.kept.get(code)

    def renew(self, old: str, new: str, id: CaseId) -> None:
        self.keep(new, id)
        self.destroy(old)

    def destroy(self, code: str) -> None:
        self.kept.pop(code, None)


@dataclass
class MemoryTalks:
    held: dict[PersonId, Conversation | Gone] = field(default_factory=dict)

    def load(self, who: PersonId) -> Conversation | Gone | None:
        return self.held.get(who)

    def save(self, who: PersonId, conversation: Conversation) -> bool:
        held = self.held.get(who)
        if conversation.version != (held.version if isinstance(held, Conversation) else 0):
            return False
        self.held[who] = replace(conversation, version=conversation.version + 1)
        return True

    def close(self, who: PersonId) -> None:
        self.held.pop(who, None)

    def forget_idle(self, now: datetime) -> int:
        idle = [who for who, talk in self.held.items() if isinstance(talk, Conversation) and talk.lapses < now]
        self.held.update(dict.fromkeys(idle, Gone()))
        return len(idle)


@dataclass
class MemoryCourier:
    """Counts what it carried; what it carries twice under one message id is one message."""

    sent: list[tuple[PersonId, str]] = field(default_factory=list)
    nobody: frozenset[PersonId] = frozenset()

    def notify(self, to: PersonId, message: str) -> None:
        if to in self.nobody:
            raise Unreachable
        if (to, message) not in self.sent:
            self.sent.append((to, message))


@dataclass
class CountedChance:
    """Case ids C1, C2… and codes that can be told apart."""

    drawn: int = 0
    codes: int = 0

    def case_id(self) -> CaseId:
        self.drawn += 1
        return CaseId(f"C{self.drawn}")

    def code(self) -> str:
        self.codes += 1
        return f"AAAABBBBCCCC{self.codes:04}"
