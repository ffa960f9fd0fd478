"""One school's assistant for as long as its policies stand, and a new one when they change."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from adapters.assembly import House
from adapters.schoolfile import Registered
from bot.assistant import Assistant
from bot.setting import Setting

LOOKS = 5.0  # seconds between looks at whether a policy has changed


@dataclass
class Answering:
    """Any number of threads may call it. Without a good key it answers questions and takes no reports."""

    house: House
    registered: Registered
    setting: Setting
    lock: threading.Lock = field(default_factory=threading.Lock)
    looked: float = 0.0
    stamp: str = ""
    made: Assistant | None = None

    def __call__(self) -> Assistant:
        with self.lock:
            if self.made is None or time.monotonic() - self.looked > LOOKS:
                self._look()
            assert self.made is not None  # noqa: S101 - looking makes it
            return self.made

    def _look(self) -> None:
        stamp = self.house.shelf.stamp(self.registered.school.id)
        if self.made is None or stamp != self.stamp:
            self.made = self.house.assistant(self.registered, setting=self.setting)
            self.stamp = stamp
        self.looked = time.monotonic()
