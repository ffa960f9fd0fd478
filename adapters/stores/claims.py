"""What a platform has delivered already, so that the same thing delivered again is not done again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from adapters.stores.rows import Store, utc

CLAIM = "INSERT INTO claims (name, at) VALUES (:name, :at) ON CONFLICT DO NOTHING RETURNING name"
SWEEP = "DELETE FROM claims WHERE at < :before RETURNING name"


class StoredClaims:
    """Nothing stands in it but hashes of the platform's own random ids, and when they came."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def claim(self, name: str, now: datetime) -> bool:
        """Whether it is new. Of any number of processes that ask at once, one is told so."""
        return name in self.claim_all([name], now)

    def claim_all(self, names: Iterable[str], now: datetime) -> set[str]:
        """Those that are new, in one commit: it costs as much as one of them."""
        with self._store.transaction() as rows:
            return {name for name in names if rows.query(CLAIM, name=_hashed(name), at=utc(now))}

    def sweep(self, before: datetime) -> int:
        """Forget what came earlier; returns how many."""
        with self._store.transaction() as rows:
            return len(rows.query(SWEEP, before=utc(before)))


def _hashed(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
