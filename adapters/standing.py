"""Who receives reports today: school.toml, less what it changed within the last day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from adapters.stores.handovers import StoredHandovers

if TYPE_CHECKING:
    from adapters.assembly import House
    from adapters.schoolfile import Registered
    from reports.handover import Change
    from reports.people import PersonId, School


class Standing:
    """Compares each school.toml once in the life of a process: one that is newer is a newer process's to compare."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._compared: set[str] = set()

    def handovers(self, school: str) -> StoredHandovers:
        return StoredHandovers(self._house.database, self._house.audit(school), school)

    def of(self, registered: Registered) -> School:
        school, now = registered.school, self._house.clock()
        handovers = self.handovers(school.id)
        if school.id not in self._compared:
            handovers.look(school, now)
            self._compared.add(school.id)
        return handovers.in_force(school, now)

    def news(self, school: str) -> Callable[[PersonId], Sequence[Change]]:
        """What somebody is to know of it."""
        return lambda who: self.handovers(school).news(who, self._house.clock())
