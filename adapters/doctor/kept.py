"""Checks what is kept: whether every report can be opened, and whether what was destroyed is out of every file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from adapters import erasing
from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well, worth
from adapters.doctor.machine import made
from adapters.schoolfile import Registered
from adapters.stores.rows import Unusable
from reports.ageing import QUIET, WARNED_DAYS, ends, life
from reports.sealed import Sealed

if TYPE_CHECKING:
    from adapters.keycount import Count


def kept(house: House) -> Iterator[Finding]:
    count = _count(house)
    if count is None:
        return
    if count.closed:
        reports = "1 report" if count.closed == 1 else f"{count.closed} reports"
        yield must("keys", f"{reports} can't be opened: the key is missing or damaged. Read docs/key-loss.md.")
    elif count.standing.damaged:
        yield must("keys", "A key that is no report's own is damaged. Read docs/key-loss.md.")
    else:
        yield well("keys", "Every report that is kept can be opened.")
    if count.standing.older:
        yield worth("keys", "Some keys are still under an older CANDOUR_KEY. Run: candour keys rotate")


def _count(house: House) -> Count | None:
    """None where the stores or the key can't be used at all: other checks tell of that. It makes and writes nothing."""
    from adapters.keycount import counted
    from adapters.stores import migrations
    from adapters.stores.keys import StoredKeys
    from adapters.vault import CHECK, Keyring, WrongKey

    places = (house.settings.key_store, house.settings.database)
    if not house.settings.keys or not all(map(made, places)):
        return None
    try:
        migrations.check(house.key_store, migrations.KEYS)
        migrations.check(house.database, migrations.DATABASE)
        keys = StoredKeys(house.key_store)
        return counted(Keyring(house.settings.keys), keys, house.database) if keys.get(CHECK) else None
    except (WrongKey, migrations.NotLaid, Unusable, OSError, sqlite3.Error):
        return None


def ageing(house: House, registered: Registered) -> Iterator[Finding]:
    """What waits to be scrubbed, and what nobody closed and will soon be destroyed."""
    school = registered.school
    if _count(house) is None:
        return
    if erasing.certificates(house, school.id).unscrubbed():
        yield worth("retention", "Something that was destroyed is not yet out of every file. The worker tries again.")
    cases, soon = house.cases(school.id), 0
    for id in erasing.erasure(house, school.id).cases():
        try:
            lived = life(cases.load(id))
        except Sealed:
            continue
        if lived:
            at, rule = ends(lived, school.retention)
            soon += rule == QUIET and (at - house.clock()).days < WARNED_DAYS
    if soon:
        yield must("retention", f"Never closed, and destroyed within {WARNED_DAYS} days: {soon}. Remind its recipient.")
