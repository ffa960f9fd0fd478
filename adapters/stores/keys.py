"""Wrapped keys, in a store of their own that no backup of the database holds."""

from __future__ import annotations

from adapters.stores.rows import Store


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
