"""One school's work for a worker: its desk, the ways to its people, its unsent reports, and the chores between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.courier import WaysCourier
from adapters.erasing import chores
from adapters.merging import Merged, Rings
from adapters.retiring import Looks
from adapters.stores.errands import StoredErrands
from adapters.worker import Round
from reports.handlers import Handlers

if TYPE_CHECKING:
    from adapters.assembly import House
    from adapters.schoolfile import Registered


@dataclass(frozen=True)
class Remembered:
    """What a process remembers of one school for as long as it runs: its rounds are made anew each minute."""

    rings: Rings = field(default_factory=Rings)
    handlers: Handlers = field(default_factory=Handlers)
    looks: Looks = field(default_factory=Looks)


def made(house: House, registered: Registered, known: Remembered) -> Round:
    school, desk = registered.school, house.desk(registered)
    ways = house.ways(school.id)
    courier = WaysCourier(school, ways)
    return Round(
        desk,
        Merged(courier, known.rings, house.clock),
        house.talks(school.id),
        StoredErrands(house.database, school.id),
        hurried=WaysCourier(school, ways, every=True),
        chores=(
            lambda now: known.handlers.look(desk, now),
            *chores(house, registered, known.looks),
            house.audit(school.id).check_day,
            lambda now: house.standing.handovers(school.id).tell(courier, now),
        ),
    )
