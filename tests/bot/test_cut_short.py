"""What a recipient has written is kept until it has been done: a database that is away for a minute costs no words.

It was destroyed first, and what came back said that it had moved on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from bot.conversation import IDLE
from reports.case import Case
from reports.errands import Decision
from reports.report import CaseId
from tests.bot.dealt import ABOUT_A_COLLEAGUE, DEPUTY, Dealt
from tests.bot.house import HEAD, TEACHER
from tests.fakes import MemoryCases


class Away(Exception):
    """The database can't be used just now."""


@dataclass
class Failing(MemoryCases):
    away: bool = False

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        if self.away:
            raise Away
        return super().record(case, decision, words)


class CutOff(MemoryCases):
    """The process ends as soon as a report is filed."""

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        super().record(case, decision, words)
        raise Away


def acknowledged() -> tuple[Dealt, Failing, CaseId]:
    cases = Failing()
    bot = Dealt(cases)
    id = bot.report()
    bot.press(f"ack:{id}", HEAD)
    return bot, cases, id


def cut_short(bot: Dealt, cases: Failing, *, answer: str = "1") -> None:
    """Sent while the database is away, and again when it is back."""
    cases.away = True
    with pytest.raises(Away):
        bot.say(answer, HEAD)
    cases.away = False
    bot.say(answer, HEAD)


@pytest.mark.parametrize("verb", ["ask", "note"])
def test_words_that_could_not_be_kept_are_there_to_be_sent_again(verb: str) -> None:
    bot, cases, id = acknowledged()
    bot.press(f"{verb}:{id}", HEAD)
    bot.say("When was it, and where?", HEAD)
    cut_short(bot, cases)
    assert "When was it, and where?" in cases.kept[id].values()
    assert bot.card.title == "Done"
    assert bot.talks.load(HEAD) is None


def test_a_closing_that_could_not_be_kept_is_there_to_be_sent_again() -> None:
    bot, cases, id = acknowledged()
    bot.press(f"close:{id}", HEAD)
    bot.tell(HEAD, "1", "We have spoken to everyone.")
    cut_short(bot, cases)
    assert bot.desk.cases.load(id).closed


def test_a_handing_over_that_could_not_be_kept_is_there_to_be_sent_again() -> None:
    bot, cases, id = acknowledged()
    bot.press(f"hand:{id}", HEAD)
    bot.tell(HEAD, "1")
    cut_short(bot, cases)
    assert DEPUTY in {to for hop in bot.desk.cases.load(id).hops for to in hop.people}
    assert bot.card.title == "Handed over"


def test_whoever_pressed_send_and_saw_no_code_is_not_told_that_nothing_was_sent() -> None:
    """It was filed, the process ended before the code was shown, and the draft lapsed: "deleted" was not true."""
    bot = Dealt(CutOff())
    bot.tell(TEACHER, "report", *ABOUT_A_COLLEAGUE, "1", "He wrote about me.")
    if bot.asked == "more":
        bot.say("1")
    with pytest.raises(Away):
        bot.say("send")
    assert len(bot.cases.events) == 1
    bot.now += 2 * IDLE
    bot.talks.forget_idle(bot.now)
    assert "it may have been sent" in " ".join(part.text for part in bot.say("hello")[0].card.parts)  # type: ignore[union-attr]
