"""Checks whether a report waits although everybody in school who may be told has been."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well
from adapters.doctor.machine import made
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.stores.rows import Unusable
from reports.unanswered import unanswered


def waiting(house: House, registered: Registered) -> Iterator[Finding]:
    """Only how many there are: whoever looks is not who may read them.

    No desk is opened for it: that is a start, which compares school.toml and may begin the day that a change waits.
    """
    from adapters.stores.migrations import NotLaid
    from adapters.vault import WrongKey

    if not house.settings.keys or not made(house.settings.database) or not made(house.settings.key_store):
        return
    try:
        left = unanswered(house.cases(registered.school.id))
    except (Faults, WrongKey, NotLaid, Unusable, sqlite3.Error, OSError):
        return  # the checks of the key and of the database have said why
    if left:
        count = "One report waits" if left == 1 else f"{left} reports wait"
        silent = "and everybody in school who may be told has been silent"
        yield must("reports", f"{count}, {silent}. Ask everyone who receives reports to look.")
    else:
        yield well("reports", "No report is left with nobody to turn to.")
