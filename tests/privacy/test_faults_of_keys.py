"""Keys that are missing, damaged, wrong or unreadable: what they seal stays closed, and everything else goes on."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.doctor.findings import Weight
from adapters.doctor.readiness import findings
from adapters.vault import WrongKey
from adapters.worker import Worker
from bot.asking import Incoming, Said
from reports.people import PersonId
from reports.report import CaseId
from reports.sealed import Sealed
from tests.privacy.planted import CODE, HEAD, ID, REPORTER, WORDS, Clock, plant
from tests.processes.terminal import candour, environment, house

OTHER = CaseId("OTHER2")
NEW = "ab" * 32
Break = Callable[[House], None]


@pytest.fixture
def opened(folder: Path) -> Iterator[House]:
    with closing(house(folder, Clock())) as opened:
        plant(opened, OTHER, "CODE2")
        yield opened


def missing(opened: House) -> None:
    with opened.key_store.transaction() as rows:
        rows.remove("keys", {"name": ID})


def corrupt(opened: House) -> None:
    with opened.key_store.transaction() as rows:
        rows.change("keys", {"name": ID}, {"wrapped": b"\1" * 60})


def cut_short(opened: House) -> None:
    with opened.key_store.transaction() as rows:
        rows.change("keys", {"name": ID}, {"wrapped": b"\1" * 5})


def words_of_cards(opened: House, who: PersonId, *lines: str) -> str:
    bot = opened.assistant(opened.school("sample"))
    return " ".join(repr(bot.hear(Incoming(who, opened.clock(), Said(line)))) for line in lines)


BREAKS = pytest.mark.parametrize("break_it", [missing, corrupt, cut_short])


@BREAKS
def test_f39_its_reporter_is_told_whom_to_call(opened: House, break_it: Break) -> None:
    break_it(opened)
    told = words_of_cards(opened, REPORTER, "status", CODE)
    assert "I can't open this" in told
    assert "01632" in told
    assert "Your report" in words_of_cards(opened, REPORTER, "status", "CODE2")


@BREAKS
def test_f39_its_recipient_sees_a_neutral_sentence_and_the_other_case_opens(opened: House, break_it: Break) -> None:
    break_it(opened)
    listed = words_of_cards(opened, HEAD, "inbox")
    assert "can't be opened, because its key is missing or damaged" in listed
    assert ID not in listed
    assert f"gate:{OTHER}" in listed
    read = opened.desk(opened.school("sample")).open(OTHER, HEAD, opened.clock())
    assert read
    assert read[1]["account"] == WORDS
    assert "can't be opened" not in words_of_cards(opened, PersonId("c.chair"), "inbox")


@BREAKS
def test_f39_nobody_but_its_recipient_can_tell_that_it_is_there(opened: House, break_it: Break) -> None:
    break_it(opened)
    desk = opened.desk(opened.school("sample"))
    with pytest.raises(Sealed):
        desk.open(ID, HEAD, opened.clock())
    for stranger in ("c.chair", "c.colleague"):
        assert desk.open(ID, PersonId(stranger), opened.clock()) is None
        assert desk.acknowledge(ID, PersonId(stranger), opened.clock()) is None


@BREAKS
def test_f39_the_doctor_raises_an_alarm_and_so_does_the_check(opened: House, folder: Path, break_it: Break) -> None:
    break_it(opened)
    (alarm,) = [f for f in findings(opened, [opened.school("sample")]) if f.weight is Weight.MUST and f.check == "keys"]
    assert "1 report can't be opened" in alarm.says
    checked = candour(folder, "keys", "check")
    assert checked.status == 1
    assert "can't be opened" in checked.out


@BREAKS
def test_f39_no_new_key_is_drawn_for_it_and_nothing_is_added_to_it(opened: House, break_it: Break) -> None:
    break_it(opened)
    before = opened.vault.wrapped.get(ID)
    clock = Clock(opened.clock())
    worker = Worker((opened.round(opened.school("sample")),), clock)
    clock.at = clock.at.replace(month=12)
    worker.drain()
    words_of_cards(opened, REPORTER, "status", CODE)
    words_of_cards(opened, HEAD, "inbox")
    assert opened.vault.wrapped.get(ID) == before


def test_f40_where_the_key_is_unreadable_questions_are_still_answered(folder: Path) -> None:
    env = (folder / ".env").read_text(encoding="utf-8")
    (folder / ".env").write_text(re.sub("CANDOUR_KEY=.*", "CANDOUR_KEY=not-a-key", env), encoding="utf-8")
    said = candour(folder, "chat", "--as", REPORTER, typed="can I add parents on social media?\nreport\nstatus\n")
    assert said.status == 0
    assert "Reports are off" in said.err
    assert "not-a-key" not in said.told
    assert "Staff Social Media Policy" in said.out
    assert said.out.count("Reports can't be taken just now") == 2
    assert candour(folder, "worker", "--once").status == 2


@pytest.mark.parametrize("spoil", ["no database", "a folder", "unreadable"])
def test_f40_where_the_key_store_is_unreadable_questions_are_still_answered(folder: Path, spoil: str) -> None:
    store = folder / "data" / "keys.db"
    for left in (folder / "data").glob("keys.db*"):
        left.unlink()
    if spoil == "no database":
        store.write_bytes(b"no database at all" * 100)
    else:
        store.mkdir()
    if spoil == "unreadable":
        os.chmod(store, 0)
    said = candour(folder, "chat", "--as", REPORTER, typed="can I add parents on social media?\nreport\n")
    assert said.status == 0
    assert "Reports are off" in said.err
    assert "Staff Social Media Policy" in said.out
    assert "Reports can't be taken just now" in said.out


def test_f40_the_web_process_starts_without_a_key_and_says_that_it_is_not_ready(folder: Path) -> None:
    import subprocess
    import sys
    import time
    import urllib.error
    import urllib.request

    more = environment(folder, CANDOUR_KEY=NEW)
    command = [sys.executable, "-m", "adapters", "serve", "--port", "8477", "--with-worker"]
    with subprocess.Popen(command, cwd=folder, env=more, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as serving:
        try:
            for _ in range(300):
                try:
                    alive = urllib.request.urlopen("http://127.0.0.1:8477/healthz", timeout=5).status
                    break
                except (urllib.error.URLError, ConnectionError):
                    time.sleep(0.1)
            assert alive == 200
            with pytest.raises(urllib.error.HTTPError, match="503"):
                urllib.request.urlopen("http://127.0.0.1:8477/readyz", timeout=5)
        finally:
            serving.terminate()
            _, err = serving.communicate(timeout=20)
    assert b"Reports are off: CANDOUR_KEY does not open what is kept here." in err


def test_f41_a_wrong_key_after_an_old_backup_writes_nothing(folder: Path) -> None:
    before = {file: file.read_bytes() for file in (folder / "data").glob("*.db")}
    said = candour(folder, "chat", "--as", REPORTER, typed="report\nno\nstart\nstatus\n", CANDOUR_KEY=NEW)
    assert "CANDOUR_KEY does not open what is kept here" in said.err
    assert "Reports can't be taken just now" in said.out
    assert candour(folder, "worker", "--once", CANDOUR_KEY=NEW).status == 2
    assert candour(folder, "keys", "rotate", CANDOUR_KEY=NEW).status == 2
    with closing(house(folder, Clock())) as opened:
        assert opened.desk(opened.school("sample")).by_code(CODE)
    with closing(House.open({"CANDOUR_KEY": NEW}, folder)) as opened, pytest.raises(WrongKey):
        assert opened.vault
    assert {file: file.read_bytes() for file in (folder / "data").glob("*.db")} == before


def test_f41_an_empty_key_store_beside_reports_is_no_new_beginning(folder: Path) -> None:
    for left in (folder / "data").glob("keys.db*"):
        left.unlink()
    said = candour(folder, "chat", "--as", REPORTER, typed="report\n")
    assert "Reports are off: The key store is empty, and the database holds reports." in said.err
    assert "Reports can't be taken just now" in said.out
    assert candour(folder, "worker", "--once").status == 2
    begun = candour(folder, "keys", "anew")
    assert begun.status == 0
    checked = candour(folder, "keys", "check")
    assert checked.status == 1
    assert "Reports whose key is missing: 1." in checked.out
    assert "Is anyone in immediate danger" in candour(folder, "chat", "--as", REPORTER, typed="report\n").out
    assert candour(folder, "keys", "anew").status == 2
