"""Which audit stands once a backup has been put back: the longer of two that are one, or else the backup's.

Reading leaves no event, so a database that may be overwritten can hold entries that its backup lacks. They stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.stores.rows import Row, Rows
from reports.audit import ENDED

ENTRIES, ENDS = "audit", "audit_heads"
TABLES = (ENTRIES, ENDS)
Tables = Mapping[str, Sequence[Row]]


def put_back(rows: Rows, here: Tables, kept: Tables) -> Mapping[str, str]:
    """Into the empty tables of a database. By school: how the audit ended that stood here, as the audit says it."""
    ended = {row["school"]: f"{ENDED}{row['hash']}" for row in here[ENDS]}
    for school in sorted({row["school"] for tables in (here, kept) for table in TABLES for row in tables[table]}):
        stays = here if _goes_on(_of(here, school), _of(kept, school)) else kept
        for table in TABLES:
            rows.add(table, _of(stays, school)[table])
    return ended


def _of(tables: Tables, school: str) -> Tables:
    return {table: [row for row in tables[table] if row["school"] == school] for table in TABLES}


def _goes_on(here: Tables, kept: Tables) -> bool:
    """Whether one school's audit goes on from where the backup's ended. Hashes are chained, so one entry tells."""
    if not kept[ENDS]:
        return True
    number, hash = kept[ENDS][0]["number"], kept[ENDS][0]["hash"]
    return any(row["number"] == number and row["hash"] == hash for row in here[ENTRIES])
