"""Every act is in the audit, in the transaction of the act itself, and the audit tells nothing that the case hides."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from adapters.stores.rows import Store, Unusable
from adapters.stores.sqlite import Sqlite
from reports.audit import CANDOUR, OF_EVENTS, REPORTER, Act, Deed, watchers
from reports.case import Event
from reports.ledger import short
from reports.report import CaseId
from tests.audit import chained
from tests.audit.chained import FULL, HEAD, NOW, SUBJECT, TEACHER
from tests.databases import empty
from tests.reports.schools import changed, someone


def test_every_event_that_there_is_has_a_line_in_the_audit() -> None:
    assert {event.__name__ for event in get_args(Event)} <= set(OF_EVENTS)


def test_who_did_what_is_told_in_order_and_nobody_who_reported_is_named(opened: Callable[[str], Store]) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1", anonymous=False)
    chained.worked(at, NOW)
    at.open(CaseId("C1"), HEAD, NOW)
    at.acknowledge(CaseId("C1"), HEAD, NOW)
    entries, _ = chained.audit(opened).kept()
    assert chained.deeds(entries) == [
        (REPORTER, "filed"),
        (HEAD, "delivered"),
        (HEAD, "opened"),
        (HEAD, "read"),
        (HEAD, "acknowledged"),
    ]
    assert {entry.case for entry in entries} == {"C1"}


def test_each_reading_is_there_and_not_only_the_first(opened: Callable[[str], Store]) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1")
    chained.worked(at, NOW)
    for hours in range(3):
        at.open(CaseId("C1"), HEAD, NOW + timedelta(hours=hours))
    entries, _ = chained.audit(opened).kept()
    assert [entry.at[11:16] for entry in entries if entry.deed == "read"] == ["10:00", "11:00", "12:00"]


@pytest.mark.parametrize("anonymous", [True, False])
def test_no_time_is_finer_than_a_quarter_hour_and_nothing_tells_which_report_is_anonymous(
    tmp_path: Path, anonymous: bool
) -> None:
    with empty("sqlite", tmp_path) as opened:
        chained.laid(opened)
        at = chained.desk(opened)
        chained.filed(at, "C1", NOW, anonymous)
        chained.worked(at, NOW + timedelta(seconds=3))
        at.open(CaseId("C1"), SUBJECT, NOW + timedelta(minutes=2))
        entries, _ = chained.audit(opened).kept()
    assert {entry.at for entry in entries} == {"2026-11-20T10:00:00+00:00"}
    assert chained.deeds(entries) == [(REPORTER, "filed"), (HEAD, "delivered"), (SUBJECT, "refused")]
    told = " ".join(str(entry) for entry in entries)
    assert TEACHER not in told
    assert "harassment" not in told
    assert "kingfisher" not in told


def test_being_refused_is_kept_alike_for_a_case_that_is_there_and_one_that_never_was(
    opened: Callable[[str], Store],
) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1")
    chained.worked(at, NOW)
    for id in ("C1", "C9; what they typed"):
        assert at.open(CaseId(id), SUBJECT, NOW) is None
        assert at.acknowledge(CaseId(id), SUBJECT, NOW) is None
    entries, _ = chained.audit(opened).kept()
    refused = [entry for entry in entries if entry.deed == "refused"]
    assert [(entry.who, entry.case) for entry in refused] == [(SUBJECT, "C1")] * 2 + [(SUBJECT, "")] * 2


def test_nobody_fills_the_audit_by_being_refused(opened: Callable[[str], Store]) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1")
    for n in range(60):
        at.open(CaseId(f"C{n % 3}"), SUBJECT, NOW)
    at.open(CaseId("C1"), SUBJECT, NOW + timedelta(minutes=15))
    at.open(CaseId("C1"), TEACHER, NOW)
    refused = [entry.who for entry in chained.audit(opened).kept()[0] if entry.deed == "refused"]
    assert (refused.count(SUBJECT), refused.count(TEACHER)) == (21, 1)


def test_f08_an_act_that_cannot_be_put_in_the_audit_does_not_happen(opened: Callable[[str], Store]) -> None:
    """The audit is out of reach in the middle of each transaction that writes to it."""
    at = chained.desk(opened)
    chained.filed(at, "C1")
    chained.worked(at, NOW)
    with opened("candour").laying() as laying:
        laying.rename("audit", "deed", "gone")
    for act in (
        lambda: chained.filed(at, "C2"),
        lambda: at.open(CaseId("C1"), HEAD, NOW),
        lambda: at.acknowledge(CaseId("C1"), HEAD, NOW),
        lambda: at.open(CaseId("C1"), SUBJECT, NOW),
    ):
        with pytest.raises((sqlite3.OperationalError, Unusable)):
            act()
    with opened("candour").reading() as rows:
        assert rows.count("events", {"case_id": "C1"}) == 2
        assert rows.count("events", {"case_id": "C2"}) == rows.count("words", {"case_id": "C2"}) == 0
        assert rows.count("errands", {"case_id": "C2"}) == 0


def test_f08_a_disk_that_fills_up_at_any_write_leaves_no_act_without_its_entry(tmp_path: Path) -> None:
    """SQLite is let grow by one page more each time, so that it is full at another write of the transaction."""
    failures = 0
    for pages in range(1, 13):
        with empty("sqlite", tmp_path / str(pages)) as opened:
            (tmp_path / str(pages)).mkdir()
            chained.laid(opened)
            store = opened("candour")
            at = replace(chained.desk(opened), cases=chained.cases(opened, store))
            chained.filed(at, "C0")
            _full_after(store, pages)
            try:
                for n in range(1, 40):
                    chained.filed(at, f"C{n}")
            except sqlite3.OperationalError:
                failures += 1
            with store.reading() as rows:
                cases = {row["case_id"] for row in rows.query("SELECT case_id FROM events")}
                assert {row["case_id"] for row in rows.query("SELECT case_id FROM audit")} == cases
                assert {row["case_id"] for row in rows.query("SELECT case_id FROM words")} == cases
                assert {row["case_id"] for row in rows.query("SELECT case_id FROM errands")} == cases
            assert chained.audit(opened).flaw() is None
    assert failures == 12


def _full_after(store: Store, pages: int) -> None:
    with store.reading() as rows:
        (now,) = rows.query("PRAGMA page_count")
    assert isinstance(store, Sqlite)
    store._db.execute(f"PRAGMA max_page_count = {now['page_count'] + pages}")


def test_many_processes_that_add_at_once_make_one_chain(opened: Callable[[str], Store]) -> None:
    """Each has its own connection, as a process has; some file, some only note, and two schools do so at once."""
    stores = [chained.audit(opened) for _ in range(4)]
    others = [chained.audit(opened, "other") for _ in range(2)]
    desks = [chained.desk(opened) for _ in range(4)]

    def act(n: int) -> None:
        chained.filed(desks[n % 4], f"C{n}")
        stores[n % 4].note(Act(NOW, HEAD, Deed.READ, f"C{n}"))
        others[n % 2].note(Act(NOW, HEAD, Deed.READ, f"C{n}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, range(40)))
    audit = stores[0]
    assert (audit.head().number, others[0].head().number) == (80, 40)
    assert audit.flaw() is None
    assert others[0].flaw() is None


def test_a_day_is_in_the_audit_once_whoever_comes_first(opened: Callable[[str], Store]) -> None:
    one, two = chained.audit(opened), chained.audit(opened)
    for hours in range(30):
        for each in (one, two):
            each.check_day(NOW + timedelta(hours=hours))
    assert [entry.at[:10] for entry in one.kept()[0]] == ["2026-11-20", "2026-11-21"]
    assert chained.deeds(one.kept()[0]) == [(CANDOUR, "checked")] * 2
    assert one.mark(CANDOUR) == short(one.head().hash)


def test_the_day_after_the_last_of_a_year_is_a_new_day(opened: Callable[[str], Store]) -> None:
    audit = chained.audit(opened)
    for at in ("2026-12-31T23:59:00+00:00", "2027-01-01T00:01:00+00:00"):
        audit.check_day(datetime.fromisoformat(at))
    assert audit.head().number == 2


def test_two_people_watch_over_it_one_who_leads_and_one_who_governs() -> None:
    assert watchers(FULL) == {"h.head", "c.chair"}
    assert watchers(changed(FULL, "h.head", active=False)) == {"d.deputy", "c.chair"}
    shared = replace(FULL, people=(someone("k.cohead", "headteacher"), *FULL.people))
    assert watchers(shared) == {"k.cohead", "c.chair"}


def test_what_the_audit_says_has_no_room_for_words() -> None:
    """Everything in it is a time, a person's id, a case's id or a deed from the list."""
    assert set(Act.__dataclass_fields__) == {"at", "who", "deed", "case"}
    said = {who for lines in OF_EVENTS.values() for _, who in lines}
    assert said == {"to", "by", REPORTER, CANDOUR}
