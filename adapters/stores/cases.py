"""Cases: sealed events and words, and the errands that follow from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import LiteralString

from adapters.stores.packing import pack, unpack
from adapters.stores.rows import Row, Rows, Store, Taken, utc
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
CLAIM: LiteralString = """
UPDATE errands SET due = :until, tries = tries + 1 WHERE id = (
    SELECT id FROM errands WHERE school = :school AND due <= :now ORDER BY urgent DESC, due, id LIMIT 1 {unheld}
) RETURNING id, case_id, verb, recipient, hop, urgent
"""


class StoredCases:
    """In clear stand only: school, case id, how many events, recipients, and when errands are due.

    Every query names the school, and every seal is bound to it: one school's ids never open another's cases.
    """

    def __init__(self, store: Store, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def load(self, id: CaseId) -> Case:
        with self._store.reading() as rows:
            found = rows.find("events", {"case_id": id, "school": self._school}, order="number")
        sealed = [row["sealed"] for row in found]
        return Case.of(id, [self._event(id, number, event) for number, event in enumerate(sealed)])

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        sealed = [self._event_row(case.id, case.version + n, event) for n, event in enumerate(decision.events)]
        kept = [self._words_row(case.id, name, text) for name, text in words.items()]
        try:
            with self._store.transaction() as rows:
                if rows.count("events", {"case_id": case.id}) != case.version:
                    return False
                rows.add("events", sealed)
                rows.put("words", kept, key=("case_id", "name"))
                rows.add("errands", map(self._errand_row, decision.errands))
                self._fill_inboxes(rows, case.id, decision.events)
        except Taken:
            return False
        return True

    def words(self, id: CaseId) -> Mapping[str, str]:
        with self._store.reading() as rows:
            found = rows.find("words", {"case_id": id, "school": self._school})
        return {row["name"]: self._opened(id, row["name"], row["sealed"]).decode() for row in found}

    def mark(self, id: CaseId, person: PersonId) -> str:
        return self._vault.mark(id, person)

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        with self._store.reading() as rows:
            found = rows.find("inbox", {"school": self._school, "recipient": person}, order="place, case_id")
        return [CaseId(row["case_id"]) for row in found]

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        with self._store.transaction() as rows:
            sql = CLAIM.format(unheld=rows.unheld)
            claimed = rows.query(sql, school=self._school, now=utc(now), until=utc(until))
        return next(((int(row["id"]), _errand(row, until)) for row in claimed), None)

    def done(self, errand: int) -> None:
        with self._store.transaction() as rows:
            rows.remove("errands", {"id": errand})

    def put_off(self, errand: int, until: datetime) -> None:
        with self._store.transaction() as rows:
            rows.change("errands", {"id": errand}, {"due": utc(until)})

    def tries(self, errand: int) -> int:
        with self._store.reading() as rows:
            return next((int(row["tries"]) for row in rows.find("errands", {"id": errand})), 0)

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
            "due": utc(errand.due),
            "recipient": errand.to,
            "hop": errand.hop,
            "urgent": int(errand.urgent),
            "tries": 0,
        }

    def _fill_inboxes(self, rows: Rows, id: CaseId, events: Sequence[Event]) -> None:
        for to in (event.to for event in events if isinstance(event, Delivered)):
            inbox = {"school": self._school, "recipient": to}
            rows.add_new("inbox", {**inbox, "case_id": id, "place": rows.count("inbox", inbox)})


def _errand(row: Row, until: datetime) -> Errand:
    to, urgent = PersonId(row["recipient"]), bool(row["urgent"])
    return Errand(CaseId(row["case_id"]), Verb(row["verb"]), until, to, row["hop"], urgent)
