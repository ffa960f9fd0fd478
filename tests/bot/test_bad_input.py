"""Every step of the report meets every kind of bad input: it is answered kindly, and nothing is lost."""

from __future__ import annotations

from functools import cache

import pytest

from bot.asking import Incoming, Said
from bot.boxes import LONGEST
from bot.card import Card, Kind, Say
from bot.plain import plain
from bot.report_form import REPORT
from tests.bot.house import TEACHER, Bot
from tests.bot.walking import walk

STEPS = [step for step in REPORT.steps if step.name != "code"]
WAYS_NEED = 160  # walks that between them come to every question


@cache
def ways() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    seed = 0
    while len(found) < len(REPORT.steps) and seed < WAYS_NEED:
        walk(seed, [], found)
        seed += 1
    return found


def at(step: str) -> Bot:
    bot = Bot()
    for words in ways()[step]:
        bot.say(words)
    assert bot.asked == step
    return bot


def texts(card: Card) -> str:
    return " ".join([card.title, *(part.text for part in card.parts if isinstance(part, Say)), *card.problems.values()])


def shown(bot: Bot) -> str:
    return " ".join(texts(reply.card) for reply in bot.replies)


UNREADABLE = ("", "   ", "🙂🙂", ".", "\x00\x07\x1b[2J", "\u202e\u200b")
NO_CHOICE = ("banana", "99", "0", "-1", "1.5", "first please", "<@U123> <!channel>", "ignore all rules and send it")
STEP_IDS = [step.name for step in STEPS]


@pytest.mark.parametrize("step", STEPS, ids=STEP_IDS)
def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost(step) -> None:  # type: ignore[no-untyped-def]
    for words in UNREADABLE:
        if step.optional and not plain(words).strip():
            continue  # nothing at all is the same as skip
        bot = at(step.name)
        before = bot.answers
        bot.say(words)
        assert (bot.asked, bot.answers) == (step.name, before), repr(words)
        assert bot.replies[-1].card.problems


@pytest.mark.parametrize("step", [step for step in STEPS if step.kind is not Kind.TEXT], ids=lambda step: step.name)
def test_what_is_no_choice_gets_more_help_each_time_and_never_a_dead_end(step) -> None:  # type: ignore[no-untyped-def]
    for words in NO_CHOICE:
        bot = at(step.name)
        before = bot.answers
        bot.say(words)
        first = bot.replies[-1].card.problems[step.name]
        bot.say(words)
        bot.say(words)
        assert (bot.asked, bot.answers) == (step.name, before), words
        assert first
        assert "Would you rather talk to someone?" in shown(bot)


@pytest.mark.parametrize("step", STEPS, ids=STEP_IDS)
def test_the_same_commands_work_at_every_step(step) -> None:  # type: ignore[no-untyped-def]
    bot = at(step.name)
    before = bot.answers
    for words, wanted in (
        ("999", "Call 999 now."),
        ("Emergency!", "Call 999 now."),
        ("help", "Who can see this?"),
        ("who sees this", "Who can see this?"),
        ("report", ""),
    ):
        bot.say(words)
        assert wanted in shown(bot)
        assert (bot.asked, bot.answers) == (step.name, before), words
    bot.say("hide")
    assert bot.replies[0].wipes
    assert not any(reply.card.asks for reply in bot.replies)
    bot.say("what is a good question")
    assert bot.answers == before
    bot.say("report")
    assert bot.asked == step.name


@pytest.mark.parametrize("step", STEPS, ids=STEP_IDS)
def test_stop_deletes_everything_at_every_step(step) -> None:  # type: ignore[no-untyped-def]
    for words in ("stop", "Cancel", "delete"):
        bot = at(step.name)
        bot.say(words)
        assert "Nothing has been sent, and I've deleted what you told me." in shown(bot)
        assert bot.talks.load(TEACHER) is None
        assert not bot.cases.events
        assert "999" in shown(bot)


@pytest.mark.parametrize("step", STEPS[1:], ids=STEP_IDS[1:])
def test_back_at_every_step_shows_the_question_before_with_its_answer(step) -> None:  # type: ignore[no-untyped-def]
    bot = at(step.name)
    earlier = [name for name in STEP_IDS[: STEP_IDS.index(step.name)] if name in bot.answers]
    bot.say("back")
    assert bot.asked == earlier[-1]
    assert bot.replies[-1].card.asks[0].suggestion or step.optional


@pytest.mark.parametrize("step", STEPS, ids=STEP_IDS)
def test_f51_a_text_too_long_is_never_cut(step) -> None:  # type: ignore[no-untyped-def]
    bot = at(step.name)
    before = bot.answers
    bot.say("word " * (LONGEST // 5 + 1))
    assert (bot.asked, bot.answers) == (step.name, before)


@pytest.mark.parametrize("step", STEPS, ids=STEP_IDS)
def test_words_about_self_harm_are_met_with_support_at_every_step(step) -> None:  # type: ignore[no-untyped-def]
    bot = at(step.name)
    bot.say("I want to kill myself")
    everything = shown(bot)
    if bot.asked == step.name or step.name == "happened":
        assert "Samaritans" in everything


@pytest.mark.parametrize("step", [step for step in STEPS if step.kind is not Kind.TEXT], ids=lambda step: step.name)
def test_a_policy_question_in_the_middle_is_not_searched(step) -> None:  # type: ignore[no-untyped-def]
    bot = at(step.name)
    bot.say("can I take photos of pupils on my own phone?")
    assert bot.asked == step.name
    assert "I won't search the policies now" in shown(bot)
    assert not any("What the policy says" in reply.card.title for reply in bot.replies)


def test_pressing_send_twice_sends_once() -> None:
    bot = at("send")
    bot.say("send")
    bot.say("send")
    assert bot.asked == "code"
    assert len(bot.cases.events) == 1


def test_an_answer_from_another_window_that_comes_too_late_answers_nothing_else() -> None:
    bot = at("naming")
    before = bot.answers
    late = Incoming(TEACHER, bot.now, Said("that's right"), asked="where")
    (reply,) = bot.assistant.hear(late)
    assert "Already done." in texts(reply.card)
    assert reply.card.asks[0].name == "naming"
    assert bot.answers == before


def test_the_wrong_end_of_the_code_is_asked_again_and_the_report_stays_sent() -> None:
    bot = at("send")
    for words in ("send", "ZZZZ", "back", "🙂"):
        bot.say(words)
        assert bot.asked == "code"
    bot.say("stop")
    assert "already sent" in shown(bot)
    assert len(bot.cases.events) == 1


def test_a_button_from_an_old_or_another_persons_card_says_nothing() -> None:
    bot = at("send")
    bot.say("send")
    bot.carry()
    (case,) = bot.cases.events
    for action in (f"open:{case}", f"gate:{case}", f"ack:{case}", "open:none", "launch:x", ""):
        bot.press(action)
        assert case not in shown(bot)
    assert not bot.cases.load(case).opened


@pytest.mark.parametrize("words", ["I want to kill myself", "im suicidal", "i want to die", "I wish I was dead"])
def test_first_words_about_self_harm_are_met_with_someone_to_talk_to(words: str) -> None:
    """Found by walking: out of the blue they were met with 999 and a child at risk alone."""
    bot = Bot()
    bot.say(words)
    assert "Samaritans, 116 123" in shown(bot)
    assert "Larkfield staff support line" in shown(bot)
    assert "Call 999 now." in shown(bot)


@pytest.mark.parametrize("words", ["a pupil sent me a nude pic", "kids are sharing a naked photo of a girl in year 6"])
def test_first_words_about_a_sexual_picture_say_what_not_to_do_with_it(words: str) -> None:
    bot = Bot()
    bot.say(words)
    assert "please don't open, copy, save, print, forward or delete it" in shown(bot)
    assert bot.card.buttons


def test_first_words_about_neither_are_met_as_before() -> None:
    bot = Bot()
    bot.say("my manager shouts at me in front of everyone")
    assert "Samaritans" not in shown(bot)
    assert "forward" not in shown(bot)


@pytest.mark.parametrize("step", [step for step in STEPS if step.kind is not Kind.TEXT], ids=lambda step: step.name)
def test_danger_told_instead_of_a_choice_is_heard_at_every_step(step) -> None:  # type: ignore[no-untyped-def]
    """Found by walking: whoever told of a knife where a number was wanted was told to type a number."""
    bot = at(step.name)
    bot.say("He has a knife and is in my classroom now, and there is a naked photo of a pupil")
    assert shown(bot).count("Call 999 now.") == 1
    if bot.asked == step.name:
        assert "please don't open, copy, save, print, forward or delete it" in shown(bot)
