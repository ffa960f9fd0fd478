"""Faults of what is typed and of what waits: wrong codes, endless words, floods, and platforms that are down."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from reports.desk import ACCOUNT
from reports.report import CaseId, Concern, Kind, Report
from tests.bot.dealt import COLLEAGUE, Dealt
from tests.bot.house import HEAD, TEACHER
from tests.bot.test_bad_input import at

WRONG, SECONDS = 1_000, 2.0
LONG = 10_000_000
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", f"person:{COLLEAGUE}"}), TEACHER)
NUMBERS = "01632 960102"
THREAT = ("report", "no", "start", "a threat", "a parent or carer", "1", "1", "He said he would wait.", "send")


def test_f37_a_thousand_wrong_codes_are_answered_alike_and_take_nothing_from_anyone() -> None:
    bot = Dealt()
    bot.report()
    answers = set()
    for n in range(WRONG):
        bot.tell(TEACHER, "status", f"AAAA BBBB {n:04} DDDD")
        answers.add(str(bot.replies))
    assert len(answers) == 1
    assert bot.card.title == "No report found"
    bot.say("999")
    assert "999" in str(bot.replies)
    bot.tell(TEACHER, "status", bot.code)
    assert bot.card.title == "Your report"


def test_f10_what_could_not_be_delivered_yet_says_so_with_numbers_outside() -> None:
    bot = Dealt()
    bot.tell(TEACHER, *THREAT)
    bot.say(bot.code[-4:])
    bot.now += timedelta(hours=2)
    bot.follow()
    assert "Not delivered yet" in str(bot.card)
    assert NUMBERS in str(bot.card)


@pytest.mark.parametrize("sign", ["x", "x ", "\0", "\u202e", "🙂", "\ud800", "a\u0301", "\n"])
def test_f51_ten_megabytes_of_anything_are_refused_in_a_sentence_and_nothing_is_lost(sign: str) -> None:
    bot = at("happened")
    before, begun = bot.answers, time.monotonic()
    bot.say(sign * (LONG // len(sign.encode(errors="surrogatepass"))))
    assert time.monotonic() - begun < SECONDS
    assert (bot.asked, bot.answers) == ("happened", before)
    assert bot.card.problems


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("שלום עולם", "שלום עולם"),
        ("a\u202eb\u202c c", "ab c"),
        ("a\0b null", "ab null"),
        ("lone \ud800 half", "lone  half"),
        ("ha" + "🙂" * 2_000, "ha" + "🙂" * 2_000),
    ],
)
def test_f51_odd_words_of_a_good_length_are_kept_whole_but_for_marks_that_nobody_sees(typed: str, kept: str) -> None:
    bot = at("happened")
    bot.say(typed)
    assert bot.answers["happened"] == (kept,)


def test_f55_three_hundred_reports_reach_one_person_once_each_and_guidance_does_not_wait() -> None:
    bot = Dealt()
    ids = [CaseId(f"F{n}") for n in range(300)]
    for id in ids:
        bot.desk.file(Report(id, bot.now, CONCERN, False), {ACCOUNT: "He wrote about me."}, id)
    bot.carry()
    assert [to for to, _ in bot.courier.sent].count(HEAD) == 300
    assert {case.id for case in bot.desk.waiting_for(HEAD)} == set(ids)
    assert all(bot.cases.words(id)[ACCOUNT] == "He wrote about me." for id in ids)
    begun = time.monotonic()
    bot.say("999")
    assert "999" in str(bot.replies)
    assert time.monotonic() - begun < 0.2
