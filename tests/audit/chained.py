"""A school's audit after a fortnight of reports, in a real database, and the stand-alone script that checks one."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from adapters.stores import migrations
from adapters.stores.audit import StoredAudit
from adapters.stores.cases import StoredCases
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.keys import StoredKeys
from adapters.stores.receipts import StoredReceipts
from adapters.stores.rows import Store
from adapters.vault import Keyring, Vault
from reports import carrying
from reports.desk import ACCOUNT, Desk
from reports.ledger import Entry, Flaw, Head
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.fakes import MemoryCourier
from tests.reports.schools import FULL

NOW = datetime(2026, 11, 20, 10, 7, 31, tzinfo=UTC)
TEACHER, HEAD, DEPUTY = PersonId("t.teacher"), PersonId("h.head"), PersonId("d.deputy")
SUBJECT = PersonId("m.mentor")
CONCERN = Concern(Kind.HARASSMENT, frozenset({f"person:{SUBJECT}"}), TEACHER)
REPORTS = 4
ENTRIES = 7 * REPORTS
SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "verify_chain.py"
Opened = Callable[[str], Store]


def laid(opened: Opened) -> None:
    migrations.migrate(opened("candour"), migrations.DATABASE)
    migrations.migrate(opened("keys"), migrations.KEYS)


def vault(opened: Opened) -> Vault:
    return Vault(Keyring((bytes(32),)), StoredKeys(opened("keys")))


def audit(opened: Opened, school: str = FULL.id) -> StoredAudit:
    return StoredAudit(opened("candour"), vault(opened), school)


def cases(opened: Opened, store: Store) -> StoredCases:
    sealed = vault(opened)
    erasure = Erasure(store, StoredCertificates(opened("keys"), FULL.id), sealed, FULL.id)
    return StoredCases(store, sealed, FULL.id, erasure)


def desk(opened: Opened) -> Desk:
    store, sealed = opened("candour"), vault(opened)
    return Desk(FULL, cases(opened, store), StoredReceipts(store, sealed, FULL.id, cost=2**4))


def filed(at: Desk, id: str, when: datetime = NOW, anonymous: bool = True) -> None:
    at.file(Report(CaseId(id), when, CONCERN, anonymous), {ACCOUNT: "said the kingfisher"}, f"CODE{id}")


def worked(at: Desk, when: datetime) -> None:
    courier = MemoryCourier()
    while claimed := at.cases.claim(when, when + timedelta(minutes=1)):
        carrying.run(at, claimed[1], courier, when)
        at.cases.done(claimed[0])


def fortnight(opened: Opened) -> StoredAudit:
    """Four reports: each filed, carried, refused to one person, opened and read twice, and acknowledged: 28 entries."""
    laid(opened)
    at = desk(opened)
    for n in range(REPORTS):
        id, when = CaseId(f"C{n}"), NOW + timedelta(days=2 * n)
        filed(at, id, when)
        worked(at, when + timedelta(minutes=20))
        at.open(id, SUBJECT, when + timedelta(hours=1))
        at.open(id, HEAD, when + timedelta(hours=2))
        at.open(id, HEAD, when + timedelta(hours=3))
        at.acknowledge(id, HEAD, when + timedelta(hours=3))
    return audit(opened)


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_chain", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def exported(entries: Sequence[Entry], head: Head, school: str = FULL.id) -> list[dict[str, Any]]:
    return [*map(asdict, entries), {"school": school, "entries": head.number, "head": head.hash}]


def deeds(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    return [(entry.who, entry.deed) for entry in entries]


def agreed(audit: StoredAudit) -> Flaw | None:
    """What the store finds, once the script has named the same entry."""
    found = audit.flaw()
    entries, head = audit.kept()
    named = script().first_fault(exported(entries, head))
    assert (named[0] if named else None) == (found.number if found else None)
    return found
