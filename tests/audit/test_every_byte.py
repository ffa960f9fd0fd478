"""Any one byte of the audit that is changed is found, and its entry named, by the store and by the script alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from adapters.stores.audit import StoredAudit
from adapters.stores.rows import Store
from adapters.stores.sqlite import Sqlite
from reports.ledger import Entry
from tests.audit import chained
from tests.audit.chained import ENTRIES, FULL, agreed
from tests.databases import empty

COLUMNS = ("school", "number", "at", "who", "deed", "case_id", "previous", "hash")


def test_f42_any_one_byte_changed_in_any_row_is_found_and_its_entry_named(tmp_path: Path) -> None:
    """Every byte of every column of every row, one at a time, by whoever can write to the database."""
    with empty("sqlite", tmp_path) as opened:
        chained.fortnight(opened)
        assert tried(opened, range(1, ENTRIES + 1), "PRAGMA synchronous = OFF") > 4500


@pytest.mark.needs("postgresql")
def test_f42_any_one_byte_changed_on_postgresql_is_found_and_its_entry_named(tmp_path: Path) -> None:
    """Every byte of every column: of the first row, one in the middle, and the last."""
    with empty("postgres", tmp_path) as opened:
        chained.fortnight(opened)
        assert tried(opened, (1, 17, ENTRIES)) > 450


def tried(opened: Callable[[str], Store], numbers: Collection[int], hasty: str = "") -> int:
    """How many bytes were changed in these rows, each by itself, found, named, and put back."""
    store, count = opened("candour"), 0
    if isinstance(store, Sqlite):
        store._db.execute(hasty)
    audit = StoredAudit(store, chained.vault(opened), FULL.id)
    for entry in [entry for entry in audit.kept()[0] if entry.number in numbers]:
        for column, value, other in changes(entry):
            at = {"school": FULL.id, "number": entry.number}
            changed(store, "audit", at, {column: other})
            found = agreed(audit)
            assert found, (entry.number, column, other)
            assert found.number == entry.number
            changed(store, "audit", at | {column: other} if column in at else at, {column: value})
            count += 1
    assert audit.flaw() is None
    return count


def changed(store: Store, table: str, at: Mapping[str, object], to: Mapping[str, object]) -> None:
    with store.transaction() as rows:
        assert rows.change(table, at, to) == 1


def test_f42_any_one_byte_changed_where_the_chain_is_said_to_end_is_found(opened: Callable[[str], Store]) -> None:
    """Of the seal too, which the script does not see."""
    audit, store, count = chained.fortnight(opened), opened("candour"), 0
    with store.reading() as rows:
        (end,) = rows.find("audit_heads", {"school": FULL.id})
    for column, value in end.items():
        for other in others(str(value)):
            to = int(other) if column == "number" else other
            changed(store, "audit_heads", {"school": FULL.id}, {column: to})
            named = 1 if column == "school" else min(int(other), ENTRIES) + 1 if column == "number" else ENTRIES
            found = audit.flaw()
            assert found, (column, other)
            assert found.number == named
            at = {"school": other if column == "school" else FULL.id}
            changed(store, "audit_heads", at, {column: value})
            count += 1
    assert audit.flaw() is None
    assert count > 130


def changes(entry: Entry) -> Iterator[tuple[str, object, object]]:
    """A column, what stands in it, and that with one byte changed, for every byte of it."""
    for column in COLUMNS:
        value = getattr(entry, "case" if column == "case_id" else column)
        for other in others(str(value)):
            if column != "number":
                yield column, value, other
            elif not 1 <= int(other) <= ENTRIES:  # else there is one by that number, and the database refuses
                yield column, value, int(other)


def others(value: str) -> Iterator[str]:
    """The text with each of its bytes changed in its lowest bit, which keeps it text and a digit a digit."""
    for place, letter in enumerate(value):
        yield value[:place] + chr(ord(letter) ^ 1) + value[place + 1 :]


def test_a_byte_changed_in_the_file_itself_never_passes(tmp_path: Path) -> None:
    """Past the database's own checks: in each page where an entry stands, or the end of the chain."""
    with empty("sqlite", tmp_path) as opened:
        audit = chained.fortnight(opened)
        entry = audit.kept()[0][16]
        opened("candour").scrub()
    whole = (tmp_path / "candour.db").read_bytes()
    start = whole.index(entry.at.encode() + entry.who.encode())
    for place in range(start, start + len(f"{entry.at}{entry.who}{entry.deed}{entry.case}") + 128):
        (tmp_path / "candour.db").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with closing(Sqlite(tmp_path / "candour.db")) as store:
            found = StoredAudit(store, None, FULL.id).flaw()
        assert found is not None, place
        assert found.number == 17, place
