"""kill -9 of the chat after any answer: the next start takes the report up again, and it arrives once."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.assembly import now
from adapters.worker import LEASE, Worker
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, SENT, last_four
from tests.processes.terminal import Kept, Terminal, chat, delivered, house, items

AT_A_TIME = 3  # answers before each kill
RESUMED = "You have a report that you haven't sent."
ALREADY_SENT = "Your report is sent. There is one thing left to do."


def killed_after(school: Path, answered: int) -> str:
    """Type so many lines, wait for what each is answered, and kill. Gives all that was shown."""
    with chat(school) as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE[:answered]:
            terminal.ask(line, question)
        return terminal.shown


def finished(terminal: Terminal, answered: int) -> None:
    for line, question in ABOUT_A_COLLEAGUE[answered:]:
        terminal.ask(line, question)
    terminal.ask(last_four(terminal.shown), SENT)
    assert terminal.leave() == 0
    assert "Traceback" not in terminal.shown


def arrived_once(school: Path) -> None:
    """A worker that was killed in mid-delivery holds its errand for a minute; the next one comes after that."""
    with closing(house(school, lambda: now() + LEASE + timedelta(seconds=1))) as opened:
        Worker((opened.round(opened.school("sample")),), opened.clock).drain()
    kept = Kept.at(school)
    assert len(kept.cases) == kept.receipts == 1
    assert kept.inboxes == kept.notices == ("h.head",)
    assert kept.drafts == 0
    assert delivered(school, kept.cases) == [("h.head",)]
    assert items(school) == {"h.head": 1}


@pytest.mark.parametrize("answered", range(1, len(ABOUT_A_COLLEAGUE) + 1))
def test_the_next_start_takes_the_report_up_where_it_stopped(school: Path, answered: int) -> None:
    killed_after(school, answered)
    with chat(school) as terminal:
        greeting = terminal.until(ABOUT_A_COLLEAGUE[answered - 1][1])
        assert (ALREADY_SENT if answered == len(ABOUT_A_COLLEAGUE) else RESUMED) in greeting
        finished(terminal, answered)
    arrived_once(school)


def test_killed_again_and_again_it_still_arrives_once(school: Path) -> None:
    for answered in range(0, len(ABOUT_A_COLLEAGUE), AT_A_TIME):
        with chat(school) as terminal:
            terminal.until(ABOUT_A_COLLEAGUE[answered - 1][1] if answered else "private items sent to you.")
            for line, question in ABOUT_A_COLLEAGUE[answered : answered + AT_A_TIME]:
                terminal.ask(line, question)
    with chat(school) as terminal:
        terminal.until(ABOUT_A_COLLEAGUE[-1][1])
        finished(terminal, len(ABOUT_A_COLLEAGUE))
    arrived_once(school)


def test_killed_once_the_code_is_confirmed_nothing_is_asked_again(school: Path) -> None:
    with chat(school) as terminal:
        terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE:
            terminal.ask(line, question)
        terminal.ask(last_four(terminal.shown), SENT)
    with chat(school) as terminal:
        assert RESUMED not in terminal.until("private items sent to you.")
        assert terminal.leave() == 0
    arrived_once(school)
