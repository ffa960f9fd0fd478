"""What earlier releases kept, and puts it where a test wants it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from adapters.stores.migrations import Step
from adapters.stores.rows import Store

HERE = Path(__file__).parent


def laid(store: Store, steps: Sequence[Step], what: str, release: str = "0.1.0") -> None:
    """Bring a store to that release's step, with its rows: `what` is "database" or "keys"."""
    with closing(sqlite3.connect(":memory:")) as old:
        old.executescript((HERE / f"{release}-{what}.sql").read_text(encoding="utf-8"))
        old.row_factory = sqlite3.Row
        taken = old.execute("PRAGMA user_version").fetchone()[0]
        tables = [row["name"] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        with store.laying() as laying:
            for step in steps[:taken]:
                step(laying)
                laying.took(step.__name__)
            for table in tables:
                laying.rows.add(table, [dict(row) for row in old.execute(f"SELECT * FROM {table}")])  # noqa: S608
