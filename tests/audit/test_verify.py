"""`candour verify`, the stand-alone script, the doctor and the two who watch over the record say the same."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.audit.chained import SCRIPT
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, SENT, last_four
from tests.processes.terminal import Done, Terminal, candour, environment, sample

MARK = re.compile(r"Mark in the record: +((?:[0-9a-f]{4} ?){3})")


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A school after one report that was delivered and read, and the mark that its receipt showed."""
    school = sample(tmp_path_factory.mktemp("reported") / "school")
    with Terminal(school, "chat", "--as", "t.teacher") as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE:
            terminal.ask(line, question)
        terminal.ask(last_four(terminal.shown), SENT)
        assert terminal.leave() == 0
    assert candour(school, "inbox", "--as", "h.head", typed="open item 1\nopen\nacknowledge\n").status == 0
    found = MARK.search(terminal.shown)
    assert found
    return school, found[1].strip()


@pytest.fixture
def school(reported: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(reported[0], tmp_path / "school"))


def changed(school: Path, sql: str) -> None:
    with closing(sqlite3.connect(school / "data" / "candour.db")) as file, file:
        assert file.execute(sql).rowcount == 1


def checked(school: Path, *words: str) -> Done:
    """The stand-alone script, by Python alone: no folder of ours on its path, no package of anybody's."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), *words]
    done = subprocess.run(command, cwd=school, env=environment(school), capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


def test_an_audit_that_nobody_touched_passes_and_the_script_agrees(school: Path) -> None:
    done = candour(school, "verify", "--school", "sample", "--export", "audit.jsonl")
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(r"sample: \d+ entries, none changed\. It ends with [0-9a-f ]{14}\.\n", done.out)
    assert checked(school, "audit.jsonl").out.split(",")[0] == done.out.split(",")[0]
    assert (school / "audit.jsonl").stat().st_mode & 0o777 == 0o600


def test_a_program_reads_the_verdict_as_json(school: Path) -> None:
    told = json.loads(candour(school, "verify", "--json").out)
    assert told["ok"]
    (only,) = told["schools"]
    assert only | {"entries": 0, "head": ""} == {
        "ok": True,
        "school": "sample",
        "entries": 0,
        "head": "",
        "first_bad": None,
        "seal": "looked at",
        "shown": None,
        "restored": [],
    }


def test_f42_the_first_bad_entry_is_named_by_the_command_and_by_the_script(school: Path) -> None:
    changed(school, "UPDATE audit SET who = 'c.chair' WHERE deed = 'read'")
    done = candour(school, "verify", "--export", "audit.jsonl")
    alone = checked(school, "audit.jsonl")
    assert (done.status, alone.status) == (1, 1)
    number = re.search(r"sample: entry (\d+) is bad", done.out)
    assert number
    assert alone.out.startswith(f"Entry {number[1]}: ")
    assert json.loads(candour(school, "verify", "--json").out)["schools"][0]["first_bad"]["number"] == int(number[1])


def test_a_mark_from_a_receipt_is_found_and_one_that_never_was_is_not(school: Path, reported: tuple[Path, str]) -> None:
    _, mark = reported
    done = candour(school, "verify", "--head", mark, "--export", "audit.jsonl")
    assert done.status == 0
    assert f"{mark} is entry" in done.out
    assert checked(school, "audit.jsonl", "--head", mark).status == 0
    for refused in (
        candour(school, "verify", "--head", "0000 0000 0000"),
        checked(school, "audit.jsonl", "--head", "0" * 12),
    ):
        assert refused.status == 1
        assert "cut off or replaced" in refused.out
    assert candour(school, "verify", "--head", "t.teacher").status == 2


def test_whoever_has_no_key_can_still_check_all_but_the_seal(school: Path) -> None:
    (school / ".env").write_text("", encoding="utf-8")
    done = candour(school, "verify", CANDOUR_KEY="")
    assert done.status == 0
    assert "seal on the end of the audit is not looked at" in done.err
    changed(school, "UPDATE audit SET at = '2026-01-01' WHERE number = 1")
    assert "entry 1 is bad" in candour(school, "verify", CANDOUR_KEY="").out


def test_f42_the_two_who_watch_over_it_see_that_it_was_changed_and_nobody_else_does(school: Path) -> None:
    before = {who: candour(school, "inbox", "--as", who).out for who in ("h.head", "c.chair", "d.deputy")}
    for who in ("h.head", "c.chair"):
        assert "The mark of the record of who did what is " in before[who]
    changed(school, "DELETE FROM audit WHERE deed = 'read'")
    for who in ("h.head", "c.chair"):
        assert "The record of who did what here was changed, at entry " in candour(school, "inbox", "--as", who).out
    assert candour(school, "inbox", "--as", "d.deputy").out == before["d.deputy"]
    assert "record of who did what" not in before["d.deputy"]


def test_f42_the_doctor_says_that_it_must_be_put_right(school: Path) -> None:
    assert "and none was changed" in candour(school, "doctor").out
    changed(school, "UPDATE audit SET case_id = 'X' WHERE number = 2")
    done = candour(school, "doctor")
    assert done.status == 1
    assert "audit: The audit was changed at entry 2: What it says was changed." in done.out


def test_what_is_exported_names_no_reporter_and_holds_no_word(school: Path) -> None:
    candour(school, "verify", "--export", "audit.jsonl")
    told = (school / "audit.jsonl").read_text(encoding="ascii").lower()
    for word in ("t.teacher", "kingfisher", "bullying", "c.colleague", "policy_breach"):
        assert word not in told
    assert "a reporter" in told


def test_the_script_says_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text("{", encoding="utf-8")
    for name in ("no.jsonl", "none.jsonl"):
        done = checked(tmp_path, name)
        assert done.status == 2
        assert "Traceback" not in done.told
    (tmp_path / "odd.jsonl").write_text('[1]\n{"school": "s", "entries": 1, "head": "x"}\n', encoding="utf-8")
    assert checked(tmp_path, "odd.jsonl").out.startswith("Entry 1: ")
