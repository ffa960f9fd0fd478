"""What was destroyed for good, and what must not be: kept beside the keys, without a word of any case.

A case's key goes in the same transaction as its certificate comes. What must not be destroyed is asked in it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from adapters.stores.rows import Row, Rows, Store, utc
from adapters.vault import GONE
from reports.report import CaseId

UNSCRUBBED: LiteralString = "SELECT * FROM certificates WHERE school = :school AND scrubbed IS NULL ORDER BY at, name"


class Held(Exception):
    """It is held for legal reasons, so it is not destroyed. Release it first: candour hold CASE --release"""


class NotThere(Exception):
    """There is no such report, or it has been destroyed."""


@dataclass(frozen=True)
class Certificate:
    """That a case was destroyed, when and by which rule. The hashes (SHA-256) are of what was there, still sealed."""

    case: CaseId
    school: str
    at: datetime  # UTC
    rule: str
    sealed: str  # of its sealed rows, in order
    wrapped: str  # of its wrapped key
    receipt: str  # the mark of its receipt, which no key makes again
    scrubbed: datetime | None = None  # when it was seen to be out of every file; none yet


class StoredCertificates:
    def __init__(self, store: Store, school: str) -> None:
        self._store, self._school = store, school

    def destroy(self, certificate: Certificate) -> bool:
        """The key, for good, and once: False where it was destroyed before. Raises Held."""
        id = certificate.case
        with self._store.transaction() as rows:
            if not rows.change("keys", {"name": id}, {"wrapped": GONE}):
                rows.add_new("keys", {"name": id, "wrapped": GONE})
            if rows.find("certificates", {"name": id}):
                return False
            if rows.find("holds", {"name": id}):
                raise Held(Held.__doc__)
            rows.add("certificates", [_row(certificate)])
        return True

    def hold(self, id: CaseId, now: datetime) -> None:
        """Raises NotThere."""
        with self._store.transaction() as rows:
            self._living(rows, id)
            rows.add_new("holds", {"name": id, "school": self._school, "since": utc(now)})

    def release(self, id: CaseId) -> bool:
        """False where it was not held."""
        with self._store.transaction() as rows:
            held = rows.count("holds", {"name": id, "school": self._school})
            rows.remove("holds", {"name": id, "school": self._school})
        return bool(held)

    def holds(self) -> Sequence[tuple[CaseId, datetime]]:
        with self._store.reading() as rows:
            found = rows.find("holds", {"school": self._school}, order="name")
        return [(CaseId(row["name"]), datetime.fromisoformat(row["since"])) for row in found]

    def all(self) -> Sequence[Certificate]:
        """Oldest first."""
        with self._store.reading() as rows:
            return list(map(_certificate, rows.find("certificates", {"school": self._school}, order="at, name")))

    def unscrubbed(self) -> Sequence[Certificate]:
        with self._store.reading() as rows:
            return list(map(_certificate, rows.query(UNSCRUBBED, school=self._school)))

    def of(self, id: CaseId) -> Certificate | None:
        with self._store.reading() as rows:
            return next(map(_certificate, rows.find("certificates", {"name": id, "school": self._school})), None)

    def scrubbed(self, id: CaseId, now: datetime) -> None:
        """The first time is the one that is kept."""
        with self._store.transaction() as rows:
            if any(row["scrubbed"] is None for row in rows.find("certificates", {"name": id})):
                rows.change("certificates", {"name": id}, {"scrubbed": utc(now)})

    def scrub(self) -> bool:
        return self._store.purge(("keys",))

    def _living(self, rows: Rows, id: CaseId) -> None:
        """Takes the key's row, so that nobody destroys it meanwhile. Raises NotThere."""
        rows.change("keys", {"name": id}, {"name": id})
        if not any(row["wrapped"] for row in rows.find("keys", {"name": id})):
            raise NotThere(NotThere.__doc__)


def _row(certificate: Certificate) -> Row:
    return {
        "name": certificate.case,
        "school": certificate.school,
        "at": utc(certificate.at),
        "rule": certificate.rule,
        "sealed": certificate.sealed,
        "wrapped": certificate.wrapped,
        "receipt": certificate.receipt,
        "scrubbed": None,
    }


def _certificate(row: Row) -> Certificate:
    scrubbed = datetime.fromisoformat(row["scrubbed"]) if row["scrubbed"] else None
    id, at = CaseId(row["name"]), datetime.fromisoformat(row["at"])
    return Certificate(id, row["school"], at, row["rule"], row["sealed"], row["wrapped"], row["receipt"], scrubbed)
