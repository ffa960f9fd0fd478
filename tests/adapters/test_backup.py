"""A backup holds everything but keys and unsent reports, and goes back only where nothing is lost by it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters import backup, erasing
from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.stores.rows import Unusable
from adapters.worker import Worker
from bot.conversation import Conversation
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId
from tests.databases import KINDS, postgres
from tests.privacy.planted import CODE, HEAD, ID, KEY, WORDS, YEARS, Clock, plant

Opens = Callable[[str], House]


def opens(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opens]:
    """A house of that name: its own database of this kind, and the key store that all share."""
    with ExitStack() as until_the_end:

        def house(name: str) -> House:
            (tmp_path / name).mkdir(exist_ok=True)
            environ = {"CANDOUR_KEY": KEY, "KEYS_URL": f"sqlite:///{tmp_path}/keys/keys.db"}
            if request.param == "postgres":
                environ["DATABASE_URL"] = until_the_end.enter_context(postgres())
            opened = House.open(environ, tmp_path / name, Clock())
            until_the_end.enter_context(closing(opened))
            stocked(opened, opened.school("sample"))
            return opened

        yield house


house = pytest.fixture(params=KINDS)(opens)
other_house = pytest.fixture(params=KINDS)(opens)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept" / "backup.db"


def desk(opened: House):  # type: ignore[no-untyped-def]  # a desk
    return opened.desk(opened.school("sample"))


def put_back(file: Path, opened: House) -> backup.Contents:
    audits = {school: opened.audit(school) for school in opened.schools}
    certificates = erasing.certificates(opened, "sample").all()
    return backup.put_back(file, opened.database, audits, certificates, opened.clock())


def test_what_was_backed_up_is_read_again_from_an_empty_database_of_either_kind(
    house: Opens, other_house: Opens, file: Path
) -> None:
    one, two = house("one"), other_house("two")
    plant(one)
    assert backup.keep(one.database, file) == backup.Contents(1, 3)
    assert put_back(file, two) == backup.Contents(1, 3)
    assert desk(two).by_code(CODE) == desk(one).by_code(CODE)
    assert desk(two).open(ID, HEAD, two.clock())[1][ACCOUNT] == WORDS
    assert len(two.library("sample").titles) == 3


def test_what_was_due_is_done_from_the_restored_database_and_nothing_twice(
    house: Opens, other_house: Opens, file: Path
) -> None:
    one, two = house("one"), other_house("two")
    plant(one)
    plant(one, CaseId("OTHER2"), "CODE2", carried=False)
    backup.keep(one.database, file)
    put_back(file, two)
    clock = Clock()
    worker = Worker((two.round(two.school("sample")),), clock)
    worker.drain()
    assert [case.id for case in desk(two).waiting_for(HEAD)] == [ID, "OTHER2"]
    clock.at += timedelta(days=9)
    worker.drain()
    assert all(case.hop == 1 for case in map(two.cases("sample").load, (ID, CaseId("OTHER2"))))


def test_it_holds_no_key_and_no_unsent_report_and_is_its_owners_alone(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    one.talks("sample").save(PersonId("t.teacher"), Conversation("D1", "report", {}, datetime.now(UTC)))
    wrapped = one.vault.wrapped.get(ID)
    backup.keep(one.database, file)
    assert wrapped
    assert wrapped not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [left.name for left in file.parent.iterdir()] == [file.name]
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("SELECT count(*) FROM talks").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM events").fetchone() > (0,)


def test_it_is_one_moment_although_reports_come_meanwhile(house: Opens) -> None:
    one = house("one")
    with closing(House(one.settings, one.schools, one.clock)) as another, one.database.snapshot() as rows:
        assert rows.query("SELECT case_id FROM events") == []
        plant(another)
        assert rows.query("SELECT case_id FROM events") == rows.query("SELECT recipient FROM inbox") == []
    assert desk(one).by_code(CODE)


def test_what_is_newer_is_not_overwritten(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    backup.keep(one.database, file)
    assert put_back(file, one) == backup.Contents(1, 3)
    assert desk(one).acknowledge(ID, HEAD, one.clock())
    with pytest.raises(Unusable, match="newer than in"):
        put_back(file, one)
    assert desk(one).by_code(CODE).acknowledged


def test_a_backup_of_another_school_is_refused(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    backup.keep(one.database, file)
    with pytest.raises(Unusable, match="belongs to another school: sample"):
        backup.put_back(file, one.database, {"oakfield": one.audit("oakfield")}, (), one.clock())


@pytest.mark.parametrize("spoilt", [b"", b"no database", b"SQLite format 3\0" + bytes(4096)])
def test_what_is_no_backup_changes_nothing(tmp_path: Path, file: Path, spoilt: bytes) -> None:
    file.write_bytes(spoilt)
    with closing(House.open({"CANDOUR_KEY": KEY}, tmp_path, Clock())) as one:
        plant(one)
        with pytest.raises(Unusable, match="no backup"):
            put_back(file, one)
        assert desk(one).by_code(CODE)


def test_a_database_that_is_no_backup_is_refused_although_its_tables_are_ours(tmp_path: Path) -> None:
    with closing(House.open({"CANDOUR_KEY": KEY}, tmp_path, Clock())) as one:
        plant(one)
        with pytest.raises(Unusable, match="no backup"):
            put_back(one.settings.database, one)  # type: ignore[arg-type]  # it is a file here


def test_a_backup_never_overwrites_a_file_and_leaves_nothing_half_written(tmp_path: Path, file: Path) -> None:
    file.write_bytes(b"another")
    with closing(House.open({"CANDOUR_KEY": KEY}, tmp_path, Clock())) as one:
        plant(one)
        for where in (file, tmp_path / "nowhere" / "backup.db"):
            with pytest.raises(Unusable, match="Nothing was kept"):
                backup.keep(one.database, where)
    assert file.read_bytes() == b"another"
    assert [left.name for left in file.parent.iterdir()] == [file.name]


def test_f45_what_was_destroyed_since_stays_destroyed(house: Opens, other_house: Opens, file: Path) -> None:
    one, two = house("one"), other_house("two")
    plant(one)
    plant(one, CaseId("OTHER2"), "CODE2")
    backup.keep(one.database, file)
    assert erasing.erasure(one, "sample").erase(ID, "never-closed", YEARS)
    assert put_back(file, two) == backup.Contents(1, 3, left_out=1)
    assert [case.id for case in desk(two).waiting_for(HEAD)] == ["OTHER2"]
    assert desk(two).by_code(CODE) is None
    assert desk(two).by_code("CODE2").filed
    assert desk(two).open(ID, HEAD, two.clock()) is None
