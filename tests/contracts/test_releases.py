"""An upgrade keeps a copy, changes all or nothing, loses nothing of an earlier release, and can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.stores import migrations
from adapters.stores.rows import Laying, Store, Unusable
from bot.asking import Incoming, Said
from reports.people import PersonId
from tests.contracts import releases
from tests.databases import KINDS, empty, postgres

KEY = "0123456789abcdef" * 4
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)  # when the old release's report was sent
CODE = "PMCW6JZNMFG6KPMS"
EVENT = {"case_id": "C1", "number": 0, "school": "sample", "sealed": b"\0"}
ERRAND = {"school": "s", "case_id": "C1", "verb": "chase", "due": NOON.isoformat(), "recipient": "", "hop": 0}


@pytest.fixture(params=KINDS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A house whose stores are as release 0.1.0 left them."""
    with ExitStack() as open_until_the_end:
        address = {"DATABASE_URL": open_until_the_end.enter_context(postgres())} if request.param == "postgres" else {}
        house = House.open({"CANDOUR_KEY": KEY} | address, tmp_path, lambda: NOON + timedelta(minutes=5))
        open_until_the_end.enter_context(closing(house))
        releases.laid(house.database, migrations.DATABASE, "database")
        releases.laid(house.key_store, migrations.KEYS, "keys")
        yield house


def test_what_the_release_before_kept_is_read_by_this_one(old: House) -> None:
    migrations.migrate(old.database, migrations.DATABASE)
    registered = old.school("sample")
    case = old.desk(registered).by_code(CODE)
    assert case
    assert case.filed
    assert case.reached == {"h.head"}
    opened = old.desk(registered).open(case.id, PersonId("h.head"), NOON)
    assert opened
    assert opened[1]["account"].startswith("He wrote kingfisher")
    shown = old.assistant(registered).hear(Incoming(PersonId("c.colleague"), NOON, Said("report")))
    assert shown[-1].card.asks[0].name == "who"  # the draft is taken up where it was
    assert len(old.library("sample").titles) == 1


def test_what_was_due_is_still_due_after_an_upgrade(old: House) -> None:
    migrations.migrate(old.database, migrations.DATABASE)
    later = NOON + timedelta(days=3)
    claimed = old.cases("sample").claim(later, later + timedelta(minutes=1))
    assert claimed
    assert claimed[1].verb.value == "chase"


def test_an_upgrade_that_fails_changes_nothing(old: House) -> None:
    def fails(laying: Laying) -> None:
        laying.rename("receipts", "sealed", "other")
        _ = 1 // 0

    migrations.migrate(old.database, migrations.DATABASE)
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(old.database, [*migrations.DATABASE, fails])
    assert old.desk(old.school("sample")).by_code(CODE)


def test_an_upgrade_can_be_taken_back_and_made_again(opened: Callable[[str], Store]) -> None:
    store = opened("candour")
    migrations.migrate(store, migrations.DATABASE)
    with store.transaction() as rows:
        rows.add("events", [EVENT])
        rows.add("errands", [ERRAND | {"urgent": 0, "tries": 0}])
    migrations.migrate(store, [*migrations.DATABASE, renamed])
    store.put_back()
    assert opened("candour").taken() == len(migrations.DATABASE)
    with opened("candour").transaction() as rows:
        assert rows.find("events", {"case_id": "C1"}) == [EVENT]
        rows.add("errands", [ERRAND | {"urgent": 1, "tries": 0}])  # and its numbers go on where they were
        assert rows.count("errands", {"case_id": "C1"}) == 2
    assert migrations.migrate(store, [*migrations.DATABASE, renamed]) == 1


def test_an_upgrade_is_not_taken_back_once_reports_have_moved_on(opened: Callable[[str], Store]) -> None:
    store = opened("candour")
    migrations.migrate(store, migrations.DATABASE)
    migrations.migrate(store, [*migrations.DATABASE, renamed])
    with store.transaction() as rows:
        rows.add("events", [EVENT])
    with pytest.raises(Unusable, match="would lose that"):
        store.put_back()
    assert store.taken() == len(migrations.DATABASE) + 1
    with store.reading() as rows:
        assert rows.count("events", {"case_id": "C1"}) == 1


def test_where_nothing_was_upgraded_there_is_nothing_to_go_back_to(opened: Callable[[str], Store]) -> None:
    store = opened("candour")
    migrations.migrate(store, migrations.DATABASE)
    with pytest.raises(Unusable, match="nothing to go back to"):
        store.put_back()


def test_an_older_release_does_not_touch_a_newer_database(opened: Callable[[str], Store]) -> None:
    store = opened("candour")
    migrations.migrate(store, [*migrations.DATABASE, renamed])
    with pytest.raises(migrations.Ahead):
        migrations.migrate(store, migrations.DATABASE)
    with pytest.raises(migrations.Ahead):
        migrations.check(store, migrations.DATABASE)


def test_keys_are_never_copied_so_that_a_destroyed_one_is_gone(tmp_path: Path) -> None:
    with empty("sqlite", tmp_path) as store:
        keys = store("keys")
        releases.laid(keys, migrations.KEYS, "keys")
        migrations.migrate(keys, migrations.KEYS)
        assert [path.name for path in tmp_path.iterdir() if "step" in path.name] == []


def test_a_copy_is_its_owners_alone_and_only_the_newest_is_kept(tmp_path: Path) -> None:
    with empty("sqlite", tmp_path) as store:
        migrations.migrate(store("candour"), migrations.DATABASE)
        migrations.migrate(store("candour"), [*migrations.DATABASE, renamed])
        migrations.migrate(store("candour"), [*migrations.DATABASE, renamed, again])
        copies = [path for path in tmp_path.iterdir() if "step" in path.name]
        assert [path.name for path in copies] == [f"candour-at-step-{len(migrations.DATABASE) + 1:03}.db"]
        assert copies[0].stat().st_mode & 0o777 == 0o600
        with closing(sqlite3.connect(copies[0])) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_where_there_is_no_room_for_a_copy_nothing_is_changed(tmp_path: Path) -> None:
    with empty("sqlite", tmp_path) as store:
        migrations.migrate(store("candour"), migrations.DATABASE)
        (tmp_path / "candour.db.part").mkdir()  # so that it can't be written
        with pytest.raises(Unusable, match="no room"):
            migrations.migrate(store("candour"), [*migrations.DATABASE, renamed])
        assert store("candour").taken() == len(migrations.DATABASE)


def renamed(laying: Laying) -> None:
    laying.rename("receipts", "sealed", "other")


def again(laying: Laying) -> None:
    laying.rename("receipts", "other", "sealed")
