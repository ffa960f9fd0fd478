"""A recipient drafts what their own reports hold of somebody who asks, and nobody learns more by it."""

from __future__ import annotations

import pytest

from bot.receiving import ALONE, NOT_HERE
from reports.audit import Deed
from reports.people import PersonId
from tests.bot.dealt import COLLEAGUE, DEPUTY, Dealt
from tests.bot.house import HEAD, TEACHER

DATA = "Someone asks to see their data"
SITE = ("no", "start", "i opened a site i shouldn't have", "no", "1")


def shown(bot: Dealt) -> str:
    return str(bot.replies)


def drafted(bot: Dealt, name: str, who: PersonId = HEAD) -> str:
    bot.say("inbox", who)
    bot.button(DATA, who)
    bot.say(name, who)
    assert ALONE in shown(bot)
    assert "He wrote about me." not in shown(bot)
    (show,) = (button.action for button in bot.card.buttons if button.action.startswith("drafted:"))
    bot.press(show, who)
    return shown(bot)


def test_whom_a_report_is_about_is_in_the_draft_and_who_sent_it_is_not() -> None:
    bot = Dealt()
    id = bot.report()
    told = drafted(bot, "Callum")
    assert f"{id}: they are named in it" in told
    assert "He wrote about me." in told
    assert "Tamsin" not in told
    assert "This is a draft for you alone." in told


def test_who_sent_it_under_their_name_is_in_it_too_and_without_it_is_not() -> None:
    named, hidden = Dealt(), Dealt()
    id = named.report()
    assert f"{id}: sent by them, under their name" in drafted(named, "Tamsin")
    hidden.report(hidden=True)
    assert "Nothing in the reports that you have names them." in drafted(hidden, "Tamsin")


def test_a_name_that_was_put_to_it_later_counts() -> None:
    bot = Dealt()
    id = bot.report(hidden=True)
    bot.press(f"ack:{id}", HEAD)
    bot.follow()
    bot.button("Put my name to it", TEACHER)
    bot.press("sign-now")
    assert f"{id}: sent by them, under their name" in drafted(bot, "Tamsin")


def test_what_a_recipient_noted_is_not_the_reporter_s_own_and_others_are_taken_out_of_it() -> None:
    bot = Dealt()
    id = bot.report()
    bot.press(f"ack:{id}", HEAD)
    bot.press(f"note:{id}", HEAD)
    bot.tell(HEAD, "I spoke to Callum and to Tamsin.", "1")
    assert "I spoke to [name removed] and to Tamsin." in drafted(bot, "Tamsin")


def test_each_report_is_read_by_it_and_that_it_was_made_is_recorded_without_saying_of_whom() -> None:
    bot = Dealt()
    id = bot.report()
    drafted(bot, "Callum")
    acts = [(act.deed, act.who, act.case) for act in bot.cases.audit if act.who == HEAD]
    assert acts[-3:] == [(Deed.EXPORTED, HEAD, ""), (Deed.OPENED, HEAD, id), (Deed.READ, HEAD, id)]


@pytest.mark.parametrize("who", [COLLEAGUE, TEACHER, DEPUTY])
def test_f48_who_has_no_report_is_offered_nothing_and_finds_nothing(who: PersonId) -> None:
    bot = Dealt()
    bot.say("inbox", who)
    before = shown(bot)
    bot.report()
    bot.say("inbox", who)
    assert shown(bot) == before
    assert DATA not in before
    for action in ("draft", f"drafted:{COLLEAGUE}", "drafted:nobody"):
        bot.press(action, who)
        assert bot.card == NOT_HERE
    assert not [act for act in bot.cases.audit if act.deed is Deed.EXPORTED]


def test_a_copy_that_is_only_a_note_tells_nobody_whom_it_is_about() -> None:
    """They may not read whom it is about, and could otherwise try one name after the other."""
    bot = Dealt()
    id = bot.report(way=("no", "start", "a pupil or former pupil contacted me online", "they contacted me", "yes", "1"))
    case = bot.cases.load(id)
    copies = [person for person in case.reached if bot.desk.school and person not in case.hops[0].people]
    for person in copies:
        assert bot.desk.extracts(person, TEACHER, bot.now) == ()
    assert copies


def test_nothing_is_looked_at_by_whoever_thinks_better_of_it() -> None:
    bot = Dealt()
    bot.report()
    bot.press("draft", HEAD)
    bot.say("1", HEAD)
    assert "Nothing was looked at." in shown(bot)
    bot.press("draft", HEAD)
    bot.say("stop", HEAD)
    assert "Nothing was looked at." in shown(bot)
    assert not [act for act in bot.cases.audit if act.deed in (Deed.EXPORTED, Deed.READ)]
