"""kill -9 in the middle of a delivery or of a filing: whoever comes next finishes it, once."""

from __future__ import annotations

import signal
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.assembly import now
from adapters.worker import LEASE, Worker
from bot.conversation import IDLE
from reports.people import PersonId
from tests.processes.dialogue import ABOUT_A_COLLEAGUE
from tests.processes.dying import TEACHER, assistant, code_in, say, titles, words
from tests.processes.terminal import Kept, delivered, house, items, script

KILLED = -signal.SIGKILL
DYING = "tests.processes.dying"
PAST_THE_LEASE = LEASE + timedelta(seconds=1)


def filed(school: Path) -> str:
    """A report sent and confirmed. Gives its code."""
    with closing(house(school)) as opened:
        bot = assistant(opened)
        for line, _ in ABOUT_A_COLLEAGUE:
            replies = say(bot, line, now())
        say(bot, code_in(replies)[-4:], now())
        return code_in(replies)


def work(school: Path, later: timedelta = PAST_THE_LEASE) -> int:
    """An ordinary worker does all that is due by then."""
    with closing(house(school, lambda: now() + later)) as opened:
        return Worker((opened.round(opened.school("sample")),), opened.clock).drain()


def arrived_once(school: Path) -> None:
    kept = Kept.at(school)
    assert len(kept.cases) == kept.receipts == 1
    assert kept.inboxes == kept.notices == ("h.head",)
    assert delivered(school, kept.cases) == [("h.head",)]
    assert items(school) == {"h.head": 1}


def errands(school: Path) -> list[str]:
    with closing(house(school)) as opened, opened.database.reading() as rows:
        return [row["verb"] for row in rows.query("SELECT verb FROM errands")]


@pytest.mark.parametrize(
    "step",
    ["cases.claim", "-courier.notify", "courier.notify", "-cases.record", "cases.record", "-cases.done", "cases.done"],
)
def test_f03_a_delivery_cut_short_after_any_step_is_finished_once(school: Path, step: str) -> None:
    filed(school)
    assert script(school, DYING, "deliver", step) == KILLED
    work(school)
    arrived_once(school)
    assert sorted(errands(school)) == ["chase", "remind"]


def test_an_errand_whose_worker_died_is_left_alone_until_its_lease_is_over(school: Path) -> None:
    filed(school)
    assert script(school, DYING, "deliver", "cases.claim") == KILLED
    assert work(school, timedelta()) == 0
    assert work(school) == 1


@pytest.mark.parametrize("step", ["keys.add", "-cases.record"])
def test_f01_a_report_whose_sending_was_cut_short_before_it_was_kept_is_asked_for_again(
    school: Path, step: str
) -> None:
    assert script(school, DYING, "file", step) == KILLED
    with closing(house(school)) as opened:
        assert titles(assistant(opened).greet(TEACHER, now())) == ["Check and send"]
        greeting = say(assistant(opened), "send", now())
        assert titles(greeting) == ["Sent"]
        say(assistant(opened), code_in(greeting)[-4:], now())
    work(school)
    arrived_once(school)


@pytest.mark.parametrize(
    ("how", "step"),
    [
        *(("file", step) for step in ("talks.save", "cases.record", "-receipts.keep", "receipts.keep")),
        *(("ahead", step) for step in ("cases.record", "-receipts.keep", "receipts.keep")),
    ],
)
def test_f02_a_report_whose_filing_was_cut_short_is_filed_when_its_owner_returns(
    school: Path, how: str, step: str
) -> None:
    assert script(school, DYING, how, step) == KILLED
    with closing(house(school)) as opened:
        greeting = assistant(opened).greet(TEACHER, now())
        code = code_in(greeting)
        assert titles(greeting) == ["Sent"]
        assert titles(say(assistant(opened), code[-4:], now())) == ["Your report is on its way"]
        assert assistant(opened).desk.by_code(code)
    work(school)
    arrived_once(school)
    assert Kept.at(school).drafts == 0


@pytest.mark.parametrize("step", ["-talks.close", "-keys.destroy", "keys.destroy", "talks.close"])
def test_a_report_whose_owner_was_cut_off_at_the_code_is_never_said_to_be_unsent(school: Path, step: str) -> None:
    assert script(school, DYING, "finish", step) == KILLED
    with closing(house(school)) as opened:
        said = " ".join(words(reply.card) for reply in assistant(opened).greet(TEACHER, now()))
    assert "wasn't sent" not in said
    work(school)
    arrived_once(school)


def test_a_report_that_was_sent_and_left_at_the_code_is_never_said_to_be_unsent(school: Path) -> None:
    with closing(house(school)) as opened:
        bot = assistant(opened)
        for line, _ in ABOUT_A_COLLEAGUE:
            say(bot, line, now())
        late = now() + IDLE + timedelta(minutes=1)
        opened.talks("sample").forget_idle(late - IDLE)
        said = " ".join(words(reply.card) for reply in assistant(opened).greet(TEACHER, late))
    assert "wasn't sent" not in said
    work(school)
    arrived_once(school)


def test_f01_a_report_that_was_never_sent_is_said_to_be_deleted(school: Path) -> None:
    with closing(house(school)) as opened:
        bot = assistant(opened)
        for line, _ in ABOUT_A_COLLEAGUE[:-1]:
            say(bot, line, now())
        late = now() + IDLE + timedelta(minutes=1)
        opened.talks("sample").forget_idle(late - IDLE)
        greeting = assistant(opened).greet(TEACHER, late)
    assert "deleted" in words(greeting[0].card)
    assert Kept.at(school).cases == ()


def test_what_was_sent_is_filed_although_the_owner_comes_back_late(school: Path) -> None:
    assert script(school, DYING, "file", "talks.save") == KILLED
    with closing(house(school)) as opened:
        assistant(opened).greet(TEACHER, now() + IDLE + timedelta(minutes=1))
    work(school)
    arrived_once(school)


def test_nobody_but_the_recipient_is_told(school: Path) -> None:
    filed(school)
    work(school)
    with closing(house(school)) as opened:
        unseen = {p.id: opened.notices("sample").unseen(PersonId(p.id)) for p in opened.school("sample").school.people}
    assert {person for person, count in unseen.items() if count} == {"h.head"}
