"""A report's receipt is worked out while it is written, and forgotten when the talk is over."""

import pytest

from bot.card import Secret
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


def test_f38_whoever_asks_for_a_new_code_is_shown_the_same_one_until_it_is_in_force() -> None:
    bot = at("send")
    bot.say("send")
    bot.say(last_of_code(bot))
    (old,) = bot.receipts.kept
    bot.say("status")
    bot.say(old)
    shown = [code_shown(bot, "renew") for _ in range(2)]
    assert shown[0] == shown[1] != old
    assert set(bot.receipts.kept) == {old}
    for _ in range(2):  # pressed twice
        bot.press("renewed")
        assert set(bot.receipts.kept) == {shown[0]}
    assert bot.receipts.kept[shown[0]]


def test_a_new_code_that_was_never_shown_is_never_in_force() -> None:
    bot = at("send")
    bot.say("send")
    bot.say(last_of_code(bot))
    before = dict(bot.receipts.kept)
    bot.press("renewed")  # without the old code
    bot.say("status")
    bot.say(next(iter(before)))
    bot.press("renewed")
    assert bot.receipts.kept == before


def code_shown(bot: Bot, action: str) -> str:
    bot.press(action)
    (secret,) = (part for part in bot.card.parts if isinstance(part, Secret))
    return secret.text.replace(" ", "")
