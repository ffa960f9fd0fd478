"""Policies in SQLite: every version of each, clause by clause, and the index fitted to those in force."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from adapters.stores.sqlite import Sqlite, table
from knowledge.policy import Clause, Kind, Policy, Version

CURRENT = """
SELECT * FROM policies AS p WHERE school = ? AND number = (
    SELECT max(number) FROM policies WHERE school = p.school AND policy = p.policy
) ORDER BY policy
"""


class SqliteShelf:
    """`clock` dates each version's arrival. A version's number counts from 1; the highest is in force."""

    def __init__(self, store: Sqlite, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock

    def put(self, school: str, policy: Policy) -> bool:
        with self._store.transaction() as db:
            held = _newest(db, school, policy.id)
            if held and held["digest"] == policy.version.digest and held["title"] == policy.title:
                return False
            number = held["number"] + 1 if held else 1
            table(db, "policies").insert(_policy_row(school, policy, number, self._clock()))
            rows = (_clause_row(school, policy.id, number, n, clause) for n, clause in enumerate(policy.clauses))
            table(db, "clauses").insert_all(rows)
            table(db, "indexes").delete_where("school = ?", [school])
        return True

    def current(self, school: str) -> Sequence[Policy]:
        with self._store.reading() as db:
            return [_policy(db, row) for row in db.query(CURRENT, [school])]

    def versions(self, school: str, policy: str) -> Sequence[Policy]:
        with self._store.reading() as db:
            rows = table(db, "policies").rows_where(
                "school = ? AND policy = ?", [school, policy], order_by="number DESC"
            )
            return [_policy(db, row) for row in list(rows)]

    def fitted(self, school: str, policies: Sequence[Policy]) -> bytes | None:
        """The index kept for these very policies, or None: fit it again."""
        with self._store.reading() as db:
            row = next(iter(table(db, "indexes").rows_where("school = ?", [school])), None)
        return row["fitted"] if row and row["stamp"] == _stamp(policies) else None

    def keep_fitted(self, school: str, policies: Sequence[Policy], fitted: bytes) -> None:
        row = {"school": school, "stamp": _stamp(policies), "fitted": fitted}
        with self._store.transaction() as db:
            table(db, "indexes").insert(row, replace=True)


def _stamp(policies: Sequence[Policy]) -> str:
    names = [[policy.id, policy.title, policy.version.digest] for policy in policies]
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()


def _newest(db: Database, school: str, policy: str) -> dict[str, Any] | None:
    rows = table(db, "policies").rows_where(
        "school = ? AND policy = ?", [school, policy], order_by="number DESC", limit=1
    )
    return next(iter(rows), None)


def _policy_row(school: str, policy: Policy, number: int, added: datetime) -> dict[str, object]:
    version = policy.version
    return {
        "school": school,
        "policy": policy.id,
        "number": number,
        "digest": version.digest,
        "title": policy.title,
        "dated": version.dated,
        "approved": _written(version.approved),
        "review": _written(version.review),
        "link": policy.link,
        "added": added.isoformat(),
    }


def _clause_row(school: str, policy: str, number: int, place: int, clause: Clause) -> dict[str, object]:
    return {
        "school": school,
        "policy": policy,
        "number": number,
        "place": place,
        "text": clause.text,
        "marker": clause.marker,
        "composed": clause.number,
        "label": clause.label,
        "headings": json.dumps(clause.headings),
        "lead_ins": json.dumps(clause.lead_ins),
        "page": clause.page,
        "kind": clause.kind.value,
    }


def _policy(db: Database, row: Mapping[str, Any]) -> Policy:
    clauses = table(db, "clauses").rows_where(
        "school = ? AND policy = ? AND number = ?", [row["school"], row["policy"], row["number"]], order_by="place"
    )
    version = Version(row["digest"], row["dated"], _read(row["approved"]), _read(row["review"]))
    return Policy(row["policy"], row["title"], version, tuple(map(_clause, clauses)), row["link"])


def _clause(row: Mapping[str, Any]) -> Clause:
    return Clause(
        row["text"],
        row["marker"],
        row["composed"],
        row["label"],
        tuple(json.loads(row["headings"])),
        tuple(json.loads(row["lead_ins"])),
        row["page"],
        Kind(row["kind"]),
    )


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
