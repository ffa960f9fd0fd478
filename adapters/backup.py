"""Copies the database into one file, and puts such a file back: never a key, and nothing that was destroyed since.

The file is SQLite's, whatever the database is, so that a school can also move from one to the other.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import LiteralString

from adapters import chains
from adapters.stores import migrations
from adapters.stores.audit import StoredAudit
from adapters.stores.certificates import Certificate
from adapters.stores.erasure import destroyed, remove_rows
from adapters.stores.rows import Row, Rows, Store, Unusable
from adapters.stores.sqlite import Sqlite
from reports.audit import KEEPER, Act, Deed

LEFT_OUT = frozenset({"talks", "indexes"})  # what nobody has sent is nobody's to keep; an index is fitted anew
MARK = 0x43616E64  # "Cand" in ASCII: in the file's own application_id
TABLES: LiteralString = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
DRAWN: LiteralString = "SELECT name FROM pragma_table_info(:table) WHERE pk = 1 AND type = 'INTEGER'"
EVENTS: LiteralString = "SELECT school, case_id, number FROM events"
POLICIES: LiteralString = "SELECT school, policy, digest FROM policies"
NO_FILE = "{}: it can't be written ({}). Nothing was kept."
NO_BACKUP = "{}: it is no backup of Candour's, or it is damaged. Nothing was changed."
OF_ANOTHER = "{}: it belongs to another school: {}. Nothing was changed."
NEWER = "Here stands something newer than in {}, and putting that back would lose it. Nothing was changed."


@dataclass(frozen=True)
class Contents:
    """How much a backup holds."""

    reports: int
    policies: int
    left_out: int = 0  # reports that were destroyed since

    def __str__(self) -> str:
        reports = "1 report" if self.reports == 1 else f"{self.reports} reports"
        policies = "1 policy" if self.policies == 1 else f"{self.policies} policies"
        return f"{reports} and {policies}"


def keep(store: Store, file: Path) -> Contents:
    """All as it stands at one moment, for its owner's eyes alone. Raises Unusable where the file can't be written."""
    migrations.check(store, migrations.DATABASE)
    part = file.with_name(f"{file.name}.part")
    try:
        if file.exists():
            raise FileExistsError(17, "it is there already")
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(Sqlite(part)) as kept:
            migrations.migrate(kept, migrations.DATABASE)
            with store.snapshot() as now, kept.transaction() as copy:
                for table in _tables(copy):
                    copy.add(table, _all(now, table))
                contents = _contents(copy)
        _seal_off(part)
        part.replace(file)
    except (OSError, sqlite3.Error) as fault:
        for left in file.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                left.unlink()
        raise Unusable(NO_FILE.format(file, getattr(fault, "strerror", None) or "the disk is full or broken")) from None
    return contents


def put_back(
    file: Path, store: Store, audits: Mapping[str, StoredAudit], erased: Sequence[Certificate], now: datetime
) -> Contents:
    """In the place of all that stands here, unless that is newer. Unsent reports stay as they are.

    Policies alone are not newer: a database that was just made has read them from their files. Each school's audit
    goes on: the longer of two that are one, or the backup's, with a line that says where the other ended.
    Raises Unusable.
    """
    migrations.check(store, migrations.DATABASE)
    with _opened(file) as backup, backup.snapshot() as kept, store.transaction() as rows:
        _belongs(file, kept, frozenset(audits))
        before = _contents(kept).reports
        tables = _tables(kept)
        gone = {table: rows.query(_sql(f"DELETE FROM {table} RETURNING *")) for table in tables}  # noqa: S608 - ours
        _is_not_newer(file, kept, gone)  # judged by what was taken out, so that nothing can slip in between
        for table in tables:
            if table not in chains.TABLES:
                rows.add(table, _without(_drawn(kept, table), _all(kept, table)))
        ended = chains.put_back(rows, gone, {table: _all(kept, table) for table in chains.TABLES})
        for certificate in erased:
            remove_rows(rows, certificate)
        for school, audit in audits.items():  # last of all, so that what stands here is what is noted
            audit.add(rows, [Act(now, KEEPER, Deed.RESTORED, ended.get(school, ""))])
            for certificate in erased:
                if certificate.school == school:
                    audit.add_once(rows, destroyed(certificate))
        contents = _contents(rows)
    return Contents(contents.reports, contents.policies, before - contents.reports)


def _belongs(file: Path, kept: Rows, schools: frozenset[str]) -> None:
    """Raises Unusable."""
    strangers = {str(row[0]) for row in _set(kept, EVENTS) | _set(kept, POLICIES)} - schools
    if strangers:
        raise Unusable(OF_ANOTHER.format(file, ", ".join(sorted(strangers))))


def _is_not_newer(file: Path, kept: Rows, here: Mapping[str, Sequence[Row]]) -> None:
    """Raises Unusable."""
    events = {(row["school"], row["case_id"], row["number"]) for row in here["events"]}
    policies = {(row["school"], row["policy"], row["digest"]) for row in here["policies"]}
    if events - _set(kept, EVENTS) or (events and policies - _set(kept, POLICIES)):
        raise Unusable(NEWER.format(file))


@contextmanager
def _opened(file: Path) -> Iterator[Sqlite]:
    """A copy of it, brought to this release; the file itself stays as it is. Raises Unusable."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "backup.db")
        try:
            shutil.copyfile(file, copy)
            copy.chmod(0o600)
            with closing(sqlite3.connect(copy)) as db:
                well = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                marked = db.execute("PRAGMA application_id").fetchone() == (MARK,)
        except OSError as fault:
            raise Unusable(f"{file}: {(fault.strerror or 'it cannot be read').lower()}. Nothing was changed.") from None
        except sqlite3.Error:
            well = marked = False
        if not (well and marked):
            raise Unusable(NO_BACKUP.format(file))
        with closing(Sqlite(copy)) as opened:
            migrations.migrate(opened, migrations.DATABASE)
            yield opened


def _seal_off(part: Path) -> None:
    """One file, whole on the disk, with no log beside it."""
    with closing(sqlite3.connect(part)) as db:
        db.execute(f"PRAGMA application_id = {MARK}")
        db.execute("PRAGMA journal_mode = DELETE")
    with open(part, "rb") as written:
        os.fsync(written.fileno())


def _tables(kept: Rows) -> list[str]:
    """Of a SQLite file: all but those that are left out, so that none is forgotten that comes later."""
    return [row["name"] for row in kept.query(TABLES) if row["name"] not in LEFT_OUT]


def _drawn(kept: Rows, table: str) -> str:
    """The column whose numbers the database draws, if there is one: it draws them anew."""
    keys = [row["name"] for row in kept.query(DRAWN, table=table)]
    return keys[0] if len(keys) == 1 and keys[0] == "id" else ""


def _without(column: str, rows: Iterable[Row]) -> Iterator[Mapping[str, object]]:
    return ({name: value for name, value in row.items() if name != column} for row in rows)


def _all(rows: Rows, table: str) -> list[Row]:
    return rows.query(_sql(f"SELECT * FROM {table}"))  # noqa: S608 - the names are our own


def _contents(rows: Rows) -> Contents:
    reports = {case for _, case, _ in _set(rows, EVENTS)}
    return Contents(len(reports), len({(school, policy) for school, policy, _ in _set(rows, POLICIES)}))


def _set(rows: Rows, sql: LiteralString) -> set[tuple[object, ...]]:
    return {tuple(row.values()) for row in rows.query(sql)}


def _sql(text: str) -> LiteralString:
    """Made of the names of our own tables and nothing else."""
    return text
