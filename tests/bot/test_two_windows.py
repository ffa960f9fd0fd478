"""Two windows of one person, each with another report: what is said in one never goes to those who have the other.

All of these went wrong: a question about one report was put to the reporter of another, and a name that was to stand
on one stood on another.
"""

from __future__ import annotations

import pytest

from bot import welcome
from bot.asking import AGAIN, Filled, Pressed, Said
from bot.card import Card
from bot.commands import Command
from reports.report import CaseId
from tests.bot.dealt import Dealt
from tests.bot.house import HEAD, TEACHER

WORDS = "Which of them wrote it?"


def two_reports(hidden: bool = True) -> tuple[Dealt, list[CaseId], list[str]]:
    bot = Dealt()
    cases, codes = [], []
    for _ in range(2):
        cases.append(bot.report(hidden))
        codes.append(bot.code)
    return bot, cases, codes


def followed(bot: Dealt, code: str) -> Card:
    return bot.tell(TEACHER, "stop", "status", code)[-1].card


def said_of(bot: Dealt, id: CaseId) -> list[str]:
    return [text for name, text in bot.cases.kept[id].items() if name != "account"]


@pytest.mark.parametrize("verb", ["ask", "note"])
def test_words_about_one_report_never_go_to_the_other_that_was_opened_since(verb: str) -> None:
    bot, (first, second), _ = two_reports()
    asked = bot.press(f"{verb}:{first}", HEAD)[-1].card
    bot.press(f"{verb}:{second}", HEAD)
    for what in (Filled({"words": (WORDS,)}), Said(WORDS)):
        assert bot.on(asked, what, HEAD)[-1].card == welcome.ELSEWHERE
    for what in (Filled({"send": ("send",)}), Said("1")):
        bot.on(asked, what, HEAD)
    assert said_of(bot, first) == said_of(bot, second) == []


def test_the_window_that_is_ahead_goes_on_as_if_there_were_no_other() -> None:
    bot, (first, second), _ = two_reports()
    before = bot.press(f"ask:{first}", HEAD)[-1].card
    asked = bot.press(f"ask:{second}", HEAD)[-1].card
    bot.on(before, Pressed("stop"), HEAD)
    bot.on(before, Said("back"), HEAD)
    bot.on(before, Pressed(AGAIN), HEAD)
    checked = bot.on(asked, Filled({"words": (WORDS,)}), HEAD)[-1].card
    bot.on(checked, Filled({"send": ("send",)}), HEAD)
    assert said_of(bot, second) == [WORDS]
    assert said_of(bot, first) == []


@pytest.mark.parametrize("verb", ["sign-now", "withdraw-now", "withdraw", "add", "renew", "mine", "done"])
def test_a_button_of_one_report_does_nothing_to_the_other_that_was_opened_since(verb: str) -> None:
    bot, (first, second), (one, other) = two_reports()
    before, now = followed(bot, one), followed(bot, other)
    assert bot.on(before, Pressed(verb))[-1].card == welcome.ELSEWHERE
    for id in (first, second):
        case = bot.desk.cases.load(id)
        assert case.anonymous
        assert not case.over
    assert bot.on(now, Pressed("mine"))[-1].card == now


def test_what_a_reporter_adds_to_one_report_never_goes_to_those_who_have_the_other() -> None:
    bot, (first, second), (one, other) = two_reports()
    followed(bot, one)
    adding = bot.button("Add something", TEACHER)[-1].card
    followed(bot, other)
    bot.button("Add something", TEACHER)
    bot.on(adding, Filled({"words": ("He is in charge of it.",)}))
    bot.on(adding, Filled({"send": ("send",)}))
    assert said_of(bot, first) == said_of(bot, second) == []


def test_after_adding_something_the_report_that_is_shown_is_the_one_that_its_buttons_are_of() -> None:
    bot, (first, _), (one, _) = two_reports()
    shown = followed(bot, one)
    adding = bot.on(shown, Pressed("add"))[-1].card
    checked = bot.on(adding, Filled({"words": ("There is more.",)}))[-1].card
    back = bot.on(checked, Filled({"send": ("send",)}))[-1].card
    bot.on(back, Pressed("sign"))
    bot.on(bot.card, Pressed("sign-now"))
    assert bot.desk.cases.load(first).named


def test_hiding_and_asking_for_help_in_danger_work_in_every_window() -> None:
    bot, _, (one, other) = two_reports()
    before = followed(bot, one)
    followed(bot, other)
    for command in ("danger", "help", "hide"):
        assert bot.on(before, Pressed(command))[-1].card != welcome.ELSEWHERE


def test_no_card_says_whose_report_it_is_of_or_which_one() -> None:
    bot, cases, codes = two_reports()
    for code in codes:
        shown = followed(bot, code)
        assert shown.of
        assert shown.of not in (*cases, code, TEACHER)


def test_what_is_written_for_one_report_never_goes_into_another_that_was_begun_since() -> None:
    bot = Dealt(forms=True)
    bot.tell(TEACHER, "report")
    bot.fill({"danger": ("no",)})
    begun = bot.fill({"start": ("start",)})[-1].card
    bot.press("stop")
    bot.tell(TEACHER, "report")
    bot.fill({"danger": ("no",)})
    other = bot.fill({"start": ("start",)})[-1].card
    assert begun.asks == other.asks
    for what in (Filled({"kind": ("harassment",)}), Pressed("back"), Pressed("stop"), Pressed(AGAIN)):
        assert bot.on(begun, what)[-1].card == welcome.ELSEWHERE
    assert bot.on(other, Filled({"kind": ("threat",)}))[-1].card != welcome.ELSEWHERE
    assert bot.answers["kind"] == ("threat",)


def test_no_form_of_a_report_holds_the_id_under_which_it_will_be_kept() -> None:
    bot = Dealt()
    bot.report()
    assert {card.of for card in bot.seen} & set(bot.cases.events) == set()
    assert any(card.of for card in bot.seen)


def test_two_windows_that_begin_at_the_same_moment_begin_one_report() -> None:
    bot = Dealt()
    private = bot.assistant._private
    assert private
    one, two = (private.command(Command.REPORT, None, TEACHER, bot.now)[-1].card for _ in range(2))
    assert one.of == two.of != ""
    assert bot.on(one, Said("no"))[-1].card != welcome.ELSEWHERE
