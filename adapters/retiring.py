"""Destroys what has been kept for long enough, and finishes what was begun: a worker does it between errands."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from adapters.stores.certificates import Held, StoredCertificates
from adapters.stores.erasure import Erasure
from reports.ageing import due, life
from reports.case import Case
from reports.report import CaseId
from reports.retention import Retention
from reports.sealed import Sealed

LOOK = timedelta(hours=1)  # between looks at every case
AGAIN = timedelta(minutes=1)  # between tries to scrub what somebody's reading holds
log = logging.getLogger("candour.retention")


class Loads(Protocol):
    def load(self, id: CaseId) -> Case:
        """Raises Sealed."""


@dataclass(frozen=True)
class Retired:
    """What one look came to, in numbers."""

    erased: int = 0
    held: int = 0  # due, and held for legal reasons
    unscrubbed: int = 0  # nobody can read them, and their bytes are not yet out of every file


@dataclass
class Looks:
    """When a process last looked at every case of a school, and last tried to scrub: another's look does no harm."""

    every: datetime | None = None
    scrubbed: datetime | None = None


@dataclass(frozen=True)
class Retiring:
    """One school's."""

    cases: Loads
    erasure: Erasure
    certificates: StoredCertificates
    retention: Retention
    looks: Looks = field(default_factory=Looks)

    def forget_idle(self, now: datetime) -> int:
        """Look where it is time to; how many were destroyed."""
        if _is_time(self.looks.every, LOOK, now):
            self.looks.every = self.looks.scrubbed = now
            return self.look(now).erased
        if _is_time(self.looks.scrubbed, AGAIN, now):
            self.looks.scrubbed = now
            self._finish(now)
        return 0

    def look(self, now: datetime) -> Retired:
        """At every case there is. A case that was destroyed and came back with an old database goes again."""
        erased = held = 0
        for id in self.erasure.cases():
            rule = self._rule(id, now)
            if rule is None:
                continue
            try:
                self.erasure.erase(id, rule, now)
                erased += 1
            except Held:
                held += 1
        return Retired(erased, held, self._finish(now))

    def _rule(self, id: CaseId, now: datetime) -> str | None:
        """None where it stays, and where it can't be opened: what nobody can date, nobody destroys."""
        if done := self.certificates.of(id):
            return done.rule
        try:
            lived = life(self.cases.load(id))
        except Sealed:
            return None
        return (lived and due(lived, self.retention, now)) or None

    def _finish(self, now: datetime) -> int:
        left = sum(not self.erasure.finish(done, now) for done in self.certificates.unscrubbed())
        if left:
            log.warning("Destroyed and not yet scrubbed, because somebody is reading: %d. I try again.", left)
        return left


def _is_time(last: datetime | None, between: timedelta, now: datetime) -> bool:
    """By a clock that was put back it is."""
    return last is None or not last <= now < last + between
