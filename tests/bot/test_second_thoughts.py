"""Second thoughts before anything is sent: a name put on or taken off, and answers that are kept with one word."""

from bot.report_form import REPORT
from reports.case import Filed
from tests.bot.house import TEACHER, Bot
from tests.bot.test_bad_input import at

ABOUT_THE_HEAD = ("report", "no", "start", "1", "the headteacher", "1", "1")


def typed(*lines: str) -> Bot:
    bot = Bot()
    for line in (*ABOUT_THE_HEAD, *lines):
        bot.say(line)
    return bot


def filed(bot: Bot) -> Filed:
    (events,) = bot.cases.events.values()
    assert isinstance(events[0], Filed)
    return events[0]


def test_a_name_left_off_can_be_put_on_before_it_is_sent_and_nothing_else_is_asked_again() -> None:
    bot = typed("2", "She shouted at me.", "1")
    bot.say("change whether my name is on it")
    assert bot.asked == "naming"
    bot.say("use my name")
    assert bot.asked == "send"
    bot.say("send")
    assert not filed(bot).report.anonymous
    assert filed(bot).report.concern.reporter == TEACHER


def test_where_the_words_show_who_wrote_them_a_name_is_one_of_the_answers() -> None:
    bot = typed("2", "My name is Tamsin.")
    assert bot.asked == "identity"
    bot.say("use my name after all")
    assert bot.answers["naming"] == ("named",)
    assert bot.answers["happened"] == ("My name is Tamsin.",)
    assert bot.asked == "more"


def test_a_name_put_on_can_be_taken_off_again_while_nobody_has_seen_it() -> None:
    bot = typed("1", "She shouted at me.", "1", "4", "2", "send")
    assert filed(bot).report.anonymous
    assert TEACHER not in repr(filed(bot))


def test_once_sent_there_is_no_way_back() -> None:
    bot = typed("1", "She shouted at me.", "1", "send", "back", "4")
    assert bot.asked == "code"
    assert not filed(bot).report.anonymous


def test_what_is_to_be_changed_stands_there_and_same_keeps_it() -> None:
    bot = typed("1", "She shouted at me.", "1")
    bot.say("change what happened")
    assert bot.card.asks[0].suggestion == "She shouted at me."
    bot.say("same")
    assert bot.asked == "send"


def test_same_gives_the_same_answer_at_every_step_one_goes_back_to() -> None:
    for step in REPORT.steps[1:-1]:
        bot = at(step.name)
        before = bot.answers
        bot.say("back")
        bot.say("same")
        assert (bot.asked, bot.answers) == (step.name, before), step.name


def test_same_is_no_answer_where_nothing_stood_before() -> None:
    bot = Bot()
    bot.say("report")
    bot.say("same")
    assert bot.asked == "danger"
    assert bot.card.problems
