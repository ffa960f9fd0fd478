"""One school's assistant for as long as its policies and its recipients stand, and a new one when either changes."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.assembly import House
from adapters.schoolfile import Registered
from bot.assistant import Assistant
from bot.setting import Setting

LOOKS = timedelta(seconds=5)  # between looks at whether anything has changed: two short readings, and never a writing
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass
class Answering:
    """Any number of threads may call it. Without a good key it answers questions and takes no reports."""

    house: House
    registered: Registered
    setting: Setting
    lock: threading.Lock = field(default_factory=threading.Lock)
    looked: datetime = NEVER
    stamp: str = ""
    made: Assistant | None = None

    def __call__(self) -> Assistant:
        now = self.house.clock()
        with self.lock:
            if self.made is None or not self.looked <= now < self.looked + LOOKS:  # a clock may be put back
                self.made, self.looked = self._present(self.made), now
            return self.made

    def _present(self, held: Assistant | None) -> Assistant:
        """The one that is held, where it still says what is so."""
        stamp = self.house.shelf.stamp(self.registered.school.id)
        if held and stamp == self.stamp and self._same_recipients(held):
            return held
        made = self.house.assistant(self.registered, setting=self.setting)
        self.stamp = stamp
        return made

    def _same_recipients(self, held: Assistant) -> bool:
        """A change in school.toml takes effect a day later, at no start of this process."""
        return held.desk is None or held.desk.school == self.house.standing.of(self.registered)
