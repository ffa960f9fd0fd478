"""Where words are kept or others read them: questions are answered, and nothing of a report is taken or shown."""

from __future__ import annotations

import itertools

import pytest

from bot import cover, openly, welcome
from bot.asking import Incoming, Pressed, Replies, Said, Surface
from bot.card import Card, Facts, Secret
from bot.commands import SPELLINGS, Command
from reports.people import PersonId
from tests.bot.dealt import Dealt
from tests.bot.house import HEAD, TEACHER, Bot, library
from tests.bot.walking import ACCOUNTS

FRIEND = "May I accept a friend request from a pupil?"


def chat(bot: Bot, text: str) -> Replies:
    return bot.assistant.hear(Incoming(TEACHER, bot.now, Said(text), surface=Surface.CHAT))


def room(bot: Bot, text: str) -> Replies:
    return bot.assistant.hear(Incoming(TEACHER, bot.now, Said(text), surface=Surface.ROOM))


def in_a_report() -> Bot:
    bot = Bot()
    for said in ("report", "1", "1", "2", "2", "Callum Redgrave-Iyer", "1", "1", "1", "He called me names."):
        bot.say(said)
    assert bot.replies[-1].card.asks
    return bot


def private(replies: Replies) -> bool:
    """Whether something stands on a screen that only a form may show."""
    return any(reply.card.asks or any(isinstance(p, Facts | Secret) for p in reply.card.parts) for reply in replies)


ANYTHING = (*itertools.chain(*SPELLINGS.values()), *ACCOUNTS, FRIEND, "1", "yes", "Callum", "hello", "...", "skip")


@pytest.mark.parametrize("make", [Bot, in_a_report])
def test_nothing_that_can_be_typed_in_a_chat_shows_or_takes_a_word_of_a_report(make: type[Bot]) -> None:
    for text in ANYTHING:
        bot = make()
        before = bot.talks.load(TEACHER)
        shown = chat(bot, text)
        assert shown
        assert not private(shown), text
        assert "Redgrave" not in str(shown)
        after = bot.talks.load(TEACHER)
        kept = (before, None) if text in (*SPELLINGS[Command.STOP], "hide") else (before,)
        assert after in kept or getattr(after, "hidden", False), text


@pytest.mark.parametrize("make", [Bot, in_a_report])
def test_a_room_never_learns_that_somebody_has_a_report(make: type[Bot]) -> None:
    for text in ANYTHING:
        assert room(make(), text) == room(Bot(), text)
        assert not private(room(make(), text))
    assert room(in_a_report(), FRIEND)


def test_a_room_answers_a_plain_question_and_nothing_that_names_a_person_or_tells_of_harm() -> None:
    bot = Bot()
    assert room(bot, FRIEND)
    assert room(bot, "Do I need the headteacher's permission to post photos?")
    for text in (*ACCOUNTS, "Can Callum be friends with a pupil?", "Can <@U04> post photos?", "report", "999"):
        assert room(bot, text) == (), text
    for text in ("my code is ABCD EFGH JK23 4567", "A colleague is bullying me"):
        assert room(bot, text) == (), text


def test_what_is_pressed_in_a_room_or_a_chat_opens_nothing_private() -> None:
    bot = in_a_report()
    for action in ("report", "status", "inbox", "gate:C1", "open:C1", "ack:C1", "back", "help"):
        for surface in (Surface.CHAT, Surface.ROOM):
            assert not private(bot.assistant.hear(Incoming(TEACHER, bot.now, Pressed(action), surface=surface)))


def test_an_answer_to_a_question_that_is_gone_is_searched_for_nowhere() -> None:
    bot = Bot()
    shown = bot.assistant.hear(Incoming(TEACHER, bot.now, Said(FRIEND), asked="happened"))
    assert "This report has moved on" in str(shown)
    assert library().titles[0] not in str(shown)


def test_f38_a_code_typed_in_a_chat_is_warned_of() -> None:
    (reply,) = chat(Bot(), "ABCD-EFGH-JK23-4567")
    assert reply.card == openly.KEEP_YOUR_CODE


def test_the_code_stands_above_its_question_however_someone_comes_back_to_it() -> None:
    """Found by a platform that delivered the same sending twice: the second answer had no code."""
    bot = Bot()
    for said in ("report", "1", "1", "2", "2", "Callum Redgrave-Iyer", "1", "1", "1", "He said things.", "1", "1"):
        bot.say(said)
    assert any(isinstance(part, Secret) for part in bot.replies[-1].card.parts)
    for said in ("report", "help", "999"):
        bot.say(said)
        assert any(isinstance(part, Secret) for part in bot.replies[-1].card.parts), said


def writing(*presses: str) -> Dealt:
    """A report that was sent, and somebody who writes about it: its reporter, or whoever has it."""
    bot = Dealt()
    id = bot.report()
    if presses:
        for verb in presses:
            bot.press(f"{verb}:{id}", HEAD)
    else:
        bot.follow()
        bot.button("Add something", TEACHER)
    return bot


AT_WORK = ((TEACHER, ()), (HEAD, ("open", "ask")), (HEAD, ("open", "note")), (HEAD, ("open", "ack", "close")))


@pytest.mark.parametrize(("who", "presses"), AT_WORK)
def test_whoever_types_in_a_chat_while_they_write_about_a_case_is_always_answered_and_shown_nothing_of_it(
    who: PersonId, presses: tuple[str, ...]
) -> None:
    """Found in a story on Teams: “hide” and “stop” were answered with what a chat may not show, so with silence."""
    for text in ("hide", "stop", "999", "back", "help", "1", "hello"):
        bot = writing(*presses)
        assert bot.card.asks
        shown = bot.assistant.hear(Incoming(who, bot.now, Said(text), surface=Surface.CHAT))
        assert shown
        assert all(openly.may_be_kept(reply.card) for reply in shown), text
        assert "He wrote about me" not in str(shown)
        assert bot.code not in str(shown)


@pytest.mark.parametrize(("who", "presses"), AT_WORK)
def test_hide_leaves_nothing_of_a_case_on_the_screen_of_whoever_writes_about_it(
    who: PersonId, presses: tuple[str, ...]
) -> None:
    for surface in (Surface.CHAT, Surface.FORM):
        bot = writing(*presses)
        shown = bot.assistant.hear(Incoming(who, bot.now, Said("hide"), surface=surface))
        assert [reply.card for reply in shown] == [cover.tip(bot.now.date())]
        assert all(reply.wipes for reply in shown)
        assert bot.talks.load(who) is None


@pytest.mark.parametrize(
    ("said", "told"), [("thanks", welcome.THANKED), ("cheers mate", welcome.THANKED), ("hello", welcome.HELLO)]
)
def test_thanks_are_met_as_thanks_and_a_greeting_with_a_greeting(said: str, told: Card) -> None:
    assert [reply.card for reply in chat(Bot(), said)] == [told]
