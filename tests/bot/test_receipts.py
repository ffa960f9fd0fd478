"""A report's receipt is worked out while it is written, and forgotten when the talk is over."""

import pytest

from tests.bot.house import Bot
from tests.bot.test_bad_input import at
from tests.bot.walking import last_of_code


def test_a_report_that_is_begun_or_taken_up_again_has_its_receipt_expected() -> None:
    bot = Bot()
    bot.say("report")
    assert len(bot.receipts.expected) == 1
    bot.receipts.expected.clear()  # as in a process that has just started
    bot.say("no")
    assert len(bot.receipts.expected) == 1


@pytest.mark.parametrize("end", ["stop", "sent"])
def test_when_the_talk_is_over_nothing_is_expected_any_more(end: str) -> None:
    bot = at("send")
    if end == "stop":
        bot.say("stop")
    else:
        bot.say("send")
        bot.say(last_of_code(bot))
    assert bot.receipts.expected == set()


def test_nothing_is_kept_before_it_is_sent() -> None:
    assert at("send").receipts.kept == {}
