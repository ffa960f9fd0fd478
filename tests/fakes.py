"""Stores held in memory, for tests of the inner rooms; they pass the same contracts as the real ones."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation import Conversation, Gone
from reports.case import Case, Delivered, Event
from reports.desk import Unreachable
from reports.errands import Decision, Errand
from reports.people import PersonId
from reports.report import CaseId


@dataclass
class MemoryCases:
    events: dict[CaseId, list[Event]] = field(default_factory=dict)
    kept: dict[CaseId, dict[str, str]] = field(default_factory=dict)
    errands: dict[int, Errand] = field(default_factory=dict)
    inbox: dict[PersonId, list[CaseId]] = field(default_factory=dict)
    drawn: int = 0
    claimed: Counter[int] = field(default_factory=Counter)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def load(self, id: CaseId) -> Case:
        with self.lock:
            return Case.of(id, self.events.get(id, ()))

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        with self.lock:
            held = self.events.setdefault(case.id, [])
            if len(held) != case.version:
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
            return True

    def words(self, id: CaseId) -> Mapping[str, str]:
        return dict(self.kept.get(id, {}))

    def mark(self, id: CaseId, person: PersonId) -> str:
        return hashlib.sha256(f"{id}/{person}".encode()).hexdigest()

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        return tuple(self.inbox.get(person, ()))

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        with self.lock:
            due = [
                (not errand.urgent, errand.due, number) for number, errand in self.errands.items() if errand.due <= now
            ]
            if not due:
                return None
            number = min(due)[2]
            self.claimed[number] += 1
            errand = self.errands[number]
            self.errands[number] = replace(errand, due=until)
            return number, self.errands[number]

    def done(self, errand: int) -> None:
        with self.lock:
            self.errands.pop(errand, None)

    def put_off(self, errand: int, until: datetime) -> None:
        with self.lock:
            self.errands[errand] = replace(self.errands[errand], due=until)

    def tries(self, errand: int) -> int:
        return self.claimed[errand]


@dataclass
class MemoryReceipts:
    kept: dict[str, CaseId] = field(default_factory=dict)

    def keep(self, code: str, id: CaseId) -> None:
        self.kept[code] = id

    def find(self, code: str) -> CaseId | None:
        return self.kept.get(code)


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

    def case_id(self) -> CaseId:
        self.drawn += 1
        return CaseId(f"C{self.drawn}")

    def code(self) -> str:
        return f"AAAABBBBCCCC{self.drawn:04}"
