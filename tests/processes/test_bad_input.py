"""Bad input of every kind gets a sentence, the right exit status and no traceback, and loses nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes.dialogue import ABOUT_A_COLLEAGUE
from tests.processes.terminal import KEY, ROOT, Done, Kept, candour

OTHER_KEY = "f" * 64
QUESTION = "can I accept a friend request from a pupil?"
HUGE = 200_000_000  # bytes, none of them on the disk
SAMPLE = ROOT / "adapters" / "sample" / "school.toml"


def refused(done: Done, *said: str, status: int = 2) -> None:
    """With one sentence or more on the error stream, and nothing a person could not use."""
    assert done.status == status, done.told
    assert not [words for words in said if words not in done.err], done.err
    assert done.err.strip()
    assert_kind(done)


def assert_kind(done: Done) -> None:
    assert "Traceback" not in done.told
    assert "went wrong that should not have" not in done.told


FILES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty.txt": ("empty", Path.touch),
    "blank.txt": ("empty", lambda file: file.write_text(" \n\n\t\n")),
    "binary.txt": ("not plain text", lambda file: file.write_bytes(bytes(range(256)) * 20)),
    "huge.txt": ("too large", lambda file: (file.touch(), os.truncate(file, HUGE))),
    "missing.txt": ("no such file", lambda _: None),
    "folder.txt": ("is a directory", Path.mkdir),
    "program.exe": ("read", lambda file: file.write_bytes(b"MZ")),
}


def test_every_file_that_cannot_be_read_is_named_with_its_reason_and_the_good_one_is_kept(school: Path) -> None:
    for name, (_, make) in FILES.items():
        make(school / name)
    (school / "good.md").write_text("# Visitors Policy\n\n## Signing in\n\n1. Every visitor signs in at the office.\n")
    done = candour(school, "ingest", *FILES, "good.md", "--school", "sample")
    refused(done, *FILES)
    told = {line.split(":")[0]: line for line in done.err.splitlines()}
    assert not [name for name, (reason, _) in FILES.items() if reason not in told[name].lower()], done.err
    assert "Visitors Policy" in done.out
    assert "signs in at the office" in candour(school, "ask", "do visitors sign in at the office?").out


FAULTS = {
    "an unknown post": ('posts = ["chair"]', 'posts = ["chairman"]', ("posts", "chairman", "chair")),
    "a manager who does not exist": ('manager = "h.head"', 'manager = "h.haed"', ("manager", "h.haed", "h.head")),
    "two people with one id": ('id = "g.gov"', 'id = "v.vice"', ("id", "v.vice")),
    "no TOML at all": ("[school]", "[school", ("TOML",)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_school_file_with_a_fault_is_named_with_key_value_and_what_was_wanted(tmp_path: Path, fault: str) -> None:
    right, wrong, said = FAULTS[fault]
    text = SAMPLE.read_text(encoding="utf-8")
    assert right in text
    (tmp_path / "school.toml").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    refused(candour(tmp_path, "ask", QUESTION), "school.toml", *said)


def test_all_faults_of_a_school_file_are_told_at_once(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for right, wrong, _ in list(FAULTS.values())[:3]:
        text = text.replace(right, wrong, 1)
    (tmp_path / "school.toml").write_text(text, encoding="utf-8")
    refused(candour(tmp_path, "migrate"), "chairman", "h.haed", "v.vice")


def test_f41_with_the_key_changed_reports_are_refused_and_questions_answered(school: Path) -> None:
    draft = "".join(f"{line}\n" for line, _ in ABOUT_A_COLLEAGUE[:5])
    candour(school, "chat", typed=draft)
    done = candour(school, "chat", typed=f"{QUESTION}\nreport\ninbox\nstatus\n999\n", CANDOUR_KEY=OTHER_KEY)
    assert done.status == 0
    assert "Put back the key that was used before" in done.err
    assert "What the policy says" in done.out
    assert done.out.count("Reports can't be taken just now") == 3
    assert "Call 999 now." in done.out
    assert_kind(done)
    assert Kept.at(school).drafts == 1
    assert ABOUT_A_COLLEAGUE[4][1] in candour(school, "chat").out, "the right key opens the draft again"


def test_f40_without_a_key_reports_are_refused_and_questions_answered(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "school")
    done = candour(tmp_path / "school", "chat", "--as", "t.teacher", typed=f"{QUESTION}\nreport\n")
    assert done.status == 0
    assert "CANDOUR_KEY is missing" in done.err
    assert "What the policy says" in done.out
    assert "Reports can't be taken just now" in done.out
    assert_kind(done)
    assert candour(tmp_path / "school", "ask", QUESTION).status == 0


@pytest.mark.parametrize(("key", "said"), [(OTHER_KEY, "used before"), ("short", "CANDOUR_KEY")])
def test_the_worker_does_not_start_with_a_wrong_key(school: Path, key: str, said: str) -> None:
    refused(candour(school, "worker", CANDOUR_KEY=key), said)


def test_a_key_is_never_repeated_in_a_sentence(school: Path) -> None:
    assert KEY[:8] not in candour(school, "worker", CANDOUR_KEY=KEY[:-2]).told


QUESTIONS = {
    "20,000 characters": "friend " * 2_857,
    "20,000 letters in one word": "x" * 20_000,
    "emoji only": "🙂🙃👩‍👩‍👧",
    "control characters": "\x01\x02\x1b[31m\x07\x7f",
    "nothing but spaces": "   ",
    "right to left marks": "\u202e\u2066\u200f",
    "half a character": "\ud800 friend request \udfff",
    "a null": "friend\0request",
    "another alphabet": "это разрешено?",
}


def test_questions_of_every_kind_are_answered_or_met_with_silence(school: Path) -> None:
    lines = [json.dumps({"id": name, "school": "sample", "question": asked}) for name, asked in QUESTIONS.items()]
    done = candour(school, "ask", "--jsonl", typed="\n".join(lines))
    assert done.status == 0
    answers = {answer["id"]: answer["outcome"] for answer in map(json.loads, done.out.splitlines())}
    assert list(answers) == list(QUESTIONS)
    assert answers["emoji only"] == answers["control characters"] == answers["nothing but spaces"] == "silence"
    assert answers["half a character"] != "silence"


def test_the_chat_bears_the_same_questions(school: Path) -> None:
    typed = "\n".join(asked.replace("\0", " ") for asked in QUESTIONS.values()).encode(errors="surrogatepass")
    done = candour(school, "chat", typed=typed + b"\n\xff\xfe\x00\n" + QUESTION.encode() + b"\n")
    assert done.status == 0
    assert "Staff must not send a friend request to a pupil" in done.out
    assert "\x1b" not in done.out
    assert_kind(done)


LINES = {
    "{": "line 2 of the input is not JSON",
    "[1]": "line 2 of the input is not an object",
    "[" * 5_000: "line 2 of the input is not JSON",
    '{"id": "2", "school": "sample"}': "question",
    '{"id": 2, "school": "sample", "question": "?"}': "id",
    '{"id": "2", "school": "elsewhere", "question": "?"}': "elsewhere",
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:30])
def test_a_bad_line_is_named_and_the_lines_before_it_are_answered(school: Path, line: str) -> None:
    good = json.dumps({"id": "1", "school": "sample", "question": QUESTION})
    done = candour(school, "ask", "--jsonl", typed=f"{good}\n{line}\n")
    refused(done, LINES[line])
    assert json.loads(done.out)["id"] == "1"


CONCERN = {"id": "1", "school": "sample", "kind": "harassment", "subjects": ["head"], "reporter": "t.teacher"}
CONCERNS = {
    "an unknown kind": ({"kind": "gossip"}, "gossip"),
    "an unknown subject": ({"subjects": ["martian"]}, "martian"),
    "subjects that are no list": ({"subjects": "head"}, "subjects"),
    "a reporter who is no text": ({"reporter": ["t.teacher"]}, "reporter"),
    "witnesses who are no texts": ({"witnesses": [1]}, "witnesses"),
}


@pytest.mark.parametrize("fault", CONCERNS)
def test_a_bad_concern_is_named(school: Path, fault: str) -> None:
    change, said = CONCERNS[fault]
    refused(candour(school, "route", "--jsonl", typed=json.dumps(CONCERN | change)), said)


REFUSED = {
    "an unknown school": (("ask", QUESTION, "--school", "elsewhere"), "elsewhere"),
    "an unknown person": (("chat", "--as", "nobody"), "nobody"),
    "an unknown recipient": (("inbox", "--as", "nobody"), "nobody"),
    "no question": (("ask",), "question"),
    "no file": (("ingest",), "FILE"),
    "no command": ((), "COMMAND"),
    "an unknown command": (("gossip",), "gossip"),
    "a time that is none": (("route", "--jsonl", "--at", "yesterday"), "yesterday"),
    "a title for two files": (("ingest", "a.txt", "b.txt", "--title", "T"), "one by one"),
    "a file that is not there": (("clauses", "missing.txt"), "missing.txt"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_bad_usage_is_refused_in_a_sentence(school: Path, fault: str) -> None:
    words, said = REFUSED[fault]
    refused(candour(school, *words), said)


def test_in_production_nobody_is_anybody_they_like(school: Path) -> None:
    refused(candour(school, "chat", "--as", "h.head", CANDOUR_ENV="production"), "in production")


@pytest.mark.parametrize("command", [("ask", QUESTION), ("chat",), ("worker", "--once"), ("migrate",)], ids=" ".join)
@pytest.mark.parametrize("damage", ["no database", "a folder", "cut off"])
def test_a_damaged_database_is_told_of_and_left_as_it_is(school: Path, damage: str, command: tuple[str, ...]) -> None:
    database = school / "data" / "candour.db"
    whole = database.read_bytes()
    database.unlink()
    for beside in school.glob("data/candour.db-*"):
        beside.unlink()
    if damage == "a folder":
        database.mkdir()
    else:
        database.write_bytes(whole[: len(whole) // 2] if damage == "cut off" else b"not a database at all")
    refused(candour(school, *command), "database")
    if damage != "a folder":
        assert len(database.read_bytes()) in (len(whole) // 2, len(b"not a database at all"))


@pytest.mark.parametrize("command", [("ask", QUESTION), ("chat",), ("worker", "--once"), ("migrate",)], ids=" ".join)
def test_a_data_folder_that_cannot_be_made_is_named(school: Path, command: tuple[str, ...]) -> None:
    (school / "file").touch()
    refused(candour(school, *command, CANDOUR_HOME="file/data"), str(school / "file"), "CANDOUR_HOME")


def test_a_closed_input_is_an_empty_one(school: Path) -> None:
    done = candour(school, "ask", "--jsonl", typed="")
    assert (done.status, done.told) == (0, "")
