"""Chooses the version of a policy that was in force on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge import dates
from knowledge.policy import Policy


@dataclass(frozen=True)
class Kept:
    """A version on the shelf. `number` counts from one."""

    policy: Policy
    number: int
    arrived: date

    @property
    def since(self) -> date:
        """When it came into force: the day it was approved, else its own date, else the day it came to us."""
        version = self.policy.version
        return version.approved or dates.read(version.dated) or self.arrived


def in_force(versions: Sequence[Kept], day: date) -> Kept | None:
    """None before the first came into force."""
    begun = [kept for kept in versions if kept.since <= day]
    return max(begun, key=lambda kept: (kept.since, kept.number), default=None)


def called(versions: Sequence[Kept], name: str) -> Kept | None:
    """The version of that number or date, the latest where several bear it: "2", "12 March 2026" or "2026-03-12"."""
    wanted = " ".join(name.split()).casefold()
    day = dates.read(name)
    fits = [
        kept
        for kept in versions
        if wanted in {str(kept.number), kept.policy.version.dated.casefold()}
        or (day is not None and day == dates.read(kept.policy.version.dated))
    ]
    return max(fits, key=lambda kept: kept.number, default=None)
