"""What someone may ask for instead of answering: to change, to add, to keep or to delete."""

from __future__ import annotations

from bot.flow import Facts, Turn
from bot.report_choices import ADD, CHANGES, NAMED, SEND
from bot.report_form import REPORT
from bot.report_more import MORE_STEPS
from bot.step import Answers


def all_heard(turn: Turn, facts: Facts) -> tuple[Answers, str]:
    """The same for everything that was answered in one go."""
    answers, wish = turn.answers, ""
    for name in turn.given:
        answers, wish = heard(answers, name, facts)
    return answers, wish


def heard(answers: Answers, step: str, facts: Facts) -> tuple[Answers, str]:
    """The answers without what the wish takes back, and the wish if more must be done for it."""
    wish = "".join(answers.get(step, ())[:1])
    if step == "identity" and wish == "change":
        return REPORT.forget(answers, "happened", facts), ""
    if step == "identity" and wish == NAMED:
        return REPORT.put(answers, REPORT.step("naming"), (NAMED,), facts).answers, ""
    if step in ("where", "rerouted") and wish in CHANGES:
        return _reopened({n: values for n, values in answers.items() if n != step}, wish, facts), ""
    if step != "send" or wish == SEND:
        return answers, ""
    kept = {name: values for name, values in answers.items() if name != "send"}
    if wish in CHANGES:
        return _reopened(kept, wish, facts), ""
    if wish == ADD:
        return {name: values for name, values in kept.items() if name not in MORE_STEPS}, ADD
    return kept, wish


def _reopened(answers: Answers, wish: str, facts: Facts) -> Answers:
    for name in CHANGES[wish]:
        answers = REPORT.forget(answers, name, facts)
    return answers
