"""Cases: sealed events and words, and the errands that follow from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import LiteralString, get_args

from cryptography.exceptions import InvalidTag

from adapters.stores.audit import StoredAudit
from adapters.stores.certificates import Held
from adapters.stores.erasure import Erasure
from adapters.stores.errands import StoredErrands
from adapters.stores.packing import pack, unpack
from adapters.stores.rows import Rows, Store, Taken, utc
from adapters.vault import Erased, Vault, WrongKey
from reports.ageing import WITHDRAWN
from reports.audit import Act, acts
from reports.case import Case, Delivered, Event
from reports.errands import Decision, Errand
from reports.ledger import Flaw
from reports.people import PersonId
from reports.report import CaseId
from reports.sealed import Sealed

EVENTS: tuple[type, ...] = get_args(Event)

LAST: LiteralString = (
    "SELECT COALESCE(MAX(place), -1) AS place FROM inbox WHERE school = :school AND recipient = :recipient"
)


class StoredCases:
    """In clear stand only: school, case id, how many events, recipients, and when errands are due.

    Every query names the school, and every seal is bound to it: one school's ids never open another's cases.
    """

    def __init__(self, store: Store, vault: Vault, school: str, erasure: Erasure) -> None:
        self._store, self._vault, self._school, self._erasure = store, vault, school, erasure
        self._errands = StoredErrands(store, school)
        self._audit = StoredAudit(store, vault, school)

    def load(self, id: CaseId) -> Case:
        with self._store.reading() as rows:
            found = rows.find("events", {"case_id": id, "school": self._school}, order="number")
        sealed = [row["sealed"] for row in found]
        if not sealed and self._vault.is_erased(id):
            return Case(id, 1, erased=True)
        try:
            return Case.of(id, [self._event(id, number, event) for number, event in enumerate(sealed)])
        except Erased:
            return Case(id, len(sealed), erased=True)

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        try:
            sealed = [self._event_row(case.id, case.version + n, event) for n, event in enumerate(decision.events)]
            kept = [self._words_row(case.id, name, text) for name, text in words.items()]
            with self._store.transaction() as rows:
                if rows.count("events", {"case_id": case.id}) != case.version or self._vault.is_erased(case.id):
                    return False
                rows.add("events", sealed)
                rows.put("words", kept, key=("case_id", "name"))
                rows.add("errands", map(self._errand_row, decision.errands))
                self._fill_inboxes(rows, case.id, decision.events)
                self._audit.add(rows, acts(case.id, decision.events))
        except (Erased, Taken):
            return False
        return True

    def note(self, act: Act) -> None:
        self._audit.note(act)

    def mark_in_audit(self, who: str, case: str) -> str:
        return self._audit.mark(who, case)

    def flaw_in_audit(self) -> Flaw | None:
        return self._audit.flaw()

    def words(self, id: CaseId) -> Mapping[str, str]:
        with self._store.reading() as rows:
            found = rows.find("words", {"case_id": id, "school": self._school})
        try:
            return {row["name"]: self._opened(id, row["name"], row["sealed"]).decode() for row in found}
        except Erased:
            return {}

    def mark(self, id: CaseId, person: PersonId) -> str:
        return self._vault.mark(id, person)

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        with self._store.reading() as rows:
            found = rows.find("inbox", {"school": self._school, "recipient": person}, order="place, case_id")
        return [CaseId(row["case_id"]) for row in found]

    def ids(self) -> Sequence[CaseId]:
        with self._store.reading() as rows:
            return [CaseId(row["case_id"]) for row in rows.find("events", {"school": self._school, "number": 0})]

    def erase(self, id: CaseId, now: datetime) -> None:
        with self._store.reading() as rows:
            if not rows.count("events", {"case_id": id, "school": self._school}):
                return
        with suppress(Held):  # the look at what is to go finds it again once it is released
            self._erasure.erase(id, WITHDRAWN, now)

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        return self._errands.claim(now, until)

    def done(self, errand: int) -> None:
        self._errands.done(errand)

    def put_off(self, errand: int, until: datetime) -> None:
        self._errands.put_off(errand, until)

    def _sealed(self, id: CaseId, part: str, body: bytes) -> dict[str, object]:
        sealed = self._vault.seal(id, body, self._about(id, part))
        return {"case_id": id, "school": self._school, "sealed": sealed}

    def _opened(self, id: CaseId, part: str, sealed: bytes) -> bytes:
        """Raises Sealed, and Erased where it was destroyed for good."""
        try:
            return self._vault.open(id, sealed, self._about(id, part))
        except (Erased, WrongKey, InvalidTag) as why:
            if isinstance(why, Erased) and self._vault.is_erased(id):
                raise
            raise Sealed(Sealed.__doc__) from None

    def _about(self, id: CaseId, part: str) -> str:
        """What a sealed thing is bound to, so that it opens nowhere else."""
        return f"{self._school}/{id}/{part}"

    def _event_row(self, id: CaseId, number: int, event: Event) -> dict[str, object]:
        return {"number": number, **self._sealed(id, str(number), pack(event))}

    def _event(self, id: CaseId, number: int, sealed: bytes) -> Event:
        """Raises Erased and Sealed."""
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
            place = rows.query(LAST, school=self._school, recipient=to)[0]["place"] + 1
            rows.add_new("inbox", {**inbox, "case_id": id, "place": place})
