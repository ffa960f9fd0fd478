"""How often an answer was said to help, and how often not: counts, without who said so or about what."""

from __future__ import annotations

from adapters.stores.rows import Store

RAISE = """
INSERT INTO feedback (school, verdict, times) VALUES (:school, :verdict, 1)
ON CONFLICT (school, verdict) DO UPDATE SET times = feedback.times + 1 RETURNING times
"""


class StoredFeedback:
    def __init__(self, store: Store, school: str) -> None:
        self._store, self._school = store, school

    def count(self, verdict: str) -> int:
        """One more of this verdict; returns how many there are now."""
        with self._store.transaction() as rows:
            return int(rows.query(RAISE, school=self._school, verdict=verdict)[0]["times"])

    def all(self) -> dict[str, int]:
        with self._store.reading() as rows:
            return {row["verdict"]: row["times"] for row in rows.find("feedback", {"school": self._school})}
