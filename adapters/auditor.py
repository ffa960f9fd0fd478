"""Watches whether deliveries stand still, and tells somebody outside, once each time that they do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Event, Lock
from typing import Protocol

from adapters.stores.away import AWAY
from reports.desk import Unreachable

EVERY = timedelta(seconds=30)  # between looks
AGAIN = timedelta(minutes=5)  # until somebody is told again, if the alarm could not be sent
log = logging.getLogger("candour.auditor")


class Trouble(StrEnum):
    LATE = "late"  # something was due long ago and is not done
    SILENT = "silent"  # no worker is alive


SAID = {
    Trouble.LATE: "Something that was due more than {minutes} minutes ago is not done. Look with: candour doctor",
    Trouble.SILENT: "No worker has been alive for {minutes} minutes, so nothing is delivered. Start: candour worker",
}


class Vitals(Protocol):
    def beat(self, worker: str, now: datetime) -> None: ...

    def last_beat(self) -> datetime | None: ...

    def overdue(self, schools: Iterable[str], before: datetime) -> int:
        """How many errands of these schools were due before then and are not done."""

    def raised(self, trouble: str, now: datetime, until: datetime) -> bool:
        """Whether it falls to the caller to tell of it: to one of all auditors, and to one again if that one can't."""

    def told(self, trouble: str) -> None:
        """Not again, as long as it lasts."""

    def over(self, trouble: str) -> bool:
        """Whether it had been raised; from now on, it may be again."""


@dataclass(frozen=True)
class Auditor:
    """`tell` is given a sentence without a school, a name or a number in it, and how many times is up to us."""

    vitals: Vitals
    schools: Sequence[str]
    clock: Callable[[], datetime]
    patience: timedelta
    began: datetime  # no worker can have been silent for longer than somebody has listened
    tell: Callable[[str], object] = len

    def look(self) -> None:
        found = self.troubles()
        for trouble in Trouble:
            if trouble in found:
                self._alarm(trouble)
            elif self.vitals.over(trouble):
                log.warning("All is well again: %s", trouble.value)

    def troubles(self) -> tuple[Trouble, ...]:
        before = self.clock() - self.patience
        late = self.vitals.overdue(self.schools, before) > 0
        heard = max(self.vitals.last_beat() or self.began, self.began)
        return tuple(t for t, there in ((Trouble.LATE, late), (Trouble.SILENT, heard < before)) if there)

    def _alarm(self, trouble: Trouble) -> None:
        now = self.clock()
        if not self.vitals.raised(trouble, now, now + AGAIN):
            return
        said = SAID[trouble].format(minutes=int(self.patience.total_seconds() // 60))
        log.error("%s (%s)", said, trouble.value)
        try:
            self.tell(said)
        except (OSError, Unreachable) as fault:
            log.error("The alarm could not be sent, and I try again: %s", type(fault).__name__)
        else:
            self.vitals.told(trouble)


@dataclass
class Watch:
    """The auditor of a process that takes reports and carries none."""

    made: Callable[[], Auditor]  # raises while the database is away
    every: timedelta = EVERY
    stopped: Event = field(default_factory=Event)
    auditor: Auditor | None = None

    def run(self) -> None:
        """Until stopped."""
        while not self.stopped.is_set():
            try:
                self.auditor = self.auditor or self.made()
                self.auditor.look()
            except AWAY as fault:
                log.error("The database can't be used, so I can't see what is late: %s", type(fault).__name__)
            self.stopped.wait(self.every.total_seconds())

    def troubles(self) -> tuple[str, ...]:
        """As /readyz shows them. Raises as the database does."""
        return tuple(trouble.value for trouble in self.auditor.troubles()) if self.auditor else ()


@dataclass
class Pulse:
    """What a worker does between errands: says that it is alive, and looks after the others, each now and then."""

    name: str
    auditor: Auditor
    last: datetime | None = None
    lock: Lock = field(default_factory=Lock)

    def __call__(self) -> None:
        now = self.auditor.clock()
        with self.lock:
            if self.last is not None and timedelta() <= now - self.last < EVERY:
                return
            self.last = now
        self.auditor.vitals.beat(self.name, now)
        self.auditor.look()
