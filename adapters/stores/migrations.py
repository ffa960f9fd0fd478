"""Lays the tables, one named step at a time. Stores never do: only `candour migrate` and a first start call this."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from adapters.stores.sqlite import Sqlite, table

Step = Callable[[Database], None]


class NotLaid(Exception):
    """The database is not ready for this release. Run: candour migrate"""


def policies(db: Database) -> None:
    table(db, "policies").create(
        {
            "school": str,
            "policy": str,
            "number": int,
            "digest": str,
            "title": str,
            "dated": str,
            "approved": str,
            "review": str,
            "link": str,
            "added": str,
        },
        pk=("school", "policy", "number"),
        not_null={"digest", "title", "dated", "link", "added"},
        strict=True,
    )
    table(db, "clauses").create(
        {
            "school": str,
            "policy": str,
            "number": int,
            "place": int,
            "text": str,
            "marker": str,
            "composed": str,
            "label": str,
            "headings": str,
            "lead_ins": str,
            "page": int,
            "kind": str,
        },
        pk=("school", "policy", "number", "place"),
        strict=True,
    )
    table(db, "indexes").create({"school": str, "stamp": str, "fitted": bytes}, pk="school", strict=True)


def cases(db: Database) -> None:
    table(db, "events").create(
        {"case_id": str, "number": int, "school": str, "sealed": bytes},
        pk=("case_id", "number"),
        not_null={"school", "sealed"},
        strict=True,
    )
    table(db, "words").create(
        {"case_id": str, "name": str, "school": str, "sealed": bytes}, pk=("case_id", "name"), strict=True
    )
    table(db, "errands").create(
        {
            "id": int,
            "school": str,
            "case_id": str,
            "verb": str,
            "due": str,
            "recipient": str,
            "hop": int,
            "urgent": int,
            "tries": int,
        },
        pk="id",
        strict=True,
    )
    table(db, "errands").create_index(["school", "due"])
    table(db, "inbox").create(
        {"school": str, "recipient": str, "case_id": str, "place": int},
        pk=("school", "recipient", "case_id"),
        strict=True,
    )
    table(db, "receipts").create({"finder": str, "sealed": bytes}, pk="finder", strict=True)


def talks(db: Database) -> None:
    table(db, "talks").create({"who": str, "sealed": bytes, "lapses": str, "version": int}, pk="who", strict=True)
    table(db, "notices").create(
        {"message": str, "school": str, "recipient": str, "seen": int}, pk="message", strict=True
    )


def keys(db: Database) -> None:
    table(db, "keys").create({"name": str, "wrapped": bytes}, pk="name", not_null={"wrapped"}, strict=True)


DATABASE: Sequence[Step] = (policies, cases, talks)
KEYS: Sequence[Step] = (keys,)


def migrate(store: Sqlite, steps: Sequence[Step]) -> int:
    """Take the steps not yet taken, all or none; safe to repeat and to run twice at once. Returns how many."""
    with store.reading() as db:
        if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            db.enable_wal()
    with store.transaction() as db:
        taken = _taken(db)
        for step in steps[taken:]:
            step(db)
        db.execute(f"PRAGMA user_version = {len(steps)}")
    return max(0, len(steps) - taken)


def check(store: Sqlite, steps: Sequence[Step]) -> None:
    """Raises NotLaid."""
    with store.reading() as db:
        if _taken(db) != len(steps):
            raise NotLaid(NotLaid.__doc__)


def _taken(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
