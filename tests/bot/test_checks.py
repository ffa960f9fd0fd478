"""Answers in words are looked at before they are taken, and asked again with a reason."""

from datetime import date

import pytest

from bot.checks import NO_CODE, NO_LINK, SO_LONG_AGO, STILL_TO_COME, problem
from tests.bot.test_bad_input import at

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("step", "said", "wanted"),
    [
        ("when", "21 November 2026", STILL_TO_COME),
        ("when", "20 November 2026", ""),
        ("when", "3 March 1926", SO_LONG_AGO),
        ("when", "about two weeks ago", ""),
        ("when", "skip", ""),
        ("happened", "My code is J3BF ACQG CAX8 KVAS.", NO_CODE),
        ("happened", "J3BFACQGCAX8KVAS", NO_CODE),
        ("happened", "THEY SAID THAT THEY HATE ME", ""),
        ("happened", "He sent 4 messages in YEAR FIVE CHAT", ""),
        ("link", "https://bad.example/x?y=1", ""),
        ("link", "www.bad.example", ""),
        ("link", "javascript:alert(1)", NO_LINK),
        ("link", "it was on the wall", NO_LINK),
        ("link", "https://bad.example/" + "x" * 2_000, NO_LINK),
        ("link", "skip", ""),
        ("place", "https://anywhere", ""),
    ],
)
def test_what_should_be_looked_at_again_is_said(step: str, said: str, wanted: str) -> None:
    assert problem(step, said, TODAY) == wanted


def test_the_question_is_asked_again_and_nothing_is_lost() -> None:
    bot = at("when")
    before = bot.answers
    bot.say("1 January 2027")
    assert (bot.asked, bot.answers) == ("when", before)
    assert bot.replies[-1].card.problems == {"when": STILL_TO_COME}
