"""Every path through the report ends, every choice can be reached, and nobody it is about is ever told."""

from __future__ import annotations

from functools import cache

import pytest

from bot.card import Card
from bot.report_form import REPORT
from bot.step import Step
from tests.bot.house import CHAIR, HEAD, TEACHER, Bot
from tests.bot.walking import answers_to, walk

WALKS = 160


@cache
def walks() -> tuple[tuple[Bot, ...], tuple[Card, ...]]:
    seen: list[Card] = []
    return tuple(walk(seed, seen) for seed in range(WALKS)), tuple(seen)


def test_every_walk_ends_sent_stopped_kept_or_told_of_the_outside_body() -> None:
    endings = {bot.replies[-1].card.title for bot in walks()[0]}
    assert endings == {"Your report is on its way", "Stopped", "Kept", "Where it will go"}


def test_every_question_is_asked_on_some_walk() -> None:
    asked = {ask.name for card in walks()[1] for ask in card.asks}
    assert asked == {step.name for step in REPORT.steps}


def test_what_was_sent_is_one_case_and_reaches_nobody_it_is_about() -> None:
    for bot in walks()[0]:
        if bot.replies[-1].card.title != "Your report is on its way":
            assert not bot.cases.events
            continue
        (case,) = (bot.cases.load(id) for id in bot.cases.events)
        bot.carry()
        assert case.filed
        told = {to for to, _ in bot.courier.sent}
        assert told
        assert not told & case.filed.route.excluded
        assert TEACHER not in told


def typed(*said: str) -> Bot:
    bot = Bot()
    for words in ("report", *said):
        bot.say(words)
    return bot


PROMPTS = {  # what a new user types, from the first question to Send
    "a threat by a parent": (
        "no",
        "start",
        "a threat",
        "a parent or carer",
        "1",
        "1",
        "He said he'd wait for me.",
        "send",
    ),
    "an image": ("no", "start", "10", "a pupil", "1", "1", "A pupil told me.", "send"),
    "a worry about a child": ("no", "start", "9", "a pupil", "1", "1", "She has bruises.", "send"),
    "a named colleague": (
        "no",
        "start",
        "2",
        "a colleague",
        "Callum Redgrave-Iyer",
        "1",
        "1",
        "1",
        "He mocked me.",
        "1",
        "send",
    ),
    "the headteacher": ("no", "start", "1", "the headteacher", "1", "1", "2", "She wrote about me.", "1", "send"),
    "a site by accident": ("no", "start", "6", "no", "skip", "no", "1", "1", "A slip of the mouse.", "1", "send"),
    "a pupil's friend request": ("no", "start", "4", "they contacted me", "no", "1", "1", "He asked me.", "1", "send"),
}
URGENT = {"a threat by a parent", "an image", "a worry about a child"}


@pytest.mark.parametrize("told", PROMPTS)
def test_an_urgent_report_is_sent_in_eight_answers_and_any_other_in_twelve(told: str) -> None:
    bot = typed(*PROMPTS[told])
    assert bot.asked == "code", told
    assert len(bot.cases.events) == 1
    assert len(PROMPTS[told]) <= (8 if told in URGENT else 12)


def test_a_report_about_the_head_and_the_chair_goes_to_the_vice_chair() -> None:
    bot = typed("no", "start", "1", "6, 7", "1", "1", "1", "They planned it.", "1", "send")
    bot.carry()
    assert {to for to, _ in bot.courier.sent} == {"v.vice"}


def test_where_nobody_inside_can_receive_it_that_is_said_before_a_word_is_written() -> None:
    bot = typed("no", "start", "5", "6, 7")
    assert bot.asked == ""
    shown = str(bot.replies[-1].card)
    assert "Nobody inside school can receive this fairly" in shown
    assert "Local Authority Designated Officer" in shown
    bot.say("He hit a child.")
    assert "Nobody inside school" in str(bot.replies[-1].card)
    assert "happened" not in bot.answers
    bot.say("back")
    assert bot.asked == "about"


def test_someone_who_is_not_in_the_directory_may_report_too() -> None:
    bot = Bot()
    for words in ("report", "no", "start", "a threat", "a parent or carer", "1", "1", "He shouted.", "send"):
        bot.say(words, "u.unknown")  # type: ignore[arg-type]
    bot.carry()
    assert {to for to, _ in bot.courier.sent} == {HEAD}


def test_the_head_reporting_about_the_chair_is_never_told() -> None:
    bot = Bot()
    for words in ("report", "no", "start", "1", "7", "1", "1", "1", "He wrote it.", "1", "send"):
        bot.say(words, HEAD)
    bot.carry()
    told = {to for to, _ in bot.courier.sent}
    assert told == {"v.vice"}
    assert CHAIR not in told


def test_every_choice_of_every_question_can_be_answered_by_its_number() -> None:
    for step in REPORT.steps:
        assert list(answers_to(step)), step
        assert isinstance(step, Step)
