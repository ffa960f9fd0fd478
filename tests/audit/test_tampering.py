"""Whatever is changed in the audit is found and named, and the stand-alone script names the same entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from adapters.stores.audit import StoredAudit
from adapters.stores.rows import Rows, Store
from reports.audit import Act, Deed
from reports.ledger import Entry, Flaw, Head, flaw, follow, short
from reports.people import PersonId
from tests.audit import chained
from tests.audit.chained import ENTRIES, FULL, HEAD, NOW, agreed

SCRIPT = chained.script()


def test_a_chain_that_nobody_touched_is_whole(opened: Callable[[str], Store]) -> None:
    audit = chained.fortnight(opened)
    assert audit.head().number == ENTRIES
    assert agreed(audit) is None


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
