"""Nothing in a database tells what a report says, and no sealed row opens in another place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import LiteralString

import pytest

from adapters.stores.rows import Store
from reports.case import Case
from reports.errands import Decision
from reports.report import CaseId
from reports.sealed import Sealed
from tests.contracts.stores import ANN, DELIVER, FILED, ID, TALK, kept

TABLES: tuple[LiteralString, ...] = (
    "SELECT * FROM events",
    "SELECT * FROM words",
    "SELECT * FROM errands",
    "SELECT * FROM inbox",
    "SELECT * FROM receipts",
    "SELECT * FROM talks",
)


def everything(store: Store) -> str:
    """All that the tables hold, bytes as hex digits."""
    with store.reading() as rows:
        held = [value for table in TABLES for row in rows.query(table) for value in row.values()]
    return " ".join(value.hex() if isinstance(value, bytes) else str(value) for value in held)


def test_in_the_database_stand_no_words_no_kind_no_subject_and_no_reporter(
    opened: Callable[[str], Store], tmp_path: Path
) -> None:
    stores = kept(opened)
    stores.cases().record(Case(ID), Decision((FILED,), (DELIVER,)), {"account": "canary words"})
    stores.talks().save(ANN, replace(TALK, answers={"happened": ("canary words",)}))
    stores.receipts().keep("AAAABBBBCCCCDDDD", ID)
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    held = everything(opened("candour"))
    for word in ("canary", "harassment", "b.bob", "a.ann", "colleague", "AAAABBBB", "5(ii)"):
        assert word not in held
        assert word.encode().hex() not in held
        assert word.encode() not in files
    assert "h.head" in held  # a recipient stands in clear, as the design says


def test_a_sealed_row_moved_to_another_case_does_not_open(opened: Callable[[str], Store]) -> None:
    stores = kept(opened)
    stores.cases().record(Case(ID), Decision((FILED,)), {})
    stores.cases().record(Case(CaseId("C2")), Decision((FILED,)), {})
    with opened("candour").transaction() as rows:
        (first,) = rows.find("events", {"case_id": "C1"})
        rows.change("events", {"case_id": "C2"}, {"sealed": first["sealed"]})
    assert stores.cases().load(ID).filed == FILED
    with pytest.raises(Sealed):
        stores.cases().load(CaseId("C2"))
