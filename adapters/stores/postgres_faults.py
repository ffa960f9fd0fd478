"""Turns what PostgreSQL complains of into a sentence that says what to do, and that repeats no secret and no row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import Error, InterfaceError, OperationalError, errors
from psycopg_pool import PoolTimeout

from adapters.stores.address import Address
from adapters.stores.rows import Taken, Unusable

# Of what a server says while we are being connected only the text is known; the first words found decide.
AT_THE_DOOR = (
    ("password authentication failed", "it refused the name or the password. Put right the address in .env."),
    ("no password supplied", "it wants a password. Put it into the address in .env."),
    ("pg_hba.conf", "its pg_hba.conf doesn't let this machine in. Ask whoever runs it."),
    ("could not translate host name", "no machine of that name was found. Put right the address in .env."),
    ("failed to resolve host", "no machine of that name was found. Put right the address in .env."),
    ("connection refused", "nothing answers there. Start PostgreSQL, or put right the address in .env."),
    ("no such file", "nothing answers there. Start PostgreSQL, or put right the address in .env."),
    ("timeout", "it didn't answer in time. Check the network, or try again."),
    ("does not support ssl", "it has no TLS. Give it a certificate; on a private network write ?sslmode=disable."),
    ("certificate", "its certificate can't be trusted. Check sslmode and sslrootcert in the address."),
    ("does not exist", "there is no such database, or no such user. Make it, or put right the address in .env."),
    ("too many", "it has no connection to spare. Raise its max_connections, or run fewer processes."),
    ("remaining connection slots", "it has no connection to spare. Raise its max_connections, or run fewer processes."),
    ("starting up", "it is starting up. Try again in a minute."),
    ("shutting down", "it is shutting down. Try again in a minute."),
    ("read-write", "it can be read but not written. Point the address to the primary server."),
    ("read-only", "it can be read but not written. Point the address to the primary server."),
)
BROKEN = "the connection broke. Try again; if it stays so, look at the server's log."
INSIDE: tuple[tuple[type[Error], str], ...] = (
    (errors.QueryCanceled, "it took longer than 10 seconds. Try again when it is less busy."),
    (errors.LockNotAvailable, "somebody else held what was wanted for longer than 10 seconds. Try again."),
    (errors.DiskFull, "its disk is full. Free some space."),
    (errors.ReadOnlySqlTransaction, "it can be read but not written. Point the address to the primary server."),
    (errors.InsufficientPrivilege, "this user may not do that there. Make it the owner of the database or schema."),
    (errors.DuplicateTable, "another program's tables stand there. Give Candour a database or a schema of its own."),
    (errors.UndefinedTable, "its tables are not there, or not of this release. Run: candour migrate"),
    (errors.UndefinedColumn, "its tables are not of this release. Run: candour migrate"),
    (PoolTimeout, "all connections were busy for 10 seconds. Try again when it is less busy."),
    (InterfaceError, BROKEN),
)


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Raises Taken where a key is there already, and Unusable for all that whoever runs the server can put right."""
    try:
        yield
    except errors.UniqueViolation:
        raise Taken(Taken.__doc__) from None
    except Error as fault:
        says = _says(fault)
        if says is None:
            raise
        raise Unusable(f"{address}: {says}") from None


def _says(fault: Error) -> str | None:
    for kind, says in INSIDE:
        if isinstance(fault, kind):
            return says
    if isinstance(fault, OperationalError):
        text = str(fault).casefold()
        return next((says for words, says in AT_THE_DOOR if words in text), BROKEN)
    return None
