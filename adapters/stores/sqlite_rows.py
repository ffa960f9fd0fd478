"""Rows of a SQLite file: read as they are, written by way of sqlite-utils."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

from adapters.stores import sqlite_copies
from adapters.stores.rows import Row, Values

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

NO_TABLE = "no such table"


class Connected:
    """A connection, and sqlite-utils over it once something is written: a question writes nothing, and saves 35 ms."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def tables(self) -> Database:
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)  # nobody else's code sees it, and 20 ms are saved

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object]) -> list[Row]:
        found = self.connection.execute(sql, values)  # type: ignore[arg-type]  # sqlite3 says what it takes
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]


class SqliteRows:
    """For as long as its store lends it."""

    unheld: LiteralString = ""  # a transaction has the whole file to itself

    def __init__(self, db: Connected) -> None:
        self._db = db

    def find(self, table: str, where: Values, order: LiteralString = "") -> list[Row]:
        by = f" ORDER BY {order}" if order else ""
        try:
            return self._db.rows(f"SELECT * FROM {table} WHERE {_equal(where)}{by}", list(where.values()))  # noqa: S608 - the names are our own
        except sqlite3.OperationalError as fault:
            if str(fault).startswith(NO_TABLE):  # nothing was laid here yet
                return []
            raise

    def count(self, table: str, where: Values) -> int:
        return self._table(table).count_where(_equal(where), list(where.values()))

    def add(self, table: str, rows: Iterable[Values]) -> None:
        self._table(table).insert_all(map(dict, rows))

    def add_new(self, table: str, row: Values) -> None:
        self._table(table).insert(dict(row), ignore=True)

    def put(self, table: str, rows: Iterable[Values], key: Sequence[str]) -> None:
        self._table(table).upsert_all(map(dict, rows), pk=tuple(key))

    def change(self, table: str, where: Values, values: Values) -> int:
        to = ", ".join(f"{column} = ?" for column in values)
        sql = f"UPDATE {table} SET {to} WHERE {_equal(where)}"  # noqa: S608 - the names are our own
        return int(self._db.tables.execute(sql, [*values.values(), *where.values()]).rowcount)

    def remove(self, table: str, where: Values) -> None:
        self._table(table).delete_where(_equal(where), list(where.values()))

    def query(self, sql: LiteralString, **values: object) -> list[Row]:
        return self._db.rows(sql, values)

    def _table(self, name: str) -> Table:
        return self._db.tables.table(name)


class SqliteLaying:
    """Counts the steps in the file's own `user_version`."""

    def __init__(self, db: Connected, path: Path) -> None:
        self._connected, self._path = db, path
        self.rows = SqliteRows(db)

    @property
    def _db(self) -> Database:
        return self._connected.tables

    def create(
        self, table: str, columns: Mapping[str, type], key: str | tuple[str, ...], filled: Iterable[str] = ()
    ) -> None:
        kinds = {name: str if kind is datetime else kind for name, kind in columns.items()}
        self._db.table(table).create(kinds, pk=key, not_null=set(filled), strict=True)

    def has(self, table: str, column: str) -> bool:
        return column in self._db.table(table).columns_dict

    def rename(self, table: str, column: str, to: str) -> None:
        self._db.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO {to}")

    def widen(self, table: str, column: str, kind: type) -> None:
        self._db.table(table).add_column(column, str if kind is datetime else kind)

    def index(self, table: str, columns: Sequence[str]) -> None:
        self._db.table(table).create_index(list(columns))

    def took(self, step: str) -> None:  # noqa: ARG002 - it has a place for their number and none for their names
        self._db.execute(f"PRAGMA user_version = {self.taken() + 1}")

    def keep_copy(self) -> None:
        sqlite_copies.keep(self._path, self.taken())

    def taken(self) -> int:
        return int(self._connected.connection.execute("PRAGMA user_version").fetchone()[0])


def _equal(where: Values) -> str:
    return " AND ".join(f"{column} = ?" for column in where)
