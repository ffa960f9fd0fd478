"""F45: a backup that is put back after a deletion brings nothing of it back, and its list agrees with the keys."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from adapters import erasing
from tests.privacy.planted import CODE, HEAD, ID, NOW, YEARS, Clock, Noted, found, plant, school
from tests.processes.terminal import candour, house


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a backup that was made while the report was there; the report has been destroyed since."""
    folder = school(tmp_path / "school")
    (folder / "kept").mkdir()
    assert candour(folder, "backup", "kept/backup.db").status == 0
    with closing(house(folder, Clock(YEARS))) as opened:
        assert erasing.retiring(opened, opened.school("sample")).look(YEARS).erased == 1
    return folder


def test_f45_the_backup_still_holds_its_bytes_and_nobody_can_open_them(folder: Path, tmp_path: Path) -> None:
    elsewhere = Path(shutil.copytree(folder, tmp_path / "elsewhere"))
    for file in (elsewhere / "data").glob("candour.db*"):
        file.unlink()
    shutil.copy(elsewhere / "kept" / "backup.db", elsewhere / "data" / "candour.db")  # past all that we do
    with closing(house(elsewhere, Clock())) as opened:
        noted = Noted.of(opened)
        assert noted.sealed
        assert noted.wrapped == b""
        desk = opened.desk(opened.school("sample"))
        assert desk.by_code(CODE) is None or desk.by_code(CODE).filed is None  # type: ignore[union-attr]  # asked before
        assert desk.waiting_for(HEAD) == ()
        assert erasing.retiring(opened, opened.school("sample")).look(YEARS).erased == 1
    assert found(elsewhere / "data", noted.sealed) == []


def test_f45_put_back_it_is_left_out_and_the_list_reconciles(folder: Path) -> None:
    with closing(house(folder, Clock())) as opened:
        certified = erasing.certificates(opened, "sample").all()
    done = candour(folder, "restore", "kept/backup.db")
    assert done.status == 0, done.err
    assert "Destroyed since, and left out: 1." in done.out
    with closing(house(folder, Clock())) as opened:
        assert erasing.certificates(opened, "sample").all() == certified
        assert list(erasing.erasure(opened, "sample").cases()) == []
        assert opened.desk(opened.school("sample")).by_code(CODE) is None
    checked = candour(folder, "keys", "check")
    assert (checked.status, "Reports destroyed on purpose: 1." in checked.out) == (0, True)


def test_f45_reports_that_came_after_the_backup_are_counted_as_lost(folder: Path) -> None:
    with closing(house(folder, Clock(NOW))) as opened:
        plant(opened, type(ID)("LATER2"), "CODE2")
    for file in (folder / "data").glob("candour.db*"):
        file.unlink()
    assert candour(folder, "restore", "kept/backup.db").status == 0
    assert "Keys of reports that are not in this database: 1." in candour(folder, "keys", "check").out


def test_f45_what_came_after_the_backup_is_never_overwritten(folder: Path) -> None:
    with closing(house(folder, Clock(NOW))) as opened:
        plant(opened, type(ID)("LATER2"), "CODE2")
    done = candour(folder, "restore", "kept/backup.db")
    assert done.status == 2
    assert "newer than in" in done.err
    with closing(house(folder, Clock())) as opened:
        assert opened.desk(opened.school("sample")).by_code("CODE2")


def test_a_backup_is_not_written_beside_the_keys(folder: Path) -> None:
    refused = candour(folder, "backup", "data/backup.db")
    assert refused.status == 2
    assert "stands beside the keys" in refused.err
    assert not (folder / "data" / "backup.db").exists()
