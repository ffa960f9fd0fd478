"""Two processes at once, for one person or for one queue: one case, one item, one message."""

from __future__ import annotations

import signal
import time
from contextlib import closing
from pathlib import Path

from adapters.assembly import now
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, SENT, last_four
from tests.processes.dying import assistant, code_in, say
from tests.processes.terminal import PATIENCE, Kept, Terminal, chat, delivered, house, items

REPORTS = 8


def test_f05_a_report_typed_into_two_terminals_at_once_is_one_report(school: Path) -> None:
    with chat(school) as one, chat(school) as two:
        for terminal in (one, two):
            terminal.until("private items sent to you.")
        for line, question in ABOUT_A_COLLEAGUE:
            one.type(line)
            two.type(line)
            for terminal in (one, two):
                terminal.until(question)
        one.ask(last_four(one.shown + two.shown), SENT)
        assert one.leave() == two.leave() == 0
        assert "Traceback" not in one.shown + two.shown
    kept = Kept.at(school)
    assert len(kept.cases) == kept.receipts == 1
    assert kept.inboxes == kept.notices == ("h.head",)
    assert kept.drafts == 0
    assert items(school) == {"h.head": 1}


def test_two_workers_at_once_deliver_each_report_once(school: Path) -> None:
    with Terminal(school, "worker") as one, Terminal(school, "worker") as two:
        for worker in (one, two):
            worker.until("Carrying reports.")
        file(school, REPORTS)
        before = time.monotonic() + PATIENCE
        while deliveries_due(school) and time.monotonic() < before:
            time.sleep(0.05)
        for worker in (one, two):
            worker.signal(signal.SIGTERM)
        assert one.end() == two.end() == 0
        assert "failed" not in one.shown + two.shown
    kept = Kept.at(school)
    assert len(kept.cases) == REPORTS
    assert kept.inboxes == kept.notices == ("h.head",) * REPORTS
    assert delivered(school, kept.cases) == [("h.head",)] * REPORTS
    assert items(school) == {"h.head": REPORTS}


def test_a_worker_stops_at_ctrl_c_in_peace(school: Path) -> None:
    with Terminal(school, "worker") as worker:
        worker.until("Carrying reports.")
        worker.signal(signal.SIGINT)
        assert worker.end() == 0
        assert "Traceback" not in worker.shown


def file(school: Path, reports: int) -> None:
    with closing(house(school)) as opened:
        bot = assistant(opened)
        for _ in range(reports):
            for line, _question in ABOUT_A_COLLEAGUE:
                replies = say(bot, line, now())
            say(bot, code_in(replies)[-4:], now())


def deliveries_due(school: Path) -> int:
    with closing(house(school)) as opened, opened.database.reading() as rows:
        return rows.count("errands", {"verb": "deliver"})
