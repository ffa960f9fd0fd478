"""One SQLite file, opened so that several processes and threads may read and write it safely."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

WAIT = 10.0  # seconds to wait for another process's write
PRAGMAS = (
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA temp_store = MEMORY",  # nothing sorted or joined ever touches a temporary file
    "PRAGMA synchronous = FULL",  # what was said to be kept survives a power cut
    "PRAGMA foreign_keys = ON",
)


class Sqlite:
    """A transaction takes the write lock at its start, so that what is read inside holds to its end.

    (sqlite-utils' own atomic() is a plain BEGIN: two processes that read and then write lose to "database is
    locked".)
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        connection = sqlite3.connect(path, timeout=WAIT, check_same_thread=False, isolation_level=None)
        self._db = Database(connection)
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        with self._lock:
            yield self._db

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def scrub(self) -> bool:
        """Take what was deleted out of the write-ahead log too; False while a reader holds it."""
        with self._lock:
            busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        with self._lock:
            self._db.close()


def table(db: Database, name: str) -> Table:
    return db.table(name)
