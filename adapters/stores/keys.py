"""Wrapped keys, in a store of their own that no backup of the database holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import LiteralString

from adapters.stores.rows import Store

NAMES: LiteralString = "SELECT name FROM keys ORDER BY name"


class StoredKeys:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> bytes | None:
        with self._store.reading() as rows:
            return next((row["wrapped"] for row in rows.find("keys", {"name": name})), None)

    def add(self, name: str, wrapped: bytes) -> None:
        with self._store.transaction() as rows:
            rows.add_new("keys", {"name": name, "wrapped": wrapped})

    def destroy(self, name: str) -> None:
        """Taken out of the store's log too, as far as the store can."""
        with self._store.transaction() as rows:
            rows.remove("keys", {"name": name})
        self._store.scrub()

    def names(self) -> Sequence[str]:
        """Of all keys, those destroyed for good among them."""
        with self._store.reading() as rows:
            return [row["name"] for row in rows.query(NAMES)]

    def replace(self, name: str, old: bytes, new: bytes) -> bool:
        """False where it is no longer the old one: a key destroyed meanwhile stays destroyed."""
        with self._store.transaction() as rows:
            return bool(rows.change("keys", {"name": name, "wrapped": old}, {"wrapped": new}))

    def scrub(self) -> bool:
        return self._store.scrub()


def is_case(name: str) -> bool:
    """Whether a key is a case's: the others are drafts' and the vault's own."""
    return name == name.upper()
