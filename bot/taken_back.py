"""Answers that are open again: offered where they stood, so that nobody types a thing twice."""

from __future__ import annotations

from bot import boxes, picked
from bot.card import Kind
from bot.conversation import Conversation
from bot.doubt import certain
from bot.filling import Fields
from bot.plain import has_words
from bot.report_form import REPORT
from bot.step import Answers


def taken_back(talk: Conversation, answers: Answers, mend: Answers) -> Answers:
    """What was answered and is no longer, and the words that must be mended.

    An answer that rested on another is left out: it may be wrong now, and is asked for anew.
    """
    gone = {name: certain(values) for name, values in talk.answers.items() if not REPORT.step(name).rests_on}
    return {name: values for name, values in {**talk.was, **gone, **mend}.items() if name not in answers}


def mends(fields: Fields) -> Answers:
    """Words from a form as they would be kept: where they are not good yet, they stand in their boxes again."""
    texts = {name: picked.written(values) for name, values in fields.items() if REPORT.step(name).kind is Kind.TEXT}
    return {name: (text,) for name, text in texts.items() if has_words(text) and len(text) <= boxes.LONGEST}
