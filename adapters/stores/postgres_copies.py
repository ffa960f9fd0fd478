"""Keeps a copy of our tables in a schema beside them before they change, and puts it back."""

from __future__ import annotations

from psycopg import Connection
from psycopg.errors import InsufficientPrivilege
from psycopg.sql import SQL, Identifier

from adapters.stores.rows import NEWER, NO_COPY, NO_RIGHT, Unusable

MARK = "_at_step_"
HERE = "SELECT current_schema()"
TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace(quote_ident(%s)) ORDER BY 1"
)
COPIES = "SELECT nspname FROM pg_namespace WHERE nspname ~ ('^' || %s || '[0-9]{3}$') ORDER BY 1"
SINCE = "SELECT case_id, number FROM {}.events EXCEPT SELECT case_id, number FROM {}.events LIMIT 1"
DRAWN = """
SELECT attname, pg_get_serial_sequence(format('%%I.%%I', %s::text, %s::text), attname) FROM pg_attribute
WHERE attrelid = to_regclass(format('%%I.%%I', %s::text, %s::text)) AND attidentity <> ''
"""


def keep(connection: Connection, step: int) -> str:
    """Copy every table of this schema, inside the caller's transaction; older copies go. Raises Unusable."""
    here = _here(connection)
    copy = f"{here}{MARK}{step:03}"
    try:
        for old in _copies(connection, here):
            connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(old)))
        connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(copy)))
    except InsufficientPrivilege:
        raise Unusable(NO_RIGHT) from None
    _copy_all(connection, here, copy)
    return copy


def put_back(connection: Connection) -> None:
    """Make every table what it is in the newest copy, inside the caller's transaction. Raises Unusable."""
    here = _here(connection)
    copies = _copies(connection, here)
    if not copies:
        raise Unusable(NO_COPY.format(here))
    if connection.execute(SQL(SINCE).format(Identifier(here), Identifier(copies[-1]))).fetchall():
        raise Unusable(NEWER.format(here))
    for table in _tables(connection, here):
        connection.execute(SQL("DROP TABLE {}").format(Identifier(here, table)))
    _copy_all(connection, copies[-1], here)


def _copy_all(connection: Connection, source: str, target: str) -> None:
    for table in _tables(connection, source):
        old, new = Identifier(source, table), Identifier(target, table)
        connection.execute(SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(new, old))
        connection.execute(SQL("INSERT INTO {} SELECT * FROM {}").format(new, old))
        for column, sequence in connection.execute(DRAWN, [target, table, target, table]).fetchall():
            highest = SQL("SELECT setval(%s, coalesce(max({}), 0) + 1, false) FROM {}")  # or a number is drawn twice
            connection.execute(highest.format(Identifier(column), new), [sequence])


def _here(connection: Connection) -> str:
    return str(connection.execute(HERE).fetchall()[0][0])


def _tables(connection: Connection, schema: str) -> list[str]:
    return [row[0] for row in connection.execute(TABLES, [schema]).fetchall()]


def _copies(connection: Connection, here: str) -> list[str]:
    """Oldest first."""
    return [row[0] for row in connection.execute(COPIES, [here + MARK]).fetchall()]
