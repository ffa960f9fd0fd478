"""One SQLite file, opened so that several processes and threads may read and write it safely."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.stores import sqlite_copies
from adapters.stores.rows import Taken
from adapters.stores.sqlite_rows import Connected, SqliteLaying, SqliteRows

if TYPE_CHECKING:
    from sqlite_utils import Database

WAIT = 10.0  # seconds to wait for another process's write
PATIENCE = 500  # milliseconds to wait for readers, who hold what was deleted in the log: nobody's screen waits longer
BRIEFLY = 0.01  # seconds until the log is asked for again
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
        self._lock, self._path = threading.RLock(), path
        connection = sqlite3.connect(path, timeout=WAIT, check_same_thread=False, isolation_level=None)
        self._connection, self._connected = connection, Connected(connection)
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @property
    def _db(self) -> Database:
        return self._connected.tables

    @contextmanager
    def reading(self) -> Iterator[SqliteRows]:
        with self._lock:
            yield SqliteRows(self._connected)

    @contextmanager
    def snapshot(self) -> Iterator[SqliteRows]:
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield SqliteRows(self._connected)
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[SqliteRows]:
        with self._locked():
            yield SqliteRows(self._connected)

    @contextmanager
    def laying(self) -> Iterator[SqliteLaying]:
        with self._lock:
            self._keep_a_log()
        with self._locked():
            yield SqliteLaying(self._connected, self._path)

    def put_back(self) -> None:
        with self._lock, sqlite_copies.attached(self._connection, self._path), self._locked():
            sqlite_copies.put_back(self._connection, self._path)

    def taken(self) -> int:
        with self._lock:
            return SqliteLaying(self._connected, self._path).taken()

    def scrub(self) -> bool:
        """Take what was deleted out of the write-ahead log too; False while a reader holds it."""
        with self._lock:
            self._connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._connection.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")
            return not busy

    def now(self) -> datetime:
        return datetime.now(UTC)

    def purge(self, tables: Sequence[str]) -> bool:  # noqa: ARG002 - one file, overwritten by secure_delete, holds all
        return self.scrub()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _keep_a_log(self) -> None:
        """Of those who turn the log on at once SQLite refuses some without waiting, whatever its timeout says."""
        until = time.monotonic() + WAIT
        while self._connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                self._db.enable_wal()
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(BRIEFLY)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException as fault:
                self._connection.execute("ROLLBACK")
                if isinstance(fault, sqlite3.IntegrityError):
                    raise Taken(Taken.__doc__) from None
                raise
            self._connection.execute("COMMIT")
