"""How long it takes to file a report, beside the bare cost of keeping the same rows as durably, on each database.

Bare is one report's own rows, with other ids, in the same three transactions: its key, its case, its receipt. Nothing
is read, decided or sealed for them. The two take turns, so that whatever else the machine does slows both alike. A
receipt is cheap here, as it is once it was worked out while the report was written.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, cast

from adapters.assembly import House, now
from adapters.stores.receipts import StoredReceipts
from adapters.stores.rows import Row, Store
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.conftest import missing
from tests.databases import postgres

REPORTS, AT_ONCE = 300, 4
KEY = "00" * 32
WORDS = {ACCOUNT: "He called me names in the staff room, and two others laughed. " * 5}
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:c.colleague"}), PersonId("t.teacher"))
IN_CASE = ("events", "words", "errands", "audit")
DRAWN = "id"  # the one column that the database fills by itself
File = Callable[[str], object]  # one report by that id


def filing(reports: int = REPORTS) -> dict[str, dict[str, dict[str, float]]]:
    kinds = ["sqlite"] + ([] if missing("postgresql") else ["postgresql"])
    return {kind: measured(kind, reports) for kind in kinds}


def measured(kind: str, reports: int) -> dict[str, dict[str, float]]:
    with ExitStack() as ended:
        ours, bare = (ended.enter_context(_house(kind)) for _ in range(2))
        desk = prepared(ours)
        file: Mapping[str, File] = {
            "candour": lambda id: desk.file(Report(CaseId(id), now(), CONCERN, False), WORDS, id),
            "bare": Bare.like(prepared(bare), bare).keep,
        }
        times: dict[str, list[float]] = {name: [] for name in file}
        for n in range(reports):
            for name, keep in file.items():
                begun = time.perf_counter()
                keep(f"C{n}")
                times[name].append(time.perf_counter() - begun)
        return {name: _figures(sorted(times[name])) | {"per s": _rate(file[name], reports)} for name in file}


@dataclass(frozen=True)
class Bare:
    """The rows of one report that was filed, by the transaction in which they were kept."""

    groups: Sequence[tuple[Store, Sequence[tuple[str, Row]]]]
    numbers: Iterator[int]

    @classmethod
    def like(cls, desk: Desk, house: House) -> Bare:
        first = CaseId("FIRST")
        desk.file(Report(first, now(), CONCERN, False), WORDS, first)
        with house.database.reading() as rows:
            case = [(table, row) for table in IN_CASE for row in rows.find(table, {"case_id": first})]
            receipt = [("receipts", row) for row in rows.query("SELECT * FROM receipts")]
        with house.key_store.reading() as rows:
            key = [("keys", row) for row in rows.query("SELECT * FROM keys ORDER BY name") if first in row["name"]]
        assert case
        assert receipt
        assert key
        return cls(((house.key_store, key), (house.database, case), (house.database, receipt)), count(1000))

    def keep(self, id: str) -> None:
        number = next(self.numbers)
        changed = {"case_id": id, "finder": id, "name": id, "number": number}
        for store, group in self.groups:
            with store.transaction() as rows:
                for table, row in group:
                    given = {name: changed.get(name, value) for name, value in row.items() if name != DRAWN}
                    names = ", ".join(given)
                    values = ", ".join(f":{name}" for name in given)
                    sql = f"INSERT INTO {table} ({names}) VALUES ({values}) RETURNING 1"  # noqa: S608 - our own names
                    rows.query(cast(Any, sql), **given)


@contextmanager
def _house(kind: str) -> Iterator[House]:
    """An empty one, which is gone at the end."""
    with ExitStack() as made:
        folder = made.enter_context(tempfile.TemporaryDirectory())
        url = made.enter_context(postgres()) if kind == "postgresql" else ""
        house = House.open({"CANDOUR_HOME": folder, "CANDOUR_KEY": KEY, "DATABASE_URL": url}, Path(folder))
        made.callback(house.close)
        house.lay()
        yield house


def prepared(house: House) -> Desk:
    """With receipts that cost next to nothing."""
    desk = house.desk(house.school("sample"))
    return replace(desk, receipts=StoredReceipts(house.database, house.vault, "sample", cost=2**4))


def _rate(keep: File, reports: int) -> float:
    """How many in a second, with some at once, as from as many web threads."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun = time.perf_counter()
        for each in [pool.submit(keep, f"P{n}") for n in range(reports)]:
            each.result()
        return round(reports / (time.perf_counter() - begun), 1)


def _figures(times: Sequence[float]) -> dict[str, float]:
    return {"p50 ms": _ms(times[len(times) // 2]), "p99 ms": _ms(times[int(0.99 * len(times))])}


def _ms(seconds: float) -> float:
    return round(1_000 * seconds, 3)
