"""Answers what someone types out of the blue: a question, a wish, or something that has happened to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot import answers, chatter, guidance, urgent, welcome
from bot.asking import Library, Replies, Reply
from bot.card import Card
from bot.intents import Intent, intent
from bot.plain import has_words
from reports.people import School


def answer(text: str, school: School, library: Library, today: date) -> Replies:
    """A disclosure is met with help and the private report, never with a bare clause; danger with guidance at once."""
    if not has_words(text) or text.strip().isdigit():
        return (Reply(welcome.UNREADABLE),)
    wanted = intent(text)
    match wanted:
        case Intent.EMERGENCY:
            return (Reply(Card(guidance.DANGER, urgent.parts(text, school))), Reply(welcome.DISCLOSED))
        case Intent.REPORT:
            first = urgent.parts(text, school)
            return (Reply(replace(welcome.DISCLOSED, parts=(*first, *welcome.DISCLOSED.parts))),)
        case Intent.HELP:
            return (Reply(welcome.CAN_DO),)
        case Intent.SMALLTALK:
            return (Reply(welcome.THANKED if chatter.thanks(text) else welcome.HELLO),)
    found = Reply(answers.card(library.ask(text, today)))
    return (Reply(welcome.NOT_YET[wanted]), found) if wanted in welcome.NOT_YET else (found,)
