"""Keeps a copy of a SQLite file beside it before its tables change, and puts it back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from adapters.stores.rows import NEWER, NO_COPY, NO_ROOM, Unusable

TABLES = "SELECT name, sql FROM {0}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
INDEXES = "SELECT sql FROM kept.sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
SINCE = "SELECT case_id, number FROM main.events EXCEPT SELECT case_id, number FROM kept.events LIMIT 1"


def keep(path: Path, step: int) -> Path:
    """Copy the file as the last transaction left it; older copies go. Raises Unusable."""
    copy, part = _beside(path, step), path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # nobody else reads it, even half written
        with closing(sqlite3.connect(path)) as whole, closing(sqlite3.connect(part)) as to:
            whole.backup(to)
            to.execute("PRAGMA journal_mode = DELETE")
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            part.unlink()
        raise Unusable(NO_ROOM.format(path)) from None
    part.replace(copy)
    for old in _copies(path):
        if old != copy:
            old.unlink()
    return copy


@contextmanager
def attached(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Lend the newest copy under the name `kept`; not inside a transaction. Raises Unusable where there is none."""
    copies = _copies(path)
    if not copies:
        raise Unusable(NO_COPY.format(path))
    db.execute("ATTACH ? AS kept", [f"{copies[-1].absolute()}"])
    try:
        yield
    finally:
        db.execute("DETACH kept")


def put_back(db: sqlite3.Connection, path: Path) -> None:
    """Make every table what it is in the attached copy, inside the caller's transaction. Raises Unusable."""
    if db.execute(SINCE).fetchall():
        raise Unusable(NEWER.format(path))
    for name, _ in db.execute(TABLES.format("main")).fetchall():
        db.execute(f"DROP TABLE main.[{name}]")
    for name, sql in db.execute(TABLES.format("kept")).fetchall():
        db.execute(sql)
        db.execute(f"INSERT INTO main.[{name}] SELECT * FROM kept.[{name}]")  # noqa: S608 - the names are our own
    for (sql,) in db.execute(INDEXES).fetchall():
        db.execute(sql)
    db.execute(f"PRAGMA main.user_version = {db.execute('PRAGMA kept.user_version').fetchone()[0]}")


def _beside(path: Path, step: int) -> Path:
    return path.with_name(f"{path.stem}-at-step-{step:03}{path.suffix}")


def _copies(path: Path) -> list[Path]:
    """Oldest first."""
    return sorted(path.parent.glob(f"{path.stem}-at-step-[0-9][0-9][0-9]{path.suffix}"))
