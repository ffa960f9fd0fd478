"""Destroys a case for good: first its key, by which nobody reads it again, then every row that it has anywhere.

Cut short anywhere, it is finished by doing it again. What is still to be scrubbed stands in its certificate.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString

from adapters.stores.audit import StoredAudit
from adapters.stores.certificates import Certificate, StoredCertificates
from adapters.stores.receipts import receipt_mark
from adapters.stores.rows import Rows, Store
from adapters.vault import Erased, Vault, WrongKey
from reports.audit import CANDOUR, Act, Deed
from reports.report import CaseId

OF_A_CASE = ("events", "words", "errands", "inbox")  # each names its case in a column case_id
SCRUBBED = (*OF_A_CASE, "notices", "receipts", "receipt_marks")
NOTICES: LiteralString = "SELECT message FROM notices WHERE school = :school AND message LIKE :begins"
CASES: LiteralString = "SELECT DISTINCT case_id FROM events WHERE school = :school ORDER BY case_id"


class Erasure:
    def __init__(self, store: Store, certificates: StoredCertificates, vault: Vault, school: str) -> None:
        self._store, self._certificates, self._vault, self._school = store, certificates, vault, school
        self._audit = StoredAudit(store, vault, school)

    def cases(self) -> Sequence[CaseId]:
        """Of every case that has rows, whether or not they can be opened."""
        with self._store.reading() as rows:
            return [CaseId(row["case_id"]) for row in rows.query(CASES, school=self._school)]

    def erase(self, id: CaseId, rule: str, now: datetime) -> bool:
        """Whether it is out of every file already; what is not yet is tried again by `finish`. Raises Held."""
        kept = self._certificates.of(id)
        if kept is None:
            made = self._certified(id, rule, now)
            kept = made if self._certificates.destroy(made) else self._certificates.of(id)  # another was quicker
        return self.finish(kept, now) if kept else False

    def finish(self, certificate: Certificate, now: datetime) -> bool:
        """Scrub what is left of a case whose key is gone. Safe to repeat, and after an old database was put back.

        Its line in the audit comes as its rows go: once, however often an erasure was begun.
        """
        with self._store.transaction() as rows:
            remove_rows(rows, certificate)
            self._audit.add_once(rows, destroyed(certificate))
        clean = self._certificates.scrub() & self._store.purge(SCRUBBED)  # each, whatever the other came to
        if clean:
            self._certificates.scrubbed(certificate.case, now)
        return clean

    def _certified(self, id: CaseId, rule: str, now: datetime) -> Certificate:
        digest = hashlib.sha256()
        with self._store.reading() as rows:
            for table, order in (("events", "number"), ("words", "name")):
                for row in rows.find(table, {"case_id": id, "school": self._school}, order=order):
                    digest.update(row["sealed"])
        wrapped = self._vault.wrapped.get(id) or b""
        try:
            receipt = receipt_mark(self._vault, id) if wrapped else ""
        except (Erased, WrongKey):  # another was quicker, or the key is damaged and the receipt leads nowhere
            receipt = ""
        return Certificate(id, self._school, now, rule, digest.hexdigest(), _sha256(wrapped), receipt)


def destroyed(certificate: Certificate) -> Act:
    """What the audit says of it: when its key went, whoever wanted it gone."""
    return Act(certificate.at, CANDOUR, Deed.ERASED, certificate.case)


def remove_rows(rows: Rows, certificate: Certificate) -> None:
    """Every row of a case that was destroyed, wherever it is; nothing where there is none."""
    id, school = certificate.case, certificate.school
    for table in OF_A_CASE:
        rows.remove(table, {"case_id": id, "school": school})
    for row in rows.query(NOTICES, school=school, begins=f"{id}.%"):
        rows.remove("notices", row)
    for row in rows.find("receipt_marks", {"mark": certificate.receipt}):
        rows.remove("receipts", {"finder": row["finder"]})
        rows.remove("receipt_marks", {"mark": row["mark"]})


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
