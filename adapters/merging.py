"""Rings for a person ten times in five minutes, and no more: in a flood, one notice stands for those after it.

What waits for them is in their inbox all the same, and whoever does not open it is reminded. Nothing urgent is merged.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from reports.desk import Courier
from reports.people import PersonId

OFTEN, WITHIN = 10, timedelta(minutes=5)


@dataclass(frozen=True)
class Rings:
    """When each person was told lately. A process that starts knows of none: then somebody is told once too often."""

    _at: dict[PersonId, deque[datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def often(self, who: PersonId, now: datetime) -> bool:
        """Whether the last so many were within these minutes; by a clock that was set back, none was."""
        with self._lock:
            times = self._at.get(who, ())
            return len(times) == OFTEN and timedelta() <= now - times[0] < WITHIN

    def rang(self, who: PersonId, now: datetime) -> None:
        with self._lock:
            self._at.setdefault(who, deque(maxlen=OFTEN)).append(now)


@dataclass(frozen=True)
class Merged:
    courier: Courier
    rings: Rings
    clock: Callable[[], datetime]

    def notify(self, to: PersonId, message: str) -> None:
        if self.rings.often(to, self.clock()):
            return
        self.courier.notify(to, message)
        self.rings.rang(to, self.clock())
