"""One SQLite file, opened so that several processes and threads may read and write it safely."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from adapters.stores.rows import Taken
from adapters.stores.sqlite_rows import SqliteLaying, SqliteRows

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
        self._db = Database(connection, execute_plugins=False)  # nobody else's code sees it, and 20 ms are saved
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @contextmanager
    def reading(self) -> Iterator[SqliteRows]:
        with self._lock:
            yield SqliteRows(self._db)

    @contextmanager
    def transaction(self) -> Iterator[SqliteRows]:
        with self._locked():
            yield SqliteRows(self._db)

    @contextmanager
    def laying(self) -> Iterator[SqliteLaying]:
        with self._lock:
            if self._db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                self._db.enable_wal()
        with self._locked():
            yield SqliteLaying(self._db)

    def taken(self) -> int:
        with self._lock:
            return SqliteLaying(self._db).taken()

    def scrub(self) -> bool:
        """Take what was deleted out of the write-ahead log too; False while a reader holds it."""
        with self._lock:
            busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException as fault:
                self._db.execute("ROLLBACK")
                if isinstance(fault, sqlite3.IntegrityError):
                    raise Taken(Taken.__doc__) from None
                raise
            self._db.execute("COMMIT")
