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


NO_ROOM = "There is no room to copy {} before it is upgraded, so nothing was changed. Make room, then run it again."
NO_RIGHT = (
    "This login may not make a schema, where a copy is kept before tables are changed, so nothing was changed. "
    "Run candour migrate once as the owner of the database, or grant this login CREATE on it."
)
NO_COPY = "There is no copy of {} from before an upgrade, so there is nothing to go back to."
NEWER = "Reports have moved on in {} since the copy was kept, and going back would lose that. Nothing was changed."


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

    def widen(self, table: str, column: str, kind: type) -> None:
        """Add a column, empty in every row that is there."""

    def index(self, table: str, columns: Sequence[str]) -> None: ...

    def taken(self) -> int:
        """How many steps have been taken."""

    def keep_copy(self) -> None:
        """Of all tables as they are before this transaction, in the place of an older copy. Raises Unusable."""

    def took(self, step: str) -> None:
        """A named step has been taken, once and for all."""


class Store(Protocol):
    """Raises Unusable from every method where the database cannot be reached or refuses."""

    def reading(self) -> AbstractContextManager[Rows]: ...

    def snapshot(self) -> AbstractContextManager[Rows]:
        """To read as everything stands at one moment, however long that takes and whoever writes meanwhile."""

    def transaction(self) -> AbstractContextManager[Rows]:
        """All of it or nothing; what it kept survives a power cut."""

    def laying(self) -> AbstractContextManager[Laying]: ...

    def put_back(self) -> None:
        """Make all tables what they are in the copy. Raises Unusable where there is none, or events would be lost."""

    def taken(self) -> int:
        """How many steps of its migrations have been taken; 0 where nothing was ever laid."""

    def scrub(self) -> bool:
        """Take what was deleted out of the database's own log, as far as it can; False where that was not done."""

    def now(self) -> datetime:
        """By the clock of the machine that the database runs on."""

    def purge(self, tables: Sequence[str]) -> bool:
        """Leave nothing that was deleted in the files of these tables; False while somebody's reading stops that.

        It takes a moment, and others wait. What a server keeps in its own write-ahead log is not in our hands.
        """

    def close(self) -> None: ...


def utc(moment: datetime) -> str:
    """As every store keeps a time, so that the order of the texts is the order of the times."""
    return moment.astimezone(UTC).isoformat()
