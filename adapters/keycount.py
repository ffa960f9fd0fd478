"""Counts the keys and the reports they belong to: opaque numbers, and never a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

from adapters.rotation import Standing, standing
from adapters.stores.keys import StoredKeys, is_case
from adapters.stores.rows import Store
from adapters.vault import CHECK, Keyring

HELD: LiteralString = "SELECT DISTINCT case_id FROM events"


@dataclass(frozen=True)
class Count:
    standing: Standing
    missing: int  # reports in the database whose key is not in the key store
    damaged: int  # keys of reports that none of the school's keys opens
    unused: int  # keys of reports that are not in the database

    @property
    def closed(self) -> int:
        """How many reports can't be opened."""
        return self.missing + self.damaged


def counted(keyring: Keyring, keys: StoredKeys, database: Store) -> Count:
    """Raises WrongKey where the school's keys are not those used before."""
    check = keys.get(CHECK)
    if check is not None:
        keyring.which(check, CHECK)
    with database.reading() as rows:
        held = {row["case_id"] for row in rows.query(HELD)}
    found = standing(keyring, keys)
    names = {name for name in keys.names() if is_case(name)}
    living = {name for name in names if keys.get(name)}
    damaged = [name for name in found.damaged if is_case(name)]
    return Count(found, len(held - names), len(damaged), len(living - held))
