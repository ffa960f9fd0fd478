"""Whether the work is being done: which workers are alive, what is overdue, and which alarms were raised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import LiteralString

from adapters.stores.rows import Store, utc

FORGOTTEN = timedelta(days=1)  # how long the last beat of a worker that ended is kept
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
RAISE: LiteralString = """
INSERT INTO alarms (trouble, again) VALUES (:trouble, :until)
ON CONFLICT (trouble) DO UPDATE SET again = excluded.again WHERE alarms.again <= :now
RETURNING trouble
"""


class StoredVitals:
    """Of all schools together: nothing here says whose report is late."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def beat(self, worker: str, now: datetime) -> None:
        with self._store.transaction() as rows:
            rows.put("heartbeats", [{"worker": worker, "beat": utc(now)}], key=("worker",))
            rows.query("DELETE FROM heartbeats WHERE beat < :old RETURNING worker", old=utc(now - FORGOTTEN))

    def last_beat(self) -> datetime | None:
        with self._store.reading() as rows:
            beat = rows.query("SELECT max(beat) AS beat FROM heartbeats")[0]["beat"]
        return datetime.fromisoformat(beat) if beat else None

    def overdue(self, schools: Iterable[str], before: datetime) -> int:
        """How many errands of these schools were due before then and are not done."""
        sql: LiteralString = "SELECT count(*) AS late FROM errands WHERE school = :school AND due < :before"
        with self._store.reading() as rows:
            return sum(int(rows.query(sql, school=school, before=utc(before))[0]["late"]) for school in schools)

    def raised(self, trouble: str, now: datetime, until: datetime) -> bool:
        """Whether it falls to the caller to tell of it: to one of all auditors, and to one again if that one can't."""
        with self._store.transaction() as rows:
            return bool(rows.query(RAISE, trouble=trouble, now=utc(now), until=utc(until)))

    def told(self, trouble: str) -> None:
        """Not again, as long as it lasts."""
        with self._store.transaction() as rows:
            rows.change("alarms", {"trouble": trouble}, {"again": utc(NEVER)})

    def over(self, trouble: str) -> bool:
        """Whether it had been raised; from now on, it may be again."""
        with self._store.transaction() as rows:
            return bool(rows.query("DELETE FROM alarms WHERE trouble = :trouble RETURNING trouble", trouble=trouble))
