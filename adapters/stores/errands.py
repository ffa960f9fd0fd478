"""Errands in the order in which they are run: urgent ones first, and for each person one at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import LiteralString

from adapters.stores.rows import Row, Rows, Store, utc
from reports.errands import Errand, Verb
from reports.people import PersonId
from reports.report import CaseId

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
CLAIM: LiteralString = """
UPDATE errands SET held = :until, tries = tries + 1 WHERE id = (
    SELECT id FROM errands
    WHERE school = :school AND urgent = :urgent AND due <= :now AND (held IS NULL OR held <= :now) AND NOT EXISTS (
        SELECT 1 FROM lanes WHERE lanes.school = errands.school AND lanes.recipient = errands.recipient
        AND lanes.urgent = errands.urgent AND lanes.free > :now
    )
    ORDER BY due, id LIMIT 1 {unheld}
) RETURNING id, case_id, verb, due, recipient, hop, urgent
"""
TAKE_LANE: LiteralString = """
INSERT INTO lanes (school, recipient, urgent, free, failures) VALUES (:school, :recipient, :urgent, :until, 0)
ON CONFLICT (school, recipient, urgent) DO UPDATE SET free = excluded.free WHERE lanes.free <= :now
RETURNING recipient
"""


class LaneTaken(Exception):
    """Another worker has just begun an errand for the same person."""


class StoredErrands:
    """Whoever a delivery is for has a lane, and their urgent deliveries another: one that fails or hangs holds up its
    own lane and nobody else's. An errand that tells nobody anything has none.
    """

    def __init__(self, store: Store, school: str) -> None:
        self._store, self._school = store, school

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        while True:
            try:
                with self._store.transaction() as rows:
                    return self._claimed(rows, 1, now, until) or self._claimed(rows, 0, now, until)
            except LaneTaken:
                continue  # what it claimed is free again; that lane is passed over now

    def done(self, errand: int) -> None:
        with self._store.transaction() as rows:
            rows.change("lanes", self._lane(rows, errand), {"free": utc(LONG_AGO)})
            rows.remove("errands", self._this(errand))

    def put_off(self, errand: int, until: datetime) -> None:
        """This errand alone: what else waits for the same person goes on."""
        with self._store.transaction() as rows:
            rows.change("lanes", self._lane(rows, errand), {"free": utc(LONG_AGO)})
            rows.change("errands", self._this(errand), {"held": utc(until)})

    def shut(self, errand: int, until: datetime) -> None:
        """Put off all that waits for the same person, and count one failure more."""
        with self._store.transaction() as rows:
            lane, failures = self._lane(rows, errand), self._failures(rows, errand)
            rows.change("lanes", lane, {"free": utc(until), "failures": failures + 1})
            rows.change("errands", self._this(errand), {"held": utc(until)})

    def reached(self, errand: int) -> None:
        """Forget how often this person could not be reached."""
        with self._store.transaction() as rows:
            rows.change("lanes", self._lane(rows, errand), {"failures": 0})

    def tries(self, errand: int) -> int:
        """How often it was claimed, or how often in a row its person could not be reached, if that is more."""
        with self._store.reading() as rows:
            own = next((int(row["tries"]) for row in rows.find("errands", self._this(errand))), 0)
            return max(own, self._failures(rows, errand) + 1)

    def _claimed(self, rows: Rows, urgent: int, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        times = {"school": self._school, "urgent": urgent, "now": utc(now), "until": utc(until)}
        row = next(iter(rows.query(CLAIM.format(unheld=rows.unheld), **times)), None)
        if row is None:
            return None
        if row["recipient"] and not rows.query(TAKE_LANE, recipient=row["recipient"], **times):
            raise LaneTaken
        return int(row["id"]), _errand(row)

    def _this(self, errand: int) -> dict[str, object]:
        return {"id": errand, "school": self._school}

    def _lane(self, rows: Rows, errand: int) -> dict[str, object]:
        """The key of its lane; no lane has this key where the errand is for nobody, or is gone."""
        row = next(iter(rows.find("errands", self._this(errand))), {"recipient": "", "urgent": 0})
        return {"school": self._school, "recipient": row["recipient"], "urgent": row["urgent"]}

    def _failures(self, rows: Rows, errand: int) -> int:
        return next((int(row["failures"]) for row in rows.find("lanes", self._lane(rows, errand))), 0)


def _errand(row: Row) -> Errand:
    due, to = datetime.fromisoformat(row["due"]), PersonId(row["recipient"])
    return Errand(CaseId(row["case_id"]), Verb(row["verb"]), due, to, row["hop"], bool(row["urgent"]))
