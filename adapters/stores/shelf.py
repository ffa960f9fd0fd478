"""Policies: every version of each, clause by clause, and the index fitted to those in force."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime

from adapters import addresses
from adapters.stores.rows import Row, Rows, Store, Taken, utc
from knowledge.policy import Clause, Kind, Policy, Version
from knowledge.versions import Kept

CURRENT = """
SELECT * FROM policies AS p WHERE school = :school AND number = (
    SELECT max(number) FROM policies WHERE school = p.school AND policy = p.policy
) ORDER BY policy
"""
STAMP = "SELECT policy, max(number) AS number FROM policies WHERE school = :school GROUP BY policy ORDER BY policy"


class StoredShelf:
    """`clock` dates each version's arrival. A version's number counts from 1; the highest is in force.

    `web` is the address of the server that has a page for each version; empty where there is none.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], web: str = "") -> None:
        self._store, self._clock, self._web = store, clock, web

    def put(self, school: str, policy: Policy) -> bool:
        while True:
            try:
                return self._put(school, policy)
            except Taken:  # another process has just put a version: look at that one
                continue

    def current(self, school: str) -> Sequence[Policy]:
        with self._store.reading() as rows:
            return [self._policy(rows, row) for row in rows.query(CURRENT, school=school)]

    def versions(self, school: str, policy: str) -> Sequence[Policy]:
        with self._store.reading() as rows:
            return [self._policy(rows, row) for row in _editions(rows, school, policy)]

    def kept(self, school: str, policy: str) -> Sequence[Kept]:
        """Every version of one policy with its number and the day it came, newest first."""
        with self._store.reading() as rows:
            return [
                Kept(self._policy(rows, row), row["number"], datetime.fromisoformat(row["added"]).date())
                for row in _editions(rows, school, policy)
            ]

    def stamp(self, school: str) -> str:
        """Another whenever a policy of the school changes; cheap to ask."""
        with self._store.reading() as rows:
            return ",".join(f"{row['policy']}:{row['number']}" for row in rows.query(STAMP, school=school))

    def fitted(self, school: str, policies: Sequence[Policy]) -> bytes | None:
        """The index kept for these very policies, or None: fit it again."""
        with self._store.reading() as rows:
            row = next(iter(rows.find("indexes", {"school": school})), None)
        return row["fitted"] if row and row["stamp"] == _stamp(policies) else None

    def keep_fitted(self, school: str, policies: Sequence[Policy], fitted: bytes) -> None:
        row = {"school": school, "stamp": _stamp(policies), "fitted": fitted}
        with self._store.transaction() as rows:
            rows.put("indexes", [row], key=("school",))

    def _policy(self, rows: Rows, row: Row) -> Policy:
        clauses = rows.find("clauses", {name: row[name] for name in ("school", "policy", "number")}, order="place")
        version = Version(row["digest"], row["dated"], _read(row["approved"]), _read(row["review"]))
        page = self._web + addresses.version(row["school"], row["policy"], row["number"]) if self._web else ""
        return Policy(row["policy"], row["title"], version, tuple(map(_clause, clauses)), row["link"] or page)

    def _put(self, school: str, policy: Policy) -> bool:
        with self._store.transaction() as rows:
            held = next(iter(_editions(rows, school, policy.id)), None)
            if held and held["digest"] == policy.version.digest and held["title"] == policy.title:
                return False
            number = held["number"] + 1 if held else 1
            rows.add("policies", [_policy_row(school, policy, number, self._clock())])
            clauses = (_clause_row(school, policy.id, number, n, clause) for n, clause in enumerate(policy.clauses))
            rows.add("clauses", clauses)
            rows.remove("indexes", {"school": school})
        return True


def _stamp(policies: Sequence[Policy]) -> str:
    names = [[policy.id, policy.title, policy.version.digest] for policy in policies]
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()


def _editions(rows: Rows, school: str, policy: str) -> list[Row]:
    """Newest first."""
    return rows.find("policies", {"school": school, "policy": policy}, order="number DESC")


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
        "added": utc(added),
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


def _clause(row: Row) -> Clause:
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
