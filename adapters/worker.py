"""Runs errands when they are due: the only loop. Any number of workers may run at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol

from reports.desk import Courier, Desk

LEASE = timedelta(minutes=1)  # an errand whose worker died is free again after this
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
OUTAGE = 5.0  # seconds between tries while the database is away
REST = 0.5  # seconds between looks when nothing is due
log = logging.getLogger("candour.worker")


class Drafts(Protocol):
    def forget_idle(self, now: datetime) -> int:
        """Destroy every unsent report that has lapsed; returns how many."""


class Tries(Protocol):
    def tries(self, errand: int) -> int:
        """How often it has been claimed."""


@dataclass(frozen=True)
class Round:
    """One school's work: its desk, the way to its people, its unsent reports."""

    desk: Desk
    courier: Courier
    drafts: Drafts
    tries: Tries


@dataclass(frozen=True)
class Worker:
    rounds: Sequence[Round]
    clock: Callable[[], datetime]
    lease: timedelta = LEASE
    outage: float = OUTAGE
    stopped: Event = field(default_factory=Event)

    def run(self) -> None:
        """Until stopped."""
        while not self.stopped.is_set():
            try:
                if not self.step():
                    self.tidy()
                    self.stopped.wait(REST)
            except Exception as fault:
                # A database that is away comes back, and then somebody must still be there.
                log.error("The database can't be used; I go on trying: %s", type(fault).__name__)
                self.stopped.wait(self.outage)

    def drain(self) -> int:
        """Do everything that is due now, and say how much that was."""
        done = 0
        while self.step():
            done += 1
        return done

    def step(self) -> bool:
        """One errand of each school; False when nothing is due anywhere."""
        done = [self._one(round) for round in self.rounds]  # every school gets its turn
        return any(done)

    def tidy(self) -> None:
        for round in self.rounds:
            round.drafts.forget_idle(self.clock())

    def _one(self, round: Round) -> bool:
        now = self.clock()
        claimed = round.desk.cases.claim(now, now + self.lease)
        if claimed is None:
            return False
        number, errand = claimed
        try:
            round.desk.do(errand, round.courier, now)
        except Exception as fault:
            # Whatever went wrong, the errand must come back: a report is never lost to a log line.
            log.error("An errand failed and will be tried again: %s, %s", errand.verb.value, type(fault).__name__)
            round.desk.cases.put_off(number, now + _wait(round.tries.tries(number)))
        else:
            round.desk.cases.done(number)
        return True


def _wait(tries: int) -> timedelta:
    """Twice as long each time, to an hour."""
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(tries, 12)) / 2)
