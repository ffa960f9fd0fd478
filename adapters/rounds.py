"""One school's work for a worker: its desk, the ways to its people, its unsent reports, and the chores between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.courier import WaysCourier
from adapters.erasing import chores
from adapters.merging import Merged, Rings
from adapters.stores.errands import StoredErrands
from adapters.worker import Round
from reports.handlers import Handlers

if TYPE_CHECKING:
    from adapters.assembly import House
    from adapters.schoolfile import Registered


def made(house: House, registered: Registered, rings: Rings, handlers: Handlers) -> Round:
    school, desk = registered.school, house.desk(registered)
    ways = house.ways(school.id)
    courier = WaysCourier(school, ways)
    return Round(
        desk,
        Merged(courier, rings, house.clock),
        house.talks(school.id),
        StoredErrands(house.database, school.id),
        hurried=WaysCourier(school, ways, every=True),
        chores=(
            lambda now: handlers.look(desk, now),
            *chores(house, registered),
            house.audit(school.id).check_day,
            lambda now: house.standing.handovers(school.id).tell(courier, now),
        ),
    )
