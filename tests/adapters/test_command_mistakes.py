"""A mistake on the command line is met with a sentence that says what to do; each of these was met while walking."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.adapters.ready_school import KEY, changed, written
from tests.processes.terminal import candour

LEFT = '\n[[people]]\nid = "x.left"\nname = "Lee Left"\nactive = false\n'
PRODUCTION = {"CANDOUR_ENV": "production", "CANDOUR_DISK": "kept"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = written(tmp_path / "school")
    assert candour(here, "migrate", CANDOUR_KEY=KEY).status == 0
    return here


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("serve", "--port", "99999"), "--port: “99999” is no port. Wanted a number from 1 to 65535."),
        (("serve", "--port", "abc"), "--port: “abc” is no port. Wanted a number from 1 to 65535."),
        (("verify", "--head", ""), "--head: “” is no mark of a record."),
        (("privacy", "--backup-days", "-3"), "“-3” is no number of days. Wanted a whole number from 1."),
        (("privacy", "--backup-days", "month"), "“month” is no number of days."),
        (("ingest", "."), ".: this is a directory. Name the files in it, such as *.docx"),
        (("ask", "   "), "ask: the question is missing."),
        (("slack", "token", "--team", "T1"), "Write it there first, under [school]."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_is_named_with_what_was_wanted(folder: Path, words: tuple[str, ...], says: str) -> None:
    told = candour(folder, *words, CANDOUR_KEY=KEY)
    assert (told.status, told.out) == (2, "")
    assert says in told.err
    assert "Something went wrong" not in told.err


def test_a_file_that_is_there_is_not_blamed_on_the_disk(folder: Path) -> None:
    (folder / "answer.md").write_text("Mine.\n")
    told = candour(folder, "export", "--person", "t.teacher", "--to", "answer.md", CANDOUR_KEY=KEY)
    assert told.err == "answer.md: it is there already, and nothing was written. Name another file.\n"
    assert (folder / "answer.md").read_text() == "Mine.\n"


def test_a_database_of_another_user_is_told_as_one() -> None:
    """Nobody is shut out of a folder while the tests run as root, so the sentence itself is looked at."""
    from adapters.__main__ import _WHAT_TO_DO

    assert "not this user's" in _WHAT_TO_DO["OperationalError"]
    assert "as the user who owns its folder" in _WHAT_TO_DO["OperationalError"]


def test_statistics_say_where_their_page_is(folder: Path) -> None:
    told = candour(folder, "statistics", "--html", "page.html", CANDOUR_KEY=KEY)
    assert (told.status, told.out) == (0, "Wrote page.html\n")
    assert (folder / "page.html").exists()


def test_one_of_a_thing_is_not_counted_as_many(folder: Path) -> None:
    told = candour(folder, "backup", os.fspath(folder / "copy.db"), CANDOUR_KEY=KEY)
    assert "0 reports and 1 policy, sealed" in told.out, told.told
    assert "0 reports and 1 policy." in candour(folder, "restore", "copy.db", CANDOUR_KEY=KEY).out
    assert candour(folder, "hold", CANDOUR_KEY=KEY).out == "Held: nothing\n"


def test_whoever_has_left_can_be_shut_out_of_the_desk_and_no_web_address_is_needed(folder: Path) -> None:
    """Found by walking: forget asked for what only a link needs, an address, so a lost phone stayed a way in."""
    written(folder, changed("[[policies]]", "[calendar]\n\n[[policies]]") + LEFT)
    for person in ("x.left", "t.teacher", "c.chair"):  # left; without an e-mail address; neither
        told = candour(folder, "desk", "forget", person, CANDOUR_KEY=KEY, **PRODUCTION)
        assert (told.status, told.err) == (0, "")
        assert "can't sign in to the desk any more" in told.out
    assert "not active" in candour(folder, "desk", "enrol", "x.left", CANDOUR_KEY=KEY, **PRODUCTION).err


def test_the_version_can_be_asked_for(folder: Path) -> None:
    """SECURITY.md asks whoever reports a weakness for it."""
    told = candour(folder, "--version")
    assert told.status == 0
    assert told.out.startswith("candour 0.")
