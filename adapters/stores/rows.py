"""The port under every store: rows of named tables in one database, whichever database that is.

What is kept, and how it is sealed, is written once above it; `sqlite.py` and `postgres.py` stand below it. SQL that
stands in a store is what both understand, with values as `:name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, LiteralString, Protocol

Row = dict[str, Any]
Values = Mapping[str, object]


class Taken(Exception):
    """There is a row by that key already."""


class Unusable(Exception):
    """The database can't be used. Its text says which, why, and what to do, and repeats no secret and no row."""


class Rows(Protocol):
    """Table and column names are the program's own, never a user's. A `where` holds for rows equal in all of it."""

    unheld: LiteralString  # ends a SELECT in an UPDATE: pass over the rows that another process is changing

    def find(self, table: str, where: Values, order: LiteralString = "") -> list[Row]: ...

    def count(self, table: str, where: Values) -> int: ...

    def add(self, table: str, rows: Iterable[Values]) -> None:
        """Raises Taken, and then nothing of the transaction is kept."""

    def add_new(self, table: str, row: Values) -> None:
        """Unless there is one by its key."""

    def put(self, table: str, rows: Iterable[Values], key: Sequence[str]) -> None:
        """In the place of the one by its key, if there is one. `key` names the columns of the primary key."""

    def change(self, table: str, where: Values, values: Values) -> int:
        """How many were changed."""

    def remove(self, table: str, where: Values) -> None: ...

    def query(self, sql: LiteralString, **values: object) -> list[Row]:
        """For what the others can't say. It must give rows."""


class Laying(Protocol):
    """Makes tables, in one transaction and with nobody else making any."""

    @property
    def rows(self) -> Rows: ...

    def create(
        self, table: str, columns: Mapping[str, type], key: str | tuple[str, ...], filled: Iterable[str] = ()
    ) -> None:
        """`columns` are str, int, bytes or datetime. A single key that is a number is drawn by the database."""

    def has(self, table: str, column: str) -> bool: ...

    def rename(self, table: str, column: str, to: str) -> None: ...

    def index(self, table: str, columns: Sequence[str]) -> None: ...

    def taken(self) -> int:
        """How many steps have been taken."""

    def took(self, step: str) -> None:
        """A named step has been taken, once and for all."""


class Store(Protocol):
    """Raises Unusable from every method where the database cannot be reached or refuses."""

    def reading(self) -> AbstractContextManager[Rows]: ...

    def transaction(self) -> AbstractContextManager[Rows]:
        """All of it or nothing; what it kept survives a power cut."""

    def laying(self) -> AbstractContextManager[Laying]: ...

    def taken(self) -> int:
        """How many steps of its migrations have been taken; 0 where nothing was ever laid."""

    def scrub(self) -> bool:
        """Take what was deleted out of the database's own log, as far as it can; False where that was not done."""

    def close(self) -> None: ...


def utc(moment: datetime) -> str:
    """As every store keeps a time, so that the order of the texts is the order of the times."""
    return moment.astimezone(UTC).isoformat()
