"""Tells of people who are about to take or leave a post in which reports are received."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters.assembly import House
from adapters.doctor.findings import Finding, worth
from adapters.doctor.machine import made
from adapters.schoolfile import Registered
from adapters.stores.audit import StoredAudit
from adapters.stores.handovers import StoredHandovers
from adapters.stores.migrations import DATABASE
from adapters.stores.rows import Unusable
from bot.handover import seat
from bot.times import moment

WAITS = "{who} {does} the post “{seat}” from {when}: a change of who receives reports waits for 24 hours."


def handovers(house: House, registered: Registered) -> Iterator[Finding]:
    """Nothing where there is no database yet, or one that the machine's own checks have found wanting."""
    school, now = registered.school, house.clock()
    try:
        if not made(house.settings.database) or house.database.taken() != len(DATABASE):
            return
        kept = StoredHandovers(house.database, StoredAudit(house.database, None, school.id), school.id).kept()
    except (Unusable, sqlite3.DatabaseError):
        return  # and the check of the database says why
    for held in kept:
        force: datetime | None = held.since if held.since > now else held.until
        if force and force > now:
            does = "takes" if held.since > now else "leaves"
            when = moment(force, ZoneInfo(school.timezone))
            yield worth("posts", WAITS.format(who=held.person, does=does, seat=seat(held.seat), when=when))
