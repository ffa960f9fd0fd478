"""What stands in a report's place when it is hidden: nothing that tells there was one."""

from datetime import date, timedelta

import pytest

from bot import cover
from bot.notices import WAITING
from bot.report_form import REPORT
from tests.bot.house import Bot
from tests.bot.test_bad_input import at

DAYS = [date(2026, 11, 20) + timedelta(days=n) for n in range(len(cover.TIPS))]


@pytest.mark.parametrize("forms", [False, True])
def test_a_hidden_report_looks_like_no_report_at_all(forms: bool) -> None:
    nobody, somebody = Bot(forms=forms), Bot(forms=forms)
    somebody.say("report")
    nobody.say("hide")
    somebody.say("hide")
    assert nobody.replies == somebody.replies
    assert somebody.replies[0].wipes


def test_it_is_the_same_cover_at_every_step() -> None:
    for step in REPORT.steps[:-1]:
        bot = at(step.name)
        bot.say("hide")
        assert bot.card == cover.tip(bot.now.date()), step.name


def test_there_is_another_each_day_and_none_speaks_of_reports_or_people() -> None:
    tips = [cover.tip(day) for day in DAYS]
    assert len({str(tip) for tip in tips}) == len(cover.TIPS)
    for tip in tips:
        assert not tip.asks
        assert not tip.buttons
        assert not {"report", "private", "code", "head", "send", "sent"} & set(str(tip).casefold().split())


def test_the_title_of_a_window_and_a_notice_tell_nothing() -> None:
    titles = {section.title for section in REPORT.sections}
    assert cover.TITLE not in titles
    assert not any(title in WAITING for title in titles)
