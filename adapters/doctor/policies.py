"""Checks the policies of a school: read in, dated, in their newest edition, and not overdue for review."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from adapters.assembly import House
from adapters.days import written
from adapters.doctor.findings import Finding, must, well, worth
from adapters.doctor.machine import made
from adapters.schoolfile import PolicyFile, Registered
from adapters.stores.rows import Unusable
from knowledge.policy import Policy


def policies(house: House, registered: Registered, today: date) -> Iterator[Finding]:
    held = on_the_shelf(house, registered.school.id)
    if held is None:
        yield worth("policies", "They can't be looked at until the database is there.")
        return
    found = [*_unread(registered.policies, held), *(f for versions in held for f in _edition(versions, today))]
    found += _doubled([versions[0] for versions in held])
    if not held:
        yield must("policies", "No policy has been read in, so every question gets silence. Run: candour ingest FILE")
    yield from found
    if held and not found:
        yield well("policies", f"{len(held)} read in, dated, and none overdue for review.")


def on_the_shelf(house: House, school: str) -> Sequence[Sequence[Policy]] | None:
    """Every version of each policy, the one in force first; None where the database is not there or not laid."""
    from adapters.stores import migrations
    from adapters.stores.shelf import StoredShelf

    if not made(house.settings.database):
        return None
    try:
        migrations.check(house.database, migrations.DATABASE)
        shelf = StoredShelf(house.database, house.clock)
        return [shelf.versions(school, policy.id) for policy in shelf.current(school)]
    except (migrations.NotLaid, Unusable, sqlite3.Error, OSError):
        return None


def _unread(files: Sequence[PolicyFile], held: Sequence[Sequence[Policy]]) -> Iterator[Finding]:
    digests = {versions[0].id: versions[0].version.digest for versions in held}
    for file in files:
        if file.path is None:
            continue
        if file.id not in digests:
            yield must("policies", f"“{file.id}” is in school.toml, and has not been read in. Run: candour migrate")
        elif digests[file.id] != hashlib.sha256(file.path.read_bytes()).hexdigest():
            yield must(
                "policies",
                f"“{file.id}”: the file has changed since it was read in, so answers are from the old one. "
                "Run: candour migrate",
            )


def _edition(versions: Sequence[Policy], today: date) -> Iterator[Finding]:
    policy, *earlier = versions
    version, title = policy.version, f"“{policy.title}”"
    newer = max((p.version.approved for p in earlier if p.version.approved), default=None)
    if version.approved and newer and newer > version.approved:
        yield must(
            "policies",
            f"{title} in force is of {written(version.approved)}, and is superseded by the one of {written(newer)} "
            "that was read in before it. Read in the newer file again.",
        )
    if version.review and version.review < today:
        yield worth("policies", f"{title} has been overdue for review since {written(version.review)}.")
    missing = [what for what, there in (("date", version.dated), ("next review date", version.review)) if not there]
    if missing:
        yield worth("policies", f"{title} has no {' and no '.join(missing)} that I could find.")


def _doubled(current: Sequence[Policy]) -> Iterator[Finding]:
    first: dict[str, Policy] = {}
    for policy in current:
        other = first.setdefault(policy.title.casefold(), policy)
        if other is not policy:
            yield worth(
                "policies",
                f"“{policy.title}” is in force twice, as “{other.id}” and “{policy.id}”: one may be superseded.",
            )
