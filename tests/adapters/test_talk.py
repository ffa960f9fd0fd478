"""What somebody types in a terminal reaches whom and what they meant."""

from __future__ import annotations

import io

import pytest

from adapters.console import Screen
from adapters.conversation import Talk
from tests.bot.house import HEAD, NOW, TEACHER, Bot, school

REPORT = ("report", "no", "start", "a threat", "a parent or carer", "1", "1", "He said he would find me.", "send")


def talk(bot: Bot) -> Talk:
    people = frozenset(person.id for person in school().people)
    return Talk(bot.assistant, Screen(io.StringIO()), lambda: bot.now, lambda _: 0, TEACHER, people)


def heard(talk: Talk, line: str) -> str:
    stream = io.StringIO()
    talk.screen = Screen(stream)
    talk.hear(line)
    return stream.getvalue()


def test_nobody_becomes_somebody_who_is_not_there_and_is_told_who_is() -> None:
    """Found by walking: the name was searched for in the policies."""
    here = talk(Bot())
    told = heard(here, "as h.haed")
    assert "“h.haed” is nobody here. Try one of: a.assistant, " in told
    assert here.who == TEACHER
    assert "You are now h.head." in heard(here, "AS h.head")
    assert "is nobody here" not in heard(here, "as a teacher can I accept a gift?")


@pytest.mark.parametrize("said", ["1", "item 1", "Open item 1"])
def test_an_item_opens_by_its_number_or_by_what_the_list_calls_it(said: str) -> None:
    """Found by walking: "item 1" was no item, and the "1" after it began a report."""
    bot = Bot()
    here = talk(bot)
    for line in REPORT:
        here.hear(line)
    bot.carry()
    here.who = HEAD
    here.hear("inbox")
    assert "Are you alone" in heard(here, said)


@pytest.mark.parametrize(
    ("steps", "sent"),
    [
        (REPORT, "at 10:07"),
        (("report", "no", "start", "2", "2", "Callum", "1", "1", "1", "He was rude.", "1", "send"), "at 10:00"),
    ],
    ids=["urgent", "standard"],
)
def test_the_receipt_shows_the_time_that_is_kept(steps: tuple[str, ...], sent: str) -> None:
    """Found by walking: an urgent report was "sent at 05:00" on its receipt, and at 05:10 ever after."""
    bot = Bot(now=NOW.replace(minute=7))
    here = talk(bot)
    shown = [heard(here, line) for line in steps]
    assert sent in next(line for line in shown[-1].splitlines() if "Sent:" in line)
