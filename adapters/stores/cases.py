"""Cases in SQLite: sealed events and words, and the errands that follow from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from adapters.stores.packing import pack, unpack
from adapters.stores.sqlite import Sqlite, table
from adapters.vault import Vault
from reports.case import (
    Acknowledged,
    Case,
    Delivered,
    Event,
    Exhausted,
    Filed,
    Lapsed,
    Opened,
    Undeliverable,
)
from reports.errands import Decision, Errand, Verb
from reports.people import PersonId
from reports.report import CaseId

EVENTS = (Filed, Delivered, Undeliverable, Opened, Acknowledged, Lapsed, Exhausted)
CLAIM = """
UPDATE errands SET due = :until, tries = tries + 1 WHERE id = (
    SELECT id FROM errands WHERE school = :school AND due <= :now ORDER BY urgent DESC, due, id LIMIT 1
) RETURNING id, case_id, verb, recipient, hop, urgent
"""


class SqliteCases:
    """In clear stand only: school, case id, how many events, recipients, and when errands are due.

    Every query names the school, and every seal is bound to it: one school's ids never open another's cases.
    """

    def __init__(self, store: Sqlite, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def load(self, id: CaseId) -> Case:
        with self._store.reading() as db:
            rows = table(db, "events").rows_where("case_id = ? AND school = ?", [id, self._school], order_by="number")
            sealed = [row["sealed"] for row in rows]
        return Case.of(id, [self._event(id, number, event) for number, event in enumerate(sealed)])

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        sealed = [self._event_row(case.id, case.version + n, event) for n, event in enumerate(decision.events)]
        kept = [self._words_row(case.id, name, text) for name, text in words.items()]
        try:
            with self._store.transaction() as db:
                if table(db, "events").count_where("case_id = ?", [case.id]) != case.version:
                    return False
                table(db, "events").insert_all(sealed)
                table(db, "words").insert_all(kept, replace=True)
                table(db, "errands").insert_all(self._errand_row(errand) for errand in decision.errands)
                self._fill_inboxes(db, case.id, decision.events)
        except sqlite3.IntegrityError:
            return False
        return True

    def words(self, id: CaseId) -> Mapping[str, str]:
        with self._store.reading() as db:
            rows = list(table(db, "words").rows_where("case_id = ? AND school = ?", [id, self._school]))
        return {row["name"]: self._opened(id, row["name"], row["sealed"]).decode() for row in rows}

    def mark(self, id: CaseId, person: PersonId) -> str:
        return self._vault.mark(id, person)

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        with self._store.reading() as db:
            rows = table(db, "inbox").rows_where(
                "school = ? AND recipient = ?", [self._school, person], order_by="place"
            )
            return [CaseId(row["case_id"]) for row in rows]

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        with self._store.transaction() as db:
            rows = db.execute(
                CLAIM, {"school": self._school, "now": now.isoformat(), "until": until.isoformat()}
            ).fetchall()
        return next(((row[0], _errand(row, until)) for row in rows), None)

    def done(self, errand: int) -> None:
        with self._store.transaction() as db:
            table(db, "errands").delete_where("id = ?", [errand])

    def put_off(self, errand: int, until: datetime) -> None:
        with self._store.transaction() as db:
            db.execute("UPDATE errands SET due = ? WHERE id = ?", [until.isoformat(), errand])

    def tries(self, errand: int) -> int:
        with self._store.reading() as db:
            return int(next(iter(db.query("SELECT tries FROM errands WHERE id = ?", [errand])), {"tries": 0})["tries"])

    def _sealed(self, id: CaseId, part: str, body: bytes) -> dict[str, object]:
        sealed = self._vault.seal(id, body, self._about(id, part))
        return {"case_id": id, "school": self._school, "sealed": sealed}

    def _opened(self, id: CaseId, part: str, sealed: bytes) -> bytes:
        return self._vault.open(id, sealed, self._about(id, part))

    def _about(self, id: CaseId, part: str) -> str:
        """What a sealed thing is bound to, so that it opens nowhere else."""
        return f"{self._school}/{id}/{part}"

    def _event_row(self, id: CaseId, number: int, event: Event) -> dict[str, object]:
        return {"number": number, **self._sealed(id, str(number), pack(event))}

    def _event(self, id: CaseId, number: int, sealed: bytes) -> Event:
        event: Event = unpack(self._opened(id, str(number), sealed), *EVENTS)
        return event

    def _words_row(self, id: CaseId, name: str, text: str) -> dict[str, object]:
        return {"name": name, **self._sealed(id, name, text.encode())}

    def _errand_row(self, errand: Errand) -> dict[str, object]:
        return {
            "school": self._school,
            "case_id": errand.case,
            "verb": errand.verb.value,
            "due": errand.due.isoformat(),
            "recipient": errand.to,
            "hop": errand.hop,
            "urgent": int(errand.urgent),
            "tries": 0,
        }

    def _fill_inboxes(self, db: Database, id: CaseId, events: Sequence[Event]) -> None:
        for to in (event.to for event in events if isinstance(event, Delivered)):
            place = table(db, "inbox").count_where("school = ? AND recipient = ?", [self._school, to])
            row = {"school": self._school, "recipient": to, "case_id": id, "place": place}
            table(db, "inbox").insert(row, ignore=True)


def _errand(row: Sequence[object], until: datetime) -> Errand:
    _, case, verb, to, hop, urgent = row
    return Errand(CaseId(str(case)), Verb(str(verb)), until, PersonId(str(to)), int(str(hop)), bool(urgent))
