"""F46: what is told in private, with debugging on, is found in no log, trace, file, database, backup or notice."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import erasing
from tests.privacy.planted import HEAD, SUBJECT
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, ACCOUNT, CODE, SENT, last_four
from tests.processes.terminal import Done, Terminal, candour, house
from tests.processes.test_canary import COLLEAGUE, traces

A_YEAR = timedelta(days=366)
SITE = "kingfisher-canary.example"
TYPED = "report\nno\nstart\nI opened a site I shouldn't have\n"


def reported(school: Path) -> str:
    """Sends the whole report, and gives its code."""
    with Terminal(school, "chat", "--as", "t.teacher") as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE:
            terminal.ask(line, question)
        code = CODE.findall(terminal.shown)[-1].strip()
        terminal.ask(last_four(terminal.shown), SENT)
        assert terminal.leave() == 0
    return str(code)


def quiet(done: Done) -> None:
    """What a command says to whoever runs it, and its log, hold nothing of the report."""
    assert not [word for word in ("kingfisher", "canary", "t.teacher", SUBJECT) if word in done.err.casefold()]


def test_f46_from_first_word_to_erasure_no_file_holds_a_word(school: Path) -> None:
    code = reported(school)
    words = (*COLLEAGUE, code.replace(" ", "").casefold(), code.casefold())
    assert not list(traces(school, words)), "once it is sent"
    quiet(candour(school, "worker", "--once"))
    read = candour(school, "inbox", "--as", HEAD, typed="open item 1\nopen\nacknowledge\n")
    assert ACCOUNT in read.out
    quiet(read)
    followed = candour(school, "chat", "--as", "t.teacher", typed=f"status\n{code}\nstatus\nAAAA BBBB CCCC DDDD\n")
    assert "Acknowledged" in followed.out
    assert code.replace(" ", "") not in followed.told
    quiet(followed)
    assert not list(traces(school, words)), "once it is read, acknowledged and followed"
    (school / "kept").mkdir()
    for command in (
        ("backup", "kept/backup.db"),
        ("keys", "check"),
        ("doctor", "--all"),
        ("restore", "kept/backup.db"),
    ):
        quiet(candour(school, *command))
    assert not list(traces(school, words)), "in a backup, or after it was put back"
    with closing(house(school)) as opened:
        assert erasing.retiring(opened, opened.school("sample")).look(opened.clock() + A_YEAR).erased == 1
    quiet(candour(school, "erased", "--json"))
    assert not list(traces(school, words)), "once it is destroyed"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGABRT, signal.SIGINT])
def test_f46_a_process_that_is_stopped_in_the_middle_leaves_no_word_in_its_trace(school: Path, number: int) -> None:
    with Terminal(school, "chat", "--as", "t.teacher", PYTHONFAULTHANDLER="1") as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE[:-2]:
            terminal.ask(line, question)
        before = len(terminal.shown)
        terminal.signal(number)
        terminal.end()
    assert "kingfisher" not in terminal.shown[before:]
    assert not list(traces(school, COLLEAGUE))


def test_f46_a_database_that_breaks_in_the_middle_is_told_of_without_a_word(school: Path) -> None:
    with Terminal(school, "chat", "--as", "t.teacher") as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE[:-3]:
            terminal.ask(line, question)
        with closing(sqlite3.connect(school / "data" / "candour.db")) as breaking:
            breaking.execute("ALTER TABLE talks RENAME COLUMN sealed TO other")
        terminal.type(ACCOUNT)
        before = len(terminal.shown)
        status = terminal.leave()
    assert status == 2, terminal.shown[-600:]
    assert "kingfisher" not in terminal.shown[before:]
    assert "Traceback" not in terminal.shown
    assert not list(traces(school, COLLEAGUE))


def test_f46_words_that_were_typed_in_the_wrong_place_are_kept_nowhere(school: Path) -> None:
    typed = f"He wrote kingfisher-canary about a pupil\n{TYPED}{SITE}\nstop\nstatus\nkingfisher-canary\ninbox\nhelp\n"
    quiet(candour(school, "chat", "--as", "t.teacher", typed=typed))
    quiet(candour(school, "ask", "has anyone heard of the kingfisher-canary?", "--school", "sample"))
    assert not list(traces(school, ("kingfisher", "canary")))


def test_f46_a_notice_is_the_same_bytes_whatever_it_is_about(school: Path) -> None:
    reported(school)
    with closing(house(school)) as opened, opened.database.reading() as rows:
        (notice,) = rows.query("SELECT * FROM notices")
        (held,) = rows.query("SELECT DISTINCT case_id FROM events")
    assert notice == {"message": f"{held['case_id']}.{HEAD}", "school": "sample", "recipient": HEAD, "seen": 0}
