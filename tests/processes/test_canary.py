"""What somebody types in a report is found in no file, whatever file it is: database, log, temporary or settings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from adapters.logs import FIELDS
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, ACCOUNT, SENT, last_four
from tests.processes.terminal import Terminal, candour, chat

STRANGER = "Zebedee Canaryworth"
ABOUT_THE_HEAD = (
    ("report", "Is anyone in immediate danger right now?"),
    ("no", "Shall we start?"),
    ("start", "What is it about? Choose the closest."),
    ("an adult's contact with a pupil", "Who is it about?"),
    ("the headteacher", "Did any of these people take part"),
    ("none of them", "Is that right?"),
    ("that's right", "Do you want your name on it?"),
    ("keep my name from the people who read it", "Tell us what happened, in your own words."),
    (ACCOUNT, "Would you like to add anything?"),
    ("no, that's all", "Nothing has been sent yet. Send it?"),
    ("send", "type the last 4 characters of your code."),
)
NAMES_SOMEONE = next(n for n, (line, _) in enumerate(ABOUT_A_COLLEAGUE) if line == "Redgrave")
COLLEAGUE = ("kingfisher", "canaryworth", "zebedee", "policy_breach", "c.colleague", "person:", "redgrave", "t.teacher")
HEAD = ("kingfisher", "pupil_contact_colleague", "t.teacher")
ALLOWED = {"at", "level", "event", "package", "school", *FIELDS}
POSTS = {"holdings"}  # who holds which post that receives reports: the same whatever is reported


def traces(school: Path, words: tuple[str, ...]) -> Iterator[str]:
    """Every file under the working folder, its data, home and temporary folder that holds one of the words."""
    for file in sorted(path for path in school.rglob("*") if path.is_file()):
        held = file.read_bytes().lower()
        for word in words:
            if any(word.encode(coding) in held for coding in ("utf-8", "utf-16-le")):
                yield f"{file.relative_to(school)} holds {word}"


def begun(school: Path) -> Terminal:
    terminal = chat(school)
    terminal.until("private items sent to you.")
    return terminal


def test_a_report_about_a_colleague_leaves_no_trace_in_clear_while_it_is_written_or_after(school: Path) -> None:
    with begun(school) as terminal:
        terminal.ask("someone is bullying me, said the kingfisher", "What you typed here is not a report")
        for line, question in ABOUT_A_COLLEAGUE[:NAMES_SOMEONE]:
            terminal.ask(line, question)
        terminal.ask(STRANGER, "Check the spelling")
        for line, question in ABOUT_A_COLLEAGUE[NAMES_SOMEONE:-1]:
            terminal.ask(line, question)
        assert not list(traces(school, COLLEAGUE)), "while the draft is open"
        terminal.ask(*ABOUT_A_COLLEAGUE[-1])
        code = last_four(terminal.shown)
        assert not list(traces(school, COLLEAGUE)), "once it is sent"
        terminal.ask(code, SENT)
        assert terminal.leave() == 0
    assert not list(traces(school, COLLEAGUE)), "at the end"


def test_a_report_about_the_headteacher_leaves_no_trace_of_them(school: Path) -> None:
    with begun(school) as terminal:
        for line, question in ABOUT_THE_HEAD[:-1]:
            terminal.ask(line, question)
        assert not list(traces(school, HEAD)), "while the draft is open"
        assert not tables_that_name(school, "h.head"), "while the draft is open"
        terminal.ask(*ABOUT_THE_HEAD[-1])
        terminal.ask(last_four(terminal.shown), SENT)
        assert terminal.leave() == 0
    assert not list(traces(school, HEAD))
    assert not tables_that_name(school, "h.head")


def test_what_the_recipient_reads_leaves_no_trace_either(school: Path) -> None:
    with begun(school) as terminal:
        for line, question in ABOUT_THE_HEAD:
            terminal.ask(line, question)
        terminal.ask(last_four(terminal.shown), SENT)
        assert terminal.leave() == 0
    read = candour(school, "inbox", "--as", "c.chair", typed="open item 1\nopen\nacknowledge\n")
    assert ACCOUNT in read.out
    assert "Acknowledged" in read.out
    assert not list(traces(school, HEAD))
    assert not tables_that_name(school, "h.head")


def test_nothing_of_a_stopped_report_is_left_nor_the_key_that_sealed_it(school: Path) -> None:
    with begun(school) as terminal:
        for line, question in ABOUT_A_COLLEAGUE[:-1]:
            terminal.ask(line, question)
        (key,) = draft_keys(school)
        assert any(key in file.read_bytes() for file in (school / "data").iterdir())
        terminal.ask("stop", "Nothing has been sent, and I've deleted what you told me.")
        assert draft_keys(school) == []
        assert not [file.name for file in (school / "data").iterdir() if key in file.read_bytes()]
        assert terminal.leave() == 0
    assert not list(traces(school, COLLEAGUE))


def test_f46_a_worker_that_fails_at_debug_logs_neither_words_nor_people(school: Path) -> None:
    """What is sealed was damaged, so that a delivery fails in the middle of the case."""
    with begun(school) as terminal:
        for line, question in ABOUT_A_COLLEAGUE:
            terminal.ask(line, question)
        terminal.ask(last_four(terminal.shown), SENT)
        assert terminal.leave() == 0
    with closing(sqlite3.connect(school / "data" / "candour.db")) as file, file:
        file.execute("UPDATE events SET sealed = zeroblob(600)")
        file.execute("UPDATE errands SET due = '2026-01-01T00:00:00+00:00', held = NULL")
    done = candour(school, "worker", "--once")
    lines = [json.loads(line) for line in done.err.splitlines() if line.startswith("{")]
    assert "errand-failed" in {line["event"] for line in lines}
    assert all(set(line) <= ALLOWED for line in lines)
    assert not [word for word in (*COLLEAGUE, "h.head") if word in done.err.lower()]


def test_the_search_finds_what_is_there(school: Path) -> None:
    (school / "data" / "leak.log").write_text("…Kingfisher…", encoding="utf-8")
    assert list(traces(school, COLLEAGUE)) == ["data/leak.log holds kingfisher"]


def draft_keys(school: Path) -> list[bytes]:
    with closing(sqlite3.connect(school / "data" / "keys.db")) as keys:
        return [row[0] for row in keys.execute("SELECT wrapped FROM keys WHERE name LIKE 'draft:%'")]


def tables_that_name(school: Path, person: str) -> list[str]:
    """The tables with a value that holds this id, but for the one that every school has."""
    found = []
    with closing(sqlite3.connect(school / "data" / "candour.db")) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in sorted(set(tables) - POSTS):
            held = file.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - the names are the database's own
            if any(person in (v.decode("latin-1") if isinstance(v, bytes) else str(v)) for row in held for v in row):
                found.append(table)
    return found
