"""Runs errands when they are due: the only loop. Any number of workers may run at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Protocol

from reports import carrying
from reports.desk import Courier, Desk, Unreachable
from reports.errands import Errand
from reports.people import PersonId

LEASE = timedelta(minutes=2)  # longer than any delivery; an errand whose worker died is free again after this
FIRST_WAIT, LONGEST_WAIT, LONGEST_URGENT = timedelta(seconds=5), timedelta(hours=1), timedelta(minutes=5)
MOST_TRIES = 24  # of a delivery that is not urgent, over most of a day: then the next person is told
HANDS = 4  # errands that one worker carries at once
FRESH = timedelta(minutes=1)
OUTAGE = 5.0  # seconds between tries while the database is away
REST, HELPERS_REST = 0.5, 2.0  # seconds between looks when nothing is due
log = logging.getLogger("candour.worker")


class Drafts(Protocol):
    def forget_idle(self, now: datetime) -> int:
        """Destroy every unsent report that has lapsed; returns how many."""


class Queue(Protocol):
    """What the worker needs of the errands beyond what a desk does. An errand is told by its number."""

    def tries(self, errand: int) -> int:
        """How often it was claimed, or how often in a row its person could not be reached, if that is more."""

    def shut(self, errand: int, until: datetime) -> None:
        """Put off all that waits for the same person."""

    def reached(self, errand: int) -> None:
        """Forget how often this person could not be reached."""


@dataclass(frozen=True)
class Round:
    """One school's work: its desk, the ways to its people, its unsent reports."""

    desk: Desk
    courier: Courier
    drafts: Drafts
    queue: Queue
    hurried: Courier | None = None  # for what is urgent, if that goes another way
    chores: Sequence[Callable[[datetime], object]] = ()  # done again and again while nothing is due


@dataclass
class Watched:
    """A courier, and what came of it: a person who can't be reached is another trouble than a case that can't be read.

    It carries to one person once, for one errand.
    """

    courier: Courier
    carried: bool = False
    failed: bool = False

    def notify(self, to: PersonId, message: str) -> None:
        self.failed = True
        try:
            self.courier.notify(to, message)
        except Unreachable:
            self.failed = False
            raise
        self.failed, self.carried = False, True


class Nowhere:
    """Carries nothing to anybody: for someone who was tried often enough."""

    def notify(self, to: PersonId, message: str) -> None:  # noqa: ARG002 - it is what every courier is given
        raise Unreachable


class Rounds:
    """Of every school, made anew each minute: who receives reports changes while a worker runs."""

    def __init__(self, make: Callable[[], Sequence[Round]], clock: Callable[[], datetime]) -> None:
        self._make, self._clock = make, clock
        self._made, self._when = make(), clock()

    def __iter__(self) -> Iterator[Round]:
        if not self._when <= self._clock() < self._when + FRESH:  # a clock may be put back
            self._made, self._when = self._make(), self._clock()
        return iter(self._made)


@dataclass(frozen=True)
class Worker:
    """`beat` is called between errands, so that others can tell that this one is alive; `jitter` draws from [0, 1)."""

    rounds: Iterable[Round]
    clock: Callable[[], datetime]
    lease: timedelta = LEASE
    outage: float = OUTAGE
    hands: int = HANDS
    jitter: Callable[[], float] = float
    beat: Callable[[], object] = bool
    stopped: Event = field(default_factory=Event)

    def run(self) -> None:
        """Until stopped. What one hand is held up by, the others need not wait for."""
        helpers = [Thread(target=self._work, args=(HELPERS_REST,), daemon=True) for _ in range(self.hands - 1)]
        for helper in helpers:
            helper.start()
        self._work(REST)
        for helper in helpers:
            helper.join()

    def drain(self) -> int:
        """Do everything that is due now, and say how much that was."""
        self.beat()
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
            for chore in round.chores:
                self._do(chore)

    def _do(self, chore: Callable[[datetime], object]) -> None:
        """What goes wrong with one is tried again, and keeps nobody from their reports."""
        try:
            chore(self.clock())
        except Exception as fault:
            log.error("A chore failed and will be tried again: %s", type(fault).__name__)

    def _work(self, rest: float) -> None:
        while not self.stopped.is_set():
            try:
                self.beat()
                if not self.step():
                    self.tidy()
                    self.stopped.wait(rest)
            except Exception as fault:
                # A database that is away comes back, and then somebody must still be there.
                log.error("The database can't be used; I go on trying: %s", type(fault).__name__)
                self.stopped.wait(self.outage)

    def _one(self, round: Round) -> bool:
        now = self.clock()
        claimed = round.desk.cases.claim(now, now + self.lease)
        if claimed is None:
            return False
        number, errand = claimed
        watched = Watched((round.hurried if errand.urgent else None) or round.courier)
        try:
            carrying.run(round.desk, errand, watched, now)
        except Exception as fault:
            # Whatever went wrong, the errand must come back: a report is never lost to a log line.
            log.error("An errand failed and will be tried again: %s, %s", errand.verb.value, type(fault).__name__)
            self._come_back(round, number, errand, watched)
        else:
            if watched.carried:
                round.queue.reached(number)
            round.desk.cases.done(number)
        return True

    def _come_back(self, round: Round, number: int, errand: Errand, watched: Watched) -> None:
        now, tries = self.clock(), round.queue.tries(number)
        until = now + self._wait(tries, errand.urgent)
        if not watched.failed:
            round.desk.cases.put_off(number, until)
        elif tries < MOST_TRIES or errand.urgent:
            round.queue.shut(number, until)
        else:
            carrying.run(round.desk, errand, Nowhere(), now)
            round.desk.cases.done(number)

    def _wait(self, tries: int, urgent: bool) -> timedelta:
        """Twice as long each time, and up to half as long again, so that those who failed together come back apart."""
        waited = FIRST_WAIT * (1 << min(tries, 12)) / 2 * (1 + self.jitter() / 2)
        return min(LONGEST_URGENT if urgent else LONGEST_WAIT, waited)
