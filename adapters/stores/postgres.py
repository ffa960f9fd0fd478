"""One PostgreSQL database, through a small pool of connections: each reading and each transaction borrows its own.

(A connection may be shared by threads, but a transaction on it is then not one thread's alone.)
"""

from __future__ import annotations

import atexit
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import LiteralString

import psycopg
from psycopg.adapt import Loader
from psycopg.conninfo import make_conninfo
from psycopg.errors import LockNotAvailable, QueryCanceled
from psycopg.sql import SQL, Identifier
from psycopg.types.datetime import TimestamptzLoader
from psycopg_pool import ConnectionPool, PoolTimeout

from adapters.stores import postgres_copies
from adapters.stores.address import Address
from adapters.stores.postgres_faults import told
from adapters.stores.postgres_rows import PostgresLaying, PostgresRows, steps_taken
from adapters.stores.rows import utc

MOST = 4  # connections of one process to one database; a statement takes a millisecond
WAIT = 10.0  # seconds for a connection to come free, or for the server to come back
REACH = 5  # seconds to reach the server at all
IDLE = 300.0  # seconds after which a connection that nobody needs is given back
SESSION = """
SET TIME ZONE 'UTC';
SET statement_timeout = '10s';
SET lock_timeout = '10s';
SET idle_in_transaction_session_timeout = '30s';
"""
UNHURRIED = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0"
NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"  # the number that no transaction has had yet
RUNNING = "SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot()) < %s::text::xid8"  # one of before it, in any database
LOOKING = """
SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
AND backend_xmin IS NOT NULL AND xact_start < %s LIMIT 1
"""  # one who began before, and may still see what was deleted
PATIENCE = 20  # tenths of a second to wait for them
LAYING = 0x43616E646F7572  # the advisory lock of whoever lays tables: "Candour" in ASCII


class UtcText(Loader):
    """A time as its store keeps it: the text that every other store would give."""

    def load(self, data: bytes | bytearray | memoryview) -> str:
        return utc(TimestamptzLoader(self.oid, self.connection).load(data))


class Postgres:
    """Raises Unusable at once where the database cannot be reached."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._asked = make_conninfo(
            host=address.host,
            port=address.port,
            dbname=address.database,
            connect_timeout=REACH,
            tcp_user_timeout=int(WAIT * 1000),  # milliseconds; a server that vanished is noticed
            target_session_attrs="read-write",
            application_name="candour",
            **address.options,
        )
        self._reach()
        self._pool = ConnectionPool(
            self._asked,
            kwargs={"autocommit": True},
            configure=self._settle,
            check=ConnectionPool.check_connection,  # a server that was restarted is nobody's fault
            min_size=0,
            max_size=MOST,
            max_idle=IDLE,
            timeout=WAIT,
            num_workers=1,
            open=True,
        )
        atexit.register(self.close)

    @contextmanager
    def reading(self) -> Iterator[PostgresRows]:
        with self._borrowed() as connection:
            yield PostgresRows(connection)

    @contextmanager
    def snapshot(self) -> Iterator[PostgresRows]:
        with self._borrowed() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            connection.execute(UNHURRIED)
            yield PostgresRows(connection)

    @contextmanager
    def transaction(self) -> Iterator[PostgresRows]:
        with self._borrowed() as connection, connection.transaction():
            yield PostgresRows(connection)

    @contextmanager
    def laying(self) -> Iterator[PostgresLaying]:
        with self._borrowed() as connection, connection.transaction():
            connection.execute(UNHURRIED)
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LAYING])
            laying = PostgresLaying(connection)
            laying.begin(self._address.schema)
            yield laying

    def put_back(self) -> None:
        with self._borrowed() as connection, connection.transaction():
            connection.execute(UNHURRIED)
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LAYING])
            postgres_copies.put_back(connection)

    def taken(self) -> int:
        with self._borrowed() as connection:
            return steps_taken(connection)

    def scrub(self) -> bool:
        """What was deleted stays until the server vacuums the table and writes over its write-ahead log."""
        return False

    def now(self) -> datetime:
        with self._borrowed() as connection:
            return datetime.fromisoformat(connection.execute("SELECT clock_timestamp()").fetchall()[0][0])

    def purge(self, tables: Sequence[str]) -> bool:
        """Rewrites each table, once nobody is left who may still see what was deleted."""
        with self._borrowed() as connection:
            for query, since in ((RUNNING, NEXT), (LOOKING, "SELECT clock_timestamp()")):
                if not _nobody(connection, query, since):
                    return False
            return all(_rewritten(connection, table) for table in tables)

    def close(self) -> None:
        atexit.unregister(self.close)
        self._pool.close()

    @contextmanager
    def _borrowed(self) -> Iterator[psycopg.Connection]:
        with told(self._address):
            try:
                connection = self._pool.getconn()
            except PoolTimeout:
                self._reach()  # says why, if the server is the reason
                raise
            try:
                yield connection
            finally:
                self._pool.putconn(connection)

    def _reach(self) -> None:
        with told(self._address):
            psycopg.connect(self._asked).close()

    def _settle(self, connection: psycopg.Connection) -> None:
        connection.execute(SESSION)
        if self._address.schema:
            connection.execute("SELECT set_config('search_path', quote_ident(%s), false)", [self._address.schema])
        connection.adapters.register_loader("timestamptz", UtcText)


def _nobody(connection: psycopg.Connection, query: LiteralString, since: LiteralString) -> bool:
    """Whether they were all gone in time who were there at first."""
    first = connection.execute(since).fetchall()[0]
    for _ in range(PATIENCE):
        if not connection.execute(query, first).fetchall():
            return True
        time.sleep(0.1)
    return False


def _rewritten(connection: psycopg.Connection, table: str) -> bool:
    """VACUUM alone would leave the bytes in the table's free space."""
    try:
        connection.execute(SQL("VACUUM FULL {}").format(Identifier(table)))
    except (LockNotAvailable, QueryCanceled):
        return False
    return True
