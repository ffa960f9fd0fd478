"""Wrapped keys, in a SQLite file of their own that no backup of the database holds."""

from __future__ import annotations

from adapters.stores.sqlite import Sqlite, table


class SqliteKeys:
    def __init__(self, store: Sqlite) -> None:
        self._store = store

    def get(self, name: str) -> bytes | None:
        with self._store.reading() as db:
            return next((row["wrapped"] for row in db.query("SELECT wrapped FROM keys WHERE name = ?", [name])), None)

    def add(self, name: str, wrapped: bytes) -> None:
        with self._store.transaction() as db:
            table(db, "keys").insert({"name": name, "wrapped": wrapped}, ignore=True)

    def destroy(self, name: str) -> None:
        """Overwritten in the file (secure_delete) and taken out of its log."""
        with self._store.transaction() as db:
            table(db, "keys").delete_where("name = ?", [name])
        self._store.scrub()
