"""What whoever runs Candour does by a command is in the audit before it is done, and what can't be put there isn't."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import erasing
from adapters.stores.certificates import Held
from reports.audit import CANDOUR, KEEPER, REPORTER
from reports.ledger import Entry
from tests.audit.test_verify import changed, checked
from tests.privacy.planted import CODE, HEAD, ID, KEY, YEARS, Clock, plant
from tests.privacy.planted import school as planted
from tests.processes.terminal import candour, house

NEW_KEY = f"{'f' * 64},{KEY}"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = planted(tmp_path_factory.mktemp("prepared") / "school")
    (folder / "kept").mkdir()
    return folder


@pytest.fixture
def school(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))


def entries(school: Path) -> list[Entry]:
    with closing(house(school, Clock())) as opened:
        assert opened.audit("sample").flaw() is None
        return list(opened.audit("sample").entries())


def by(who: str, school: Path) -> list[tuple[str, str]]:
    return [(entry.deed, entry.case) for entry in entries(school) if entry.who == who]


def test_each_act_has_its_line_and_the_chain_verifies_with_all_of_them(school: Path) -> None:
    before = entries(school)[-1].number
    for words in (
        ("hold", ID),
        ("hold", ID, "--release"),
        ("export", "--person", "h.head", "--to", "answer.md"),
        ("backup", "kept/backup.db"),
    ):
        assert candour(school, *words).status == 0, words
    assert candour(school, "keys", "rotate", CANDOUR_KEY=NEW_KEY).status == 0
    (school / ".env").write_text(f"CANDOUR_KEY={NEW_KEY}\n")
    last = entries(school)[-1]
    assert candour(school, "restore", "kept/backup.db").status == 0
    for act in ("enrol", "forget"):
        assert candour(school, "desk", act, "c.chair").status == 0
    assert [entry.deed for entry in entries(school)[before:]] == [
        "held",
        "released",
        "exported",
        "backed up",
        "keys changed",
        "restored",
        "let in to the desk",
        "kept out of the desk",
    ]
    assert by(KEEPER, school) == [
        ("held", ID),
        ("released", ID),
        ("exported", f"person:{HEAD}"),
        ("backed up", ""),
        ("keys changed", ""),
        ("restored", f"head:{last.hash}"),
        ("let in to the desk", "person:c.chair"),
        ("kept out of the desk", "person:c.chair"),
    ]
    done = candour(school, "verify", "--export", "audit.jsonl")
    assert (done.status, "none changed" in done.out) == (0, True)
    assert checked(school, "audit.jsonl").status == 0


def test_what_is_refused_leaves_no_line(school: Path) -> None:
    for words in (("hold", "NEVERWAS"), ("hold", ID, "--release"), ("export", "--person", "nobody")):
        assert candour(school, *words).status == 2, words
    assert by(KEEPER, school) == []


def test_whoever_only_looks_leaves_no_line_and_needs_no_key(school: Path) -> None:
    (school / ".env").write_text("")
    for words in (("hold",), ("erased",)):
        assert candour(school, *words).status == 0, words
    (school / ".env").write_text(f"CANDOUR_KEY={KEY}\n")
    for words in (("keys", "check"), ("statistics",), ("privacy",), ("doctor", "--all")):
        candour(school, *words)
    assert by(KEEPER, school) == []


def test_f08_what_cannot_be_put_in_the_audit_is_not_done(school: Path) -> None:
    keys = (school / "data" / "keys.db").read_bytes()
    with closing(sqlite3.connect(school / "data" / "candour.db")) as file, file:
        file.execute("ALTER TABLE audit RENAME COLUMN deed TO gone")
    for words in (
        ("hold", ID),
        ("export", "--person", "h.head", "--to", "answer.md"),
        ("backup", "kept/backup.db"),
        ("keys", "rotate"),
        ("desk", "enrol", "c.chair"),
    ):
        done = candour(school, *words, CANDOUR_KEY=NEW_KEY)
        assert "/desk/enrol/" not in done.out
        assert done.status == 2, words
        assert "Traceback" not in done.told
    assert not (school / "answer.md").exists()
    assert not list((school / "kept").iterdir())
    assert (school / "data" / "keys.db").read_bytes() == keys
    assert candour(school, "hold").out.startswith("Held: nothing")


def test_without_the_school_s_key_nothing_is_done_and_that_is_said(school: Path) -> None:
    (school / ".env").write_text("")
    for words in (("hold", ID), ("backup", "kept/backup.db"), ("restore", "kept/backup.db")):
        done = candour(school, *words)
        assert done.status == 2
        assert "CANDOUR_KEY is missing" in done.err
    assert not list((school / "kept").iterdir())


def test_f43_what_is_destroyed_has_one_line_however_often_it_was_begun(school: Path) -> None:
    with closing(house(school, Clock(YEARS))) as opened:
        erasure, certificates = erasing.erasure(opened, "sample"), erasing.certificates(opened, "sample")
        certificates.hold(ID, YEARS)
        with pytest.raises(Held):
            erasure.erase(ID, "never-closed", YEARS)
        assert by(CANDOUR, school) == []
        certificates.release(ID)
        assert certificates.destroy(erasure._certified(ID, "never-closed", YEARS)), "and then it was cut short"
        for days in range(3):
            erasing.retiring(opened, opened.school("sample")).look(YEARS + timedelta(days=days))
            erasure.erase(ID, "never-closed", YEARS + timedelta(days=days))
    (line,) = [entry for entry in entries(school) if entry.who == CANDOUR]
    assert (line.deed, line.case, line.at[:10]) == ("erased", ID, f"{YEARS.date()}")


def test_withdrawing_is_the_reporters_and_destroying_what_they_withdrew_is_not(school: Path) -> None:
    with closing(house(school, Clock())) as opened:
        plant(opened, type(ID)("LATER2"), "CODE2")
        desk = opened.desk(opened.school("sample"))
        for code in (CODE, "CODE2"):
            desk.cases.erase(desk.by_code(code).id, opened.clock())  # type: ignore[union-attr]
    assert by(CANDOUR, school) == [("erased", ID), ("erased", "LATER2")]
    assert {entry.who for entry in entries(school) if entry.deed == "filed"} == {REPORTER}


def test_a_key_store_that_is_begun_anew_is_in_the_audit_and_seals_its_end(school: Path) -> None:
    (school / "data" / "keys.db").unlink()
    for left in (school / "data").glob("keys.db-*"):
        left.unlink()
    assert candour(school, "keys", "anew").status == 2, "until it is laid"
    assert candour(school, "migrate").status == 0
    assert candour(school, "keys", "anew").status == 0
    assert by(KEEPER, school) == [("keys changed", "")]
    assert candour(school, "verify").status == 0


def test_a_backup_is_not_put_back_before_the_keys_are(school: Path) -> None:
    """A new key store would be begun by it, and nobody would be told that the old one is missing."""
    assert candour(school, "backup", "kept/backup.db").status == 0
    shutil.rmtree(school / "data")
    done = candour(school, "restore", "kept/backup.db")
    assert (done.status, "Put the key store back first." in done.err) == (2, True)
    with closing(house(school, Clock())) as opened:
        assert opened.audit("sample").head().number == 0


def test_no_person_and_no_word_is_in_the_lines_of_whoever_runs_it(school: Path) -> None:
    assert candour(school, "export", "--person", "t.teacher", "--to", "answer.md").status == 0
    assert by(KEEPER, school) == [("exported", "person:t.teacher")], "whose data it was, and nobody else"
    changed(school, "UPDATE audit SET case_id = 'person:c.colleague' WHERE deed = 'exported'")
    assert "is bad. What it says was changed." in candour(school, "verify").out
