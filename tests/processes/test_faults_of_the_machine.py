"""Faults of the machine: a full disk when a report is to be kept, and a school where a report would lead to nobody."""

from __future__ import annotations

import io
import shutil
import statistics
import time
from contextlib import closing
from pathlib import Path

import pytest

from adapters.assembly import House, now
from adapters.console import Screen
from adapters.conversation import Talk
from adapters.sample import FOLDER
from adapters.stores.sqlite import Sqlite
from adapters.unsaved import heard
from bot.asking import Incoming, Said
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.processes.dialogue import ABOUT_A_COLLEAGUE
from tests.processes.dialogue import ACCOUNT as SHORT
from tests.processes.dying import TEACHER, assistant, code_in, say, titles, words
from tests.processes.terminal import KEY, Kept, candour, house

HEAD, COLLEAGUE = PersonId("h.head"), PersonId("c.colleague")
MOST = 12  # pages
LONG = "He wrote about me again. " * 500  # more than the pages in use have room for
TURNS = 60
BUCKET = 0.005  # seconds: what a network hides by itself


def limited(opened: House, pages: int | None) -> None:
    """So many pages more, and the disk is full; None lets it grow again."""
    assert isinstance(opened.database, Sqlite)
    opened.database._db.execute("VACUUM")  # no page is free that was in use before
    (used,) = opened.database._db.execute("PRAGMA page_count").fetchone()
    opened.database._db.execute(f"PRAGMA max_page_count = {10**9 if pages is None else used + pages}")


def test_f07_a_disk_that_is_full_at_send_keeps_no_half_case_and_sending_again_files_one(school: Path) -> None:
    """Full at one write after another, until there is room for all of them."""
    told: list[str] = []
    for pages in range(MOST):
        folder = Path(shutil.copytree(school, school.parent / f"full{pages}"))
        with closing(house(folder)) as opened:
            bot = assistant(opened)
            for line, _ in ABOUT_A_COLLEAGUE[:-1]:
                say(bot, LONG if line == SHORT else line, now())
            limited(opened, pages)
            replies = heard(bot, Incoming(TEACHER, now(), Said("send")))
            if titles(replies) == ["I couldn't save this"]:
                told.append(said := words(replies[-1].card))
                assert ("Nothing was sent." in said) != bool(Kept.at(folder).cases)
                assert "Call 999 now" in said
                limited(opened, None)
                greeting = bot.greet(TEACHER, now())
                replies = say(bot, "send", now()) if titles(greeting) == ["Check and send"] else greeting
            assert titles(replies) == ["Sent"]
            assert bot.desk
            assert bot.desk.by_code(code_in(replies))
        kept = Kept.at(folder)
        assert len(kept.cases) == kept.receipts == 1
    assert 0 < len(told) < MOST
    assert any("Nothing was sent." in said for said in told)


def test_f07_a_chat_whose_disk_is_full_says_so_and_goes_on(school: Path) -> None:
    with closing(house(school)) as opened:
        out, registered = io.StringIO(), opened.school("sample")
        talk = Talk(opened.assistant(registered), Screen(out), now, opened.notices("sample").unseen, TEACHER)
        for pages, line in [(None, LONG if line == SHORT else line) for line, _ in ABOUT_A_COLLEAGUE[:-1]] + [
            (0, "send")
        ]:
            limited(opened, pages)
            talk.hear(line)
            talk.news()
        assert "I couldn't save this. Nothing was sent. Please try again in a few minutes." in out.getvalue()
        limited(opened, None)
        talk.hear("send")
    assert "\nSent\n" in out.getvalue()


@pytest.mark.parametrize("command", [("serve", "--port", "1"), ("worker", "--once")])
def test_f16_production_does_not_start_where_a_report_would_lead_to_nobody(tmp_path: Path, command: tuple[str]) -> None:
    shutil.copytree(FOLDER, tmp_path / "school")
    file = tmp_path / "school" / "school.toml"
    text = file.read_text(encoding="utf-8")
    for post in ("chair", "vice_chair", "governor"):
        text = text.replace(f'posts = ["{post}"]', "posts = []")
    file.write_text(text, encoding="utf-8")
    settings = {"CANDOUR_SCHOOLS": str(file), "CANDOUR_ENV": "production", "CANDOUR_KEY": KEY, "CANDOUR_DISK": "kept"}
    done = candour(tmp_path, *command, **settings, PUBLIC_URL="https://candour.school.example")
    assert done.status == 2
    assert "Fill the vacant posts in school.toml" in done.err
    assert "headteacher" in done.err
    tried = candour(tmp_path, "worker", "--once", **settings | {"CANDOUR_ENV": "development"})
    assert tried.status == 0
    assert "Look with: candour doctor --all" in tried.err


def test_f48_to_be_refused_takes_as_long_for_a_report_that_is_there_as_for_one_that_never_was(school: Path) -> None:
    """In turns, so that whatever else the machine does slows both alike."""
    with closing(house(school)) as opened:
        desk = opened.desk(opened.school("sample"))
        concern = Concern(Kind.HARASSMENT, frozenset({"colleague", f"person:{COLLEAGUE}"}), TEACHER)
        desk.file(Report(CaseId("C1"), now(), concern, False), {ACCOUNT: "words"}, "CODE")
        took: dict[str, list[float]] = {"C1": [], "NEVER": []}
        for _ in range(TURNS):
            for id, times in took.items():
                begun = time.perf_counter()
                assert desk.open(CaseId(id), COLLEAGUE, now()) is None
                assert desk.waiting_for(COLLEAGUE) == ()
                times.append(time.perf_counter() - begun)
    there, never = (statistics.median(times) for times in took.values())
    assert abs(there - never) < BUCKET
