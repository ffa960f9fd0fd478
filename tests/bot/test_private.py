"""Both sides of a report once it is sent: who may press what, and that all others are told the same as of nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation import Conversation
from bot.dealing import VERBS
from bot.following import SIGN_IN
from bot.following import VERBS as REPORTERS
from bot.receiving import NOT_HERE
from bot.writing_forms import EVERY
from reports.case import Case
from reports.people import PersonId
from reports.unanswered import unanswered
from tests.bot.dealt import COLLEAGUE, DEPUTY, DSL, Dealt
from tests.bot.house import HEAD, TEACHER

RECIPIENTS = ("gate", "open", "ack", "conflict", "pass", *sorted(VERBS))


def shown(bot: Dealt) -> str:
    return str(bot.replies)


@pytest.mark.parametrize("verb", RECIPIENTS)
def test_f48_what_is_barred_has_moved_on_or_never_was_is_answered_alike(verb: str) -> None:
    bot = Dealt()
    barred, moved = bot.report(), bot.report()
    bot.press(f"pass:{moved}", HEAD)
    for id, who in ((barred, COLLEAGUE), (barred, TEACHER), (moved, HEAD), ("never", HEAD), (barred, DEPUTY)):
        bot.press(f"{verb}:{id}", PersonId(who))
        assert [reply.card for reply in bot.replies] == [NOT_HERE]


@pytest.mark.parametrize("verb", sorted(REPORTERS))
def test_nobody_is_the_reporter_without_the_code(verb: str) -> None:
    """A recipient knows the case's id: that opens nothing of the reporter's."""
    bot = Dealt()
    id = bot.report()
    for who in (HEAD, TEACHER, COLLEAGUE):
        bot.press(f"{verb}:{id}", who)
        assert [reply.card for reply in bot.replies] == [SIGN_IN]


def test_what_stood_open_is_shut_after_half_an_hour() -> None:
    bot = Dealt()
    bot.report()
    bot.follow()
    bot.now += timedelta(minutes=31)
    bot.press("add")
    assert bot.card == SIGN_IN


def test_an_unfinished_report_is_not_lost_to_a_recipients_button() -> None:
    bot = Dealt()
    id = bot.report()
    bot.tell(HEAD, "report", "no")
    for verb in sorted(VERBS):
        bot.press(f"{verb}:{id}", HEAD)
        assert "not finished" in shown(bot)
    talk = bot.talks.load(HEAD)
    assert isinstance(talk, Conversation)
    assert talk.flow == "report"


@pytest.mark.parametrize("flow", sorted(EVERY))
def test_danger_comes_first_in_every_dialogue(flow: str) -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"ack:{id}", HEAD)
    who = HEAD if flow in VERBS else TEACHER
    if flow == "draft":
        who = HEAD
        bot.press("draft", HEAD)
    elif who == HEAD:
        bot.press(f"{flow}:{id}", HEAD)
    else:
        bot.press(f"ask:{id}", HEAD)
        bot.tell(HEAD, "When?", "1")
        bot.follow()
        bot.button("Answer the question" if flow == "answer" else "Add something", TEACHER)
    asked = bot.asked
    bot.say("999", who)
    assert "Call 999 now." in str(bot.replies[0].card)
    assert bot.asked == asked


def test_no_guidance_sends_a_reporter_to_somebody_who_may_not_know() -> None:
    bot = Dealt()
    bot.report(way=("no", "start", "harassment or discrimination", "a colleague", "Samira", "none of them", "1"))
    bot.follow()
    bot.button("Add something", TEACHER)
    bot.say("He has a knife and there is a naked photo of a pupil.")
    assert "Call 999 now." in shown(bot)
    assert "Samira" not in shown(bot)


def test_sending_twice_what_was_written_sends_it_once() -> None:
    """Two windows, or a process that died between keeping it and saying so."""
    bot = Dealt()
    id = bot.report()
    bot.press(f"ask:{id}", HEAD)
    bot.say("When?", HEAD)
    talk = bot.talks.load(HEAD)
    bot.say("1", HEAD)
    assert isinstance(talk, Conversation)
    bot.talks.held[HEAD] = talk
    bot.say("1", HEAD)
    assert len(bot.cases.load(id).lines) == 1


def test_an_answer_from_another_window_is_not_taken_for_the_present_question() -> None:
    from bot.asking import Incoming, Said

    bot = Dealt()
    id = bot.report()
    bot.press(f"ask:{id}", HEAD)
    bot.say("When?", HEAD)
    bot.replies = bot.assistant.hear(Incoming(HEAD, bot.now, Said("1"), asked="words"))
    assert "Already done." in shown(bot)
    assert not bot.cases.load(id).lines


def test_what_a_recipient_was_writing_when_it_moved_on_is_answered_as_nothing() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"note:{id}", HEAD)
    bot.say("I spoke to him.", HEAD)
    assert bot.desk.recuse(id, HEAD, bot.now)
    bot.say("1", HEAD)
    assert bot.card == NOT_HERE
    assert not bot.cases.load(id).lines


def test_the_reporter_is_told_nothing_of_what_was_noted_for_the_file() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"note:{id}", HEAD)
    bot.tell(HEAD, "kingfisher", "1")
    bot.follow()
    assert "kingfisher" not in shown(bot)
    bot.press(f"open:{id}", HEAD)
    assert "kingfisher" in shown(bot)


def test_a_conflict_shows_the_kind_and_the_posts_and_no_name_and_no_word() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"conflict:{id}", HEAD)
    said = shown(bot)
    assert "A colleague" in said
    assert "Bullying" in said
    assert not any(word in said for word in ("Callum", "Tamsin", "wrote about", "c.colleague", "t.teacher"))
    assert not bot.cases.load(id).opened


def test_an_unfair_treatment_begins_a_report_that_names_nobody() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"ack:{id}", HEAD)
    bot.press(f"close:{id}", HEAD)
    bot.tell(HEAD, "1", "We have spoken to everyone.", "1")
    bot.follow()
    bot.press("fair:no")
    assert bot.answers == {"kind": ("other",)}
    bot.tell(TEACHER, "no", "start")
    assert bot.asked == "about"


def test_an_anonymous_reporters_name_is_shown_only_once_they_put_it_there() -> None:
    bot = Dealt()
    id = bot.report(hidden=True)
    bot.press(f"open:{id}", HEAD)
    assert "Tamsin" not in shown(bot)
    bot.follow(COLLEAGUE)  # somebody else who has the code
    assert "Put my name to it" not in shown(bot)
    bot.press("sign-now", COLLEAGUE)
    bot.press(f"open:{id}", HEAD)
    assert "Tamsin" not in shown(bot)
    bot.follow()
    bot.button("Put my name to it", TEACHER)
    bot.press("sign-now")
    bot.press(f"open:{id}", HEAD)
    assert "Tamsin" in shown(bot)


def test_what_waits_with_nobody_left_is_counted_and_nothing_of_it_is_shown() -> None:
    bot = Dealt()
    id = bot.report()
    assert unanswered(bot.desk.cases) == 0
    for _ in range(4):
        bot.now += timedelta(days=9)
        bot.carry()
    assert unanswered(bot.desk.cases) == 1
    bot.press(f"ack:{id}", HEAD)
    assert unanswered(bot.desk.cases) == 0


def test_a_withdrawn_report_cannot_be_sent_again_by_its_own_draft() -> None:
    bot = Dealt()
    id = bot.report()
    filed = bot.cases.load(id).filed
    assert filed
    code = bot.code
    bot.follow()
    bot.press("withdraw-now")
    assert bot.desk.file(filed.report, {"account": "again"}, code) == Case(id, 1, erased=True)
    assert bot.desk.by_code(code) is None


@pytest.mark.parametrize("person", [DSL, COLLEAGUE])
def test_who_is_named_in_a_later_message_was_asked_about_only_if_they_could_be_told(person: PersonId) -> None:
    """Callum is barred, so that nobody asks of him: the question would say that he could have been told."""
    bot = Dealt()
    bot.report()
    bot.follow()
    bot.button("Add something", TEACHER)
    named = bot.desk.school.person(person)
    assert named
    bot.say(f"{named.name} was there.")
    assert (bot.asked == "mention") == (person == DSL)


def test_f23_a_name_in_a_later_message_takes_the_case_from_who_has_it() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"ack:{id}", HEAD)
    bot.follow()
    bot.button("Add something", TEACHER)
    bot.tell(TEACHER, "Helen Ashdown saw it.", "Helen Ashdown saw it", "1")
    bot.press(f"open:{id}", HEAD)
    assert bot.card == NOT_HERE
    bot.carry()
    assert not bot.cases.load(id).acknowledged
    assert bot.courier.sent[-1][0] == DEPUTY  # whom a witness's own report would not go round
