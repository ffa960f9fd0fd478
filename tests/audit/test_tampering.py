"""Whatever is changed in the audit is found and named, and the stand-alone script names the same entry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.stores.audit import StoredAudit
from adapters.stores.rows import Rows, Store
from adapters.stores.sqlite import Sqlite
from reports.audit import Act, Deed
from reports.ledger import Entry, Flaw, Head, flaw, follow, short
from reports.people import PersonId
from tests.audit import chained
from tests.audit.chained import ENTRIES, FULL, HEAD, NOW
from tests.databases import KINDS, empty

SCRIPT = chained.script()
COLUMNS = ("school", "number", "at", "who", "deed", "case_id", "previous", "hash")


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with empty(request.param, tmp_path) as store:
        yield store


def agreed(audit: StoredAudit) -> Flaw | None:
    """What the store finds, once the script has named the same entry."""
    found = audit.flaw()
    entries, head = audit.kept()
    named = SCRIPT.first_fault(chained.exported(entries, head))
    assert (named[0] if named else None) == (found.number if found else None)
    return found


def test_a_chain_that_nobody_touched_is_whole(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    assert audit.head().number == ENTRIES
    assert agreed(audit) is None


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


def rewritten(entries: tuple[Entry, ...], start: int) -> list[Entry]:
    """Each entry from there on with a hash that fits what it says now."""
    done = list(entries[:start])
    for entry in entries[start:]:
        said = {"previous": done[-1].hash if done else "0" * 64, "number": len(done) + 1}
        changed = replace(entry, **said)  # type: ignore[arg-type]
        said = {name: getattr(changed, name) for name in ("school", "number", "at", "who", "deed", "case", "previous")}
        done.append(replace(changed, hash=SCRIPT.digest(said)))
    return done


def put(rows: Rows, entries: list[Entry]) -> None:
    for number in range(1, ENTRIES + 2):
        rows.remove("audit", {"school": FULL.id, "number": number})
    for entry in entries:
        said = {name: getattr(entry, name) for name in ("school", "number", "at", "who", "deed", "previous", "hash")}
        rows.add("audit", [{**said, "case_id": entry.case}])


@pytest.mark.parametrize("number", [1, 2, 17, ENTRIES - 1, ENTRIES])
def test_f42_a_row_that_was_taken_out_is_named(opened: Callable[[str], Store], number: int) -> None:
    audit = chained.fortnight(opened)
    with opened("candour").transaction() as rows:
        rows.remove("audit", {"school": FULL.id, "number": number})
    assert agreed(audit) == Flaw(number, agreed(audit).says)  # type: ignore[union-attr]
    assert "missing" in agreed(audit).says  # type: ignore[union-attr]


def test_f42_rows_that_changed_places_are_named(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    with opened("candour").transaction() as rows:
        swapped = [*entries[:10], replace(entries[11], number=11), replace(entries[10], number=12), *entries[12:]]
        put(rows, swapped)
    assert agreed(audit) == Flaw(11, "What it says was changed.")


def test_f42_a_changed_row_with_a_hash_that_fits_is_told_by_the_one_that_follows(
    opened: Callable[[str], Store],
) -> None:
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    forged = rewritten((*entries[:10], replace(entries[10], who="c.chair")), 10)
    with opened("candour").transaction() as rows:
        put(rows, [*forged, *entries[11:]])
    assert agreed(audit) == Flaw(12, "It does not follow from entry 11: one of the two was changed.")


def test_f42_a_row_put_after_the_end_is_named(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    entries, head = audit.kept()
    more = follow(head, FULL.id, [Act(NOW, HEAD, Deed.READ, "C1")])
    with opened("candour").transaction() as rows:
        put(rows, [*entries, *more])
    assert agreed(audit) == Flaw(ENTRIES + 1, f"It was put after the end: the chain ended with entry {ENTRIES}.")


def test_f42_rows_cut_off_at_the_end_are_named(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    with opened("candour").transaction() as rows:
        put(rows, list(entries[:20]))
    assert agreed(audit) == Flaw(21, f"It is missing, and so is every entry after it, to {ENTRIES}.")


@pytest.mark.parametrize("to", [0, 20, ENTRIES - 1])
def test_f42_an_end_that_was_forged_is_told_by_its_seal_or_by_what_follows(
    opened: Callable[[str], Store], to: int
) -> None:
    """Whoever has the database alone can make a chain that is whole in itself, and can't make the seal on its end."""
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    head = {"number": to, "hash": entries[to - 1].hash if to else "0" * 64}
    with opened("candour").transaction() as rows:
        put(rows, list(entries[:to]))
        rows.change("audit_heads", {"school": FULL.id}, head)
    found = audit.flaw()
    assert found
    assert found.number == to
    assert "seal" in found.says


def test_f42_a_chain_that_was_rewritten_from_the_beginning_is_told_by_its_seal(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    forged = rewritten(tuple(replace(entry, who="c.chair") for entry in entries), 0)
    with opened("candour").transaction() as rows:
        put(rows, forged)
        rows.change("audit_heads", {"school": FULL.id}, {"number": ENTRIES, "hash": forged[-1].hash})
    assert flaw(forged, FULL.id, Head(ENTRIES, forged[-1].hash)) is None
    found = audit.flaw()
    assert found
    assert "seal" in found.says


@pytest.mark.parametrize("key", [True, False])
def test_f42_an_end_that_was_forged_does_not_become_good_by_what_is_added_after_it(
    opened: Callable[[str], Store], key: bool
) -> None:
    """It did, once: the next act sealed whatever end it found."""
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    with opened("candour").transaction() as rows:
        put(rows, list(entries[:20]))
        rows.change("audit_heads", {"school": FULL.id}, {"number": 20, "hash": entries[19].hash})
    for _ in range(3):
        audit.note(Act(NOW, HEAD, Deed.READ, "C1"))
        found = (audit if key else StoredAudit(opened("candour"), None, FULL.id)).flaw()
        assert found
        assert found.number == 20
        assert "the seal on that end was not ours" in found.says
    with opened("candour").transaction() as rows:
        rows.change("audit_heads", {"school": FULL.id}, {"seal": "broken:" + "9" * 40})
    assert audit.flaw(), "whatever stands in the place of the seal"


def test_what_only_a_mark_that_was_written_down_tells_is_told_by_it(opened: Callable[[str], Store]) -> None:
    """An old copy of all tables, put back, is whole and sealed; what was shown to people since is not in it."""
    audit = chained.fortnight(opened)
    with opened("candour").reading() as rows:
        old = rows.find("audit_heads", {"school": FULL.id})[0]
    audit.note(Act(NOW, PersonId("h.head"), Deed.READ, "C1"))
    written_down = short(audit.head().hash)
    assert audit.ends_with(written_down.replace(" ", "")) == ENTRIES + 1
    with opened("candour").transaction() as rows:
        rows.remove("audit", {"school": FULL.id, "number": ENTRIES + 1})
        rows.change("audit_heads", {"school": FULL.id}, {name: old[name] for name in ("number", "hash", "seal")})
    assert agreed(audit) is None
    assert audit.ends_with(written_down.replace(" ", "")) == 0


def test_f42_a_row_with_a_number_below_the_first_is_named(opened: Callable[[str], Store]) -> None:
    """They were not looked at, once: the entries were read from 1."""
    audit = chained.fortnight(opened)
    entries, _ = audit.kept()
    with opened("candour").transaction() as rows:
        put(rows, [*entries, replace(entries[3], number=-4)])
    assert agreed(audit) == Flaw(-4, "It has no place in the chain: the first is entry 1.")
