"""What somebody wants when they have not said so with a button: read from tables of plain phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot import intent_phrases as phrases
from bot.danger_phrases import DANGER
from bot.plain import one_line


class Intent(StrEnum):
    ASK = "ask"
    REPORT = "report"
    DECLARE = "declare"
    PERMIT = "permit"
    HELP = "help"
    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"


LONGEST = 2_000  # characters read: what somebody wants stands in their first lines


def _any(rows: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows))


_DANGER, _HARM, _CONTACT, _SLIP = map(_any, (DANGER, phrases.HARM, phrases.CONTACT, phrases.SLIP))
_REPORT, _DECLARE, _HELP, _SMALLTALK = map(
    _any, (phrases.EXPLICIT_REPORT, phrases.DECLARE, phrases.HELP, phrases.SMALLTALK)
)
_QUESTION, _SUPPOSED, _RULES = map(re.compile, (phrases.QUESTION, phrases.SUPPOSED, phrases.RULES))
_HAPPENED, _GREETING, _ALLOWED = map(re.compile, (phrases.HAPPENED, phrases.GREETING, phrases.ALLOWED))
_SOMEBODY, _PERMIT, _SIGNS_HERE = map(re.compile, (phrases.SOMEBODY, phrases.PERMIT, phrases.SIGNS_HERE))
_REPORT_HERE = re.compile(phrases.REPORT_HERE)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\s+[-–]\s+|\n+")


def intent(text: str) -> Intent:
    """Danger first, then what is plainly said, then what a disclosure would say; a question where none fits."""
    heard = one_line(text).casefold().replace("’", "'")[:LONGEST]
    said = _sentences(heard)
    if _in_danger(heard, said):
        return Intent.EMERGENCY
    wanted = (
        (Intent.SMALLTALK, lambda: bool(_SMALLTALK.search(heard))),
        (Intent.DECLARE, lambda: any(_declares(sentence) for sentence in said) and not _harms(said)),
        (Intent.REPORT, lambda: any(_wants_to_report(sentence) for sentence in said)),
        (Intent.PERMIT, lambda: bool(_PERMIT.search(heard))),
        (Intent.REPORT, lambda: _tells(said)),
        (Intent.HELP, lambda: bool(_HELP.search(heard))),
    )
    return next((wish for wish, fits in wanted if fits()), Intent.ASK)


def _sentences(heard: str) -> Sequence[str]:
    return [bare for part in _SENTENCES.split(heard) if (bare := _GREETING.sub("", part).strip())]


def _in_danger(heard: str, said: Sequence[str]) -> bool:
    """Words of danger, unless all of it only asks what the rules are or what would be done."""
    return bool(_DANGER.search(heard)) and not all(_only_asks(sentence) for sentence in said)


def _only_asks(sentence: str) -> bool:
    """A question about rules, or about what might happen; not one in which something has happened."""
    if _HAPPENED.search(sentence):
        return False
    if _is_question(sentence):
        return True
    return bool(_RULES.search(sentence))


def _declares(sentence: str) -> bool:
    return bool(_DECLARE.search(sentence)) and (not _is_question(sentence) or bool(_SIGNS_HERE.search(sentence)))


def _wants_to_report(sentence: str) -> bool:
    """Not a question about reporting: "who do I report it to?"."""
    return bool(_REPORT.search(sentence)) and (not _is_question(sentence) or bool(_REPORT_HERE.search(sentence)))


def _tells(said: Sequence[str]) -> bool:
    """Something that happened is told: harm, a slip of the asker's, or a contact that nobody asks to be allowed."""
    contact = any(_CONTACT.search(s) and _has_happened(s) for s in said) and not any(map(_ALLOWED.search, said))
    return contact or _harms(said) or any(_SLIP.search(sentence) and not _is_question(sentence) for sentence in said)


def _harms(said: Sequence[str]) -> bool:
    return any(_HARM.search(sentence) and _has_happened(sentence) for sentence in said)


def _has_happened(sentence: str) -> bool:
    """Of somebody, and not as a question of what would be done if it did."""
    if not _SOMEBODY.search(sentence):
        return False
    if _is_question(sentence) and (_SUPPOSED.search(sentence) or not _HAPPENED.search(sentence)):
        return False
    return not _RULES.search(sentence) or bool(_HAPPENED.search(sentence))


def _is_question(sentence: str) -> bool:
    return bool(_QUESTION.search(sentence)) or sentence.endswith("?")
