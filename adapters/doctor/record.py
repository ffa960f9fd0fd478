"""Checks the audit: whether anything in it was changed since it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well
from adapters.doctor.machine import UNUSABLE, made
from adapters.schoolfile import Registered
from adapters.stores.audit import StoredAudit
from adapters.stores.migrations import DATABASE
from adapters.stores.rows import Unusable
from reports.audit import watchers

TELL = "The audit was changed at entry {number}: {says} Keep a copy of the database as it is, and tell {people}."


def record(house: House, registered: Registered) -> Iterator[Finding]:
    """Nothing where there is no database yet, or one that the machine's own checks have found wanting."""
    try:
        if not made(house.settings.database) or house.database.taken() != len(DATABASE):
            return
        yield from _found(StoredAudit(house.database, None, registered.school.id), registered)
    except Unusable:
        return  # and the check of the database says why
    except sqlite3.DatabaseError:
        yield must("audit", f"{house.settings.database}: {UNUSABLE}")


def _found(audit: StoredAudit, registered: Registered) -> Iterator[Finding]:
    flaw = audit.flaw()
    if flaw:
        watching = watchers(registered.school)
        names = " and ".join(person.name for person in registered.school.people if person.id in watching)
        yield must("audit", TELL.format(number=flaw.number, says=flaw.says, people=names or "those who govern"))
    else:
        yield well("audit", f"The audit has {audit.head().number} entries, and none was changed.")
