"""Writes down how many reports a month had as soon as it is over: a worker does it before anything old is destroyed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.stores.figures import StoredFigures
from reports.case import Case
from reports.counting import month, months, tally
from reports.keeping import Cases
from reports.sealed import Sealed

AGAIN = timedelta(hours=1)  # between tries where what was counted before can't be opened
log = logging.getLogger("candour.statistics")


@dataclass
class Counting:
    """One school's. `done` is this process's own: of several that count at once, the first count stays."""

    cases: Cases
    figures: StoredFigures
    zone: ZoneInfo
    done: str = ""  # the month up to which all is counted
    tried: datetime | None = None

    def freeze(self, now: datetime) -> int:
        """Count the months that are over and not yet counted; how many those were."""
        this = month(now.astimezone(self.zone).date())
        if this == self.done or (self.tried and now - self.tried < AGAIN):
            return 0
        try:
            left = self._freeze(this)
        except Sealed:
            log.warning("The statistics can't be counted: their key is missing or damaged. I try again.")
            self.tried = now
            return 0
        self.done, self.tried = this, None
        return left

    def _freeze(self, this: str) -> int:
        frozen = self.figures.all()
        found = tally(self._readable(), self.zone)
        known = [*frozen, *found]
        left = [name for name in months(min(known), this) if name not in frozen] if known else []
        for name in left:
            self.figures.freeze(name, found.get(name, {}))
        return len(left)

    def _readable(self) -> Iterator[Case]:
        for id in self.cases.ids():
            try:
                yield self.cases.load(id)
            except Sealed:
                continue
