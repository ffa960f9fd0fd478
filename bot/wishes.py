"""What someone may ask for instead of answering: to change, to add, to keep or to delete."""

from __future__ import annotations

from bot.flow import Facts
from bot.report_choices import ADD, CHANGES, SEND
from bot.report_form import REPORT
from bot.report_more import MORE_STEPS
from bot.step import Answers


def heard(answers: Answers, step: str, facts: Facts) -> tuple[Answers, str]:
    """The answers without what the wish takes back, and the wish if more must be done for it."""
    wish = "".join(answers.get(step, ())[:1])
    if step == "identity" and wish == "change":
        return REPORT.forget(answers, "happened", facts), ""
    if step != "send" or wish == SEND:
        return answers, ""
    kept = {name: values for name, values in answers.items() if name != "send"}
    if wish in CHANGES:
        for name in CHANGES[wish]:
            kept = dict(REPORT.forget(kept, name, facts))
        return kept, ""
    if wish == ADD:
        return {name: values for name, values in kept.items() if name not in MORE_STEPS}, ADD
    return kept, wish
