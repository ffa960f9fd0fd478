"""Puts together what destroys reports for good, and what keeps them from it, out of one house's stores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.assembly import House
from adapters.counting import Counting
from adapters.retiring import Looks, Retiring
from adapters.schoolfile import Registered
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.figures import StoredFigures


def certificates(house: House, school: str) -> StoredCertificates:
    """Needs no key of the school's."""
    house.lay_keys()
    return StoredCertificates(house.key_store, school)


def erasure(house: House, school: str) -> Erasure:
    return Erasure(house.database, certificates(house, school), house.vault, school)


def retiring(house: House, registered: Registered, looks: Looks | None = None) -> Retiring:
    """`looks`: what a process remembers of its last one."""
    id, kept = registered.school.id, registered.school.retention
    return Retiring(house.cases(id), erasure(house, id), certificates(house, id), kept, looks or Looks())


def figures(house: House, school: str) -> StoredFigures:
    house.lay()
    return StoredFigures(house.database, house.vault, school)


def chores(house: House, registered: Registered, looks: Looks) -> tuple[Callable[[datetime], object], ...]:
    """What a worker does between errands, in this order: what is destroyed was counted before."""
    school = registered.school
    counting = Counting(house.cases(school.id), figures(house, school.id), ZoneInfo(school.timezone))
    return counting.freeze, retiring(house, registered, looks).forget_idle
