"""Carries a neutral notice to a person by the ways in which they can be reached, each within a time limit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Protocol

from reports.desk import Unreachable
from reports.people import Person, PersonId, School

LIMIT = 25.0  # seconds for one delivery by one way; less than a worker's lease


class Way(Protocol):
    """One platform: the terminal's inbox, e-mail, Slack, Teams."""

    def reaches(self, person: Person) -> bool:
        """Whether this person has an account or address there."""

    def notify(self, person: Person, message: str) -> None:
        """Tell them, neutrally, that something waits. `message` is the same at every try.

        Raises Unreachable when no try will ever succeed; anything else is tried again.
        """


class Notices(Protocol):
    def notify(self, to: PersonId, message: str) -> None: ...


class TooSlow(Exception):
    """A delivery took longer than it may."""


@dataclass(frozen=True)
class Terminal:
    """Everybody's way where it is only tried out."""

    notices: Notices

    def reaches(self, person: Person) -> bool:  # noqa: ARG002 - the terminal is open to all
        return True

    def notify(self, person: Person, message: str) -> None:
        self.notices.notify(person.id, message)


@dataclass(frozen=True)
class WaysCourier:
    """Tries the ways in order until one has carried it; or every way, for what is urgent."""

    school: School
    ways: Sequence[Way]
    every: bool = False

    def notify(self, to: PersonId, message: str) -> None:
        person = self.school.person(to)
        if person is None or not person.active:
            raise Unreachable
        carried, faults = False, list[Exception]()
        for way in (way for way in self.ways if way.reaches(person)):
            try:
                way.notify(person, message)
            except Unreachable:
                continue
            except Exception as fault:
                faults.append(fault)  # this way's trouble must not keep them from being told by the next
                continue
            carried = True
            if not self.every:
                return
        if not carried:
            raise faults[0] if faults else Unreachable


@dataclass
class Timed:
    """A way that gives up on a delivery after the limit, and meanwhile begins no other to the same person.

    (A server that sends one byte a second keeps within any timeout of its socket.)
    """

    way: Way
    limit: float = LIMIT
    busy: set[PersonId] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    def reaches(self, person: Person) -> bool:
        return self.way.reaches(person)

    def notify(self, person: Person, message: str) -> None:
        with self.lock:
            if person.id in self.busy:
                raise TooSlow
            self.busy.add(person.id)
        delivery = _Delivery(lambda: self.way.notify(person, message), lambda: self.busy.discard(person.id))
        delivery.within(self.limit)


class _Delivery:
    """Runs in a thread of its own, which is left to itself when its time is over."""

    def __init__(self, carry: Callable[[], None], ended: Callable[[], None]) -> None:
        self._carry, self._ended = carry, ended
        self._fault: Exception | None = None

    def within(self, limit: float) -> None:
        thread = Thread(target=self._run, daemon=True, name="delivery")
        thread.start()
        thread.join(limit)
        if thread.is_alive():
            raise TooSlow
        if self._fault:
            raise self._fault

    def _run(self) -> None:
        try:
            self._carry()
        except Exception as fault:
            self._fault = fault
        finally:
            self._ended()
