"""An erased case is gone from every file, for good, and proof stays that it went."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import erasing
from adapters.assembly import House
from adapters.stores.certificates import Held
from adapters.stores.erasure import OF_A_CASE
from adapters.vault import Erased
from bot.asking import Incoming, Said
from reports.ageing import QUIET
from reports.report import CaseId
from tests.privacy.planted import CODE, HEAD, ID, NOW, REPORTER, YEARS, Clock, Noted, found, plant, school
from tests.processes.terminal import house


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[House]:
    school(tmp_path / "school")
    with closing(house(tmp_path / "school", clock)) as opened:
        yield opened


def erase(opened: House, clock: Clock) -> None:
    clock.at = YEARS
    assert erasing.retiring(opened, opened.school("sample")).look(YEARS).erased == 1


def test_before_it_is_erased_its_bytes_stand_where_they_should_and_after_it_nowhere(
    opened: House, clock: Clock, tmp_path: Path
) -> None:
    noted = Noted.of(opened)
    assert len(noted.sealed) >= 3
    assert {line.split()[0].removesuffix("-wal") for line in found(tmp_path, noted.sealed)} == {"candour.db"}
    assert {line.split()[0].removesuffix("-wal") for line in found(tmp_path, [noted.wrapped])} == {"keys.db"}
    erase(opened, clock)
    assert found(tmp_path, noted.all) == []


def test_what_was_written_to_the_files_themselves_and_not_to_a_log_goes_too(
    opened: House, clock: Clock, tmp_path: Path
) -> None:
    assert opened.database.scrub()
    assert opened.key_store.scrub()
    noted = Noted.of(opened)
    assert {line.split()[0] for line in found(tmp_path, noted.all)} == {"candour.db", "keys.db"}
    erase(opened, clock)
    assert found(tmp_path, noted.all) == []


def test_its_code_answers_like_any_code_that_never_was(opened: House, clock: Clock) -> None:
    def shown(code: str) -> list[str]:
        bot = opened.assistant(opened.school("sample"))
        bot.hear(Incoming(REPORTER, clock(), Said("status")))
        return [repr(reply) for reply in bot.hear(Incoming(REPORTER, clock(), Said(code)))]

    assert shown(CODE) != shown("AAAABBBBCCCCDDDD")
    erase(opened, clock)
    assert shown(CODE) == shown("AAAABBBBCCCCDDDD")
    with opened.database.reading() as rows:
        assert rows.query("SELECT finder FROM receipts UNION SELECT finder FROM receipt_marks") == []


def test_its_recipient_sees_what_anyone_sees_of_what_never_was(opened: House, clock: Clock) -> None:
    desk = opened.desk(opened.school("sample"))
    assert len(desk.waiting_for(HEAD)) == 1
    erase(opened, clock)
    assert desk.waiting_for(HEAD) == ()
    assert desk.sealed_for(HEAD) == 0
    assert desk.open(ID, HEAD, clock()) is None


def test_no_key_is_ever_drawn_again_under_its_name(opened: House, clock: Clock) -> None:
    erase(opened, clock)
    with pytest.raises(Erased):
        opened.vault.seal(ID, b"words", "here")
    with pytest.raises(Erased):
        opened.vault.mark(ID, HEAD)
    opened.vault.wrapped.add(ID, b"another")
    with pytest.raises(Erased):
        opened.vault.seal(ID, b"words", "here")
    assert opened.vault.is_erased(ID)


def test_a_certificate_stays_and_holds_no_word(opened: House, clock: Clock) -> None:
    erase(opened, clock)
    (kept,) = erasing.certificates(opened, "sample").all()
    assert (kept.case, kept.at, kept.rule, kept.scrubbed) == (ID, YEARS, QUIET, YEARS)
    assert len(kept.sealed) == len(kept.wrapped) == 64
    clock.at += timedelta(days=1)
    assert erasing.retiring(opened, opened.school("sample")).look(clock()).erased == 0
    assert erasing.certificates(opened, "sample").all() == [kept]


def test_another_case_is_not_touched(opened: House, clock: Clock) -> None:
    clock.at = YEARS - timedelta(days=1)
    plant(opened, CaseId("OTHER2"), "CODE2", carried=False)
    erase(opened, clock)
    assert opened.desk(opened.school("sample")).by_code("CODE2")


def test_a_held_case_is_not_erased_until_it_is_released(opened: House, clock: Clock) -> None:
    certificates = erasing.certificates(opened, "sample")
    certificates.hold(ID, NOW)
    clock.at = YEARS
    looked = erasing.retiring(opened, opened.school("sample")).look(YEARS)
    assert (looked.erased, looked.held) == (0, 1)
    with pytest.raises(Held):
        erasing.erasure(opened, "sample").erase(ID, QUIET, YEARS)
    assert opened.desk(opened.school("sample")).by_code(CODE)
    assert certificates.release(ID)
    erase(opened, clock)


def test_every_table_that_names_a_case_is_cleared_with_it(opened: House) -> None:
    with closing(sqlite3.connect(opened.settings.database)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        naming = {t for t in tables if "case_id" in {column[1] for column in db.execute(f"PRAGMA table_info({t})")}}
    assert naming - {"audit"} == set(OF_A_CASE), "and the audit says for good who did what, with the opaque id alone"
