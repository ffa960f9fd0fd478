"""What someone should know of a clause before they rely on it: how binding it is, and whether it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.binding import Binding, bindings
from knowledge.policy import Clause, Policy, Version
from knowledge.recipients import Told, told


@dataclass(frozen=True)
class Health:
    """`overdue` is the date on which the review fell due; `superseded` how the version in force now is dated."""

    bindings: tuple[Binding, ...] = ()
    overdue: date | None = None
    as_of: date | None = None
    superseded: str | None = None  # empty where a later version is in force that bears no date
    told: tuple[Told, ...] = ()
    disagrees: tuple[str, ...] = ()  # where another clause of the school says otherwise, and how

    @property
    def notes(self) -> tuple[str, ...]:
        """For people, most binding first."""
        return tuple(self._notes())

    @property
    def standing(self) -> tuple[str, ...]:
        """What is true of the whole policy, and so of every clause of it."""
        return tuple(self._standing())

    def _notes(self) -> Iterator[str]:
        if self.bindings:
            yield ", ".join(self.bindings)
        yield from self.disagrees
        yield from self._standing()
        yield from map(str, self.told)

    def _standing(self) -> Iterator[str]:
        if self.as_of:
            yield f"as of {written(self.as_of)}"
        if self.superseded is not None:
            yield f"superseded by the version of {self.superseded}" if self.superseded else "superseded"
        if self.overdue:
            yield f"overdue for review since {self.overdue:%B %Y}"


UNSEEN = Health()  # of what nobody is shown


def of(policy: Policy, clause: Clause, today: date | None, as_of: date | None, superseded: str | None) -> Health:
    """`today`: the day on which somebody asks; without it nothing is overdue."""
    overdue = policy.version.review if today and is_overdue(policy.version, today) else None
    return Health(bindings(clause), overdue, as_of, superseded, told(clause))


def is_overdue(version: Version, today: date) -> bool:
    """A review that is due in a month, as most are, has until the month's end."""
    due = version.review
    if due is None:
        return False
    return (today.year, today.month) > (due.year, due.month) if due.day == 1 else today > due


def written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
