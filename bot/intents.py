"""What somebody wants when they have not said so with a button: read from tables of plain phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from bot import about_here, chatter, declaring_forms, harmless_signs, weighing
from bot import danger_forms as danger
from bot import danger_signs as signs
from bot import disclosure_phrases as told
from bot import intent_phrases as phrases
from bot import spoken_forms as forms
from bot.danger_phrases import DANGER
from bot.danger_scenes import SCENES
from bot.plain import one_line


class Intent(StrEnum):
    ASK = "ask"
    REPORT = "report"
    DECLARE = "declare"
    PERMIT = "permit"
    HELP = "help"
    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"


SMALL_TALK = 120  # characters: whoever only chats, or asks about the bot, is brief
LONGEST = 2_000  # characters read: what somebody wants stands in their first lines


def _any(rows: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in rows))


_OLD, _NOW = re.compile(danger.OLD), re.compile(danger.NOW)
_ALWAYS = _any((*danger.DESPAIR, *danger.CRY))
_PRESENT = _any((*danger.BEATING, danger.GRAVE, *danger.THREAT, *danger.TAKING, *danger.PICTURES, *danger.GONE))
_SIGNS, _CONTEXT, _AGAINST = (
    [(re.compile(row), points) for row, points in rows] for rows in (signs.SIGNS, signs.CONTEXT, harmless_signs.AGAINST)
)
_DANGER, _HARM, _CONTACT, _SLIP = map(_any, ((*DANGER, *SCENES), told.HARM, told.CONTACT, told.SLIP))
_FIGURES = _any(harmless_signs.FIGURES)
_REPORT, _DECLARE, _HELP, _SMALLTALK = map(
    _any,
    (
        phrases.EXPLICIT_REPORT,
        (*phrases.DECLARE, *declaring_forms.FORMS),
        (*phrases.HELP, *chatter.ABOUT_BOT, *about_here.PLAIN),
        (*phrases.SMALLTALK, *chatter.SMALL),
    ),
)
_QUESTION, _SUPPOSED, _RULES = map(re.compile, (forms.QUESTION, forms.SUPPOSED, forms.RULES))
_HAPPENED, _GREETING, _ALLOWED = map(re.compile, (forms.HAPPENED, forms.GREETING, told.ALLOWED))
_SOMEBODY, _PERMIT, _SIGNS_HERE = map(re.compile, (told.SOMEBODY, phrases.PERMIT, phrases.SIGNS_HERE))
_DECLARED, _PERSON, _ACTS = map(re.compile, (phrases.DECLARED, told.PERSON, told.ACTS))
_OWN_ACT, _WONDERS = map(re.compile, (told.OWN_ACT, forms.WONDERS))
_DOING = re.compile(r"^(?!being|getting|feeling|having|something)\w{3,}ing\b")  # "posting about the school": nobody has
_WORDS = re.compile(r"[a-z0-9']+")
_REPORT_HERE = re.compile(phrases.REPORT_HERE)
_PARTS, _SERIOUS = _any(chatter.PARTS), re.compile(chatter.SERIOUS)
_OURS, _WISH, _ELSEWHERE = map(re.compile, (about_here.OURS, about_here.WISH, about_here.ELSEWHERE))
_COMMAS = re.compile(r"[,.!?;:]+\s*|\s+[-–]\s+")
_SMALL = forms.SMALL_WORDS, forms.SMALL_TELLING
_ABOUT_US = forms.HELP_WORDS | forms.HELP_TELLING, forms.HELP_TELLING
_SENTENCES = re.compile(
    r"(?<=[.!?;])\s+|\s+[-–]\s+|\n+"
    r"|,\s+(?=(?:so )?(?:what |how |who |where )?(?:do|can|should|may|am|is|are|does) "
    r"(?:i|we|that|it|this|they|he|she|you|staff|kids|pupils|parents)\b)"
    r"|,\s+(?=(?:who|what|how|where|when) (?:deals?|happens?|sorts?|covers?|pays?|is|does|next|now)\b)"
)


def intent(text: str) -> Intent:
    """Plain danger first; then what phrases and signs say, weighed with the words; a question where none speaks."""
    heard = one_line(text).casefold().replace("’", "'")[:LONGEST]
    said = _sentences(heard)
    plainly = _FIGURES.sub(" ", heard)
    only_asks = all(map(_only_asks, said if plainly == heard else _sentences(plainly)))
    if not only_asks and _is_plain_danger(plainly):
        return Intent.EMERGENCY
    wished = _wished(heard, said)
    if wished is Intent.PERMIT:
        return wished
    signs_told = 0.0 if only_asks else max(_points(plainly), 0.0)
    return Intent(weighing.chosen(heard, wished.value, any(map(_is_question, said)), signs_told))


def _wished(heard: str, said: Sequence[str]) -> Intent:
    """What is plainly said, then what a disclosure would say; a question where none fits."""
    wanted: tuple[tuple[Intent, Callable[[], bool]], ...] = (
        (Intent.SMALLTALK, lambda: _chats(heard)),
        (Intent.DECLARE, lambda: any(_declares(sentence) for sentence in said) and not _harms(said)),
        (Intent.REPORT, lambda: any(_wants_to_report(sentence) for sentence in said)),
        (Intent.HELP, lambda: any(map(_is_about_us, said)) and not _harms([s for s in said if not _is_about_us(s)])),
        (Intent.PERMIT, lambda: bool(_PERMIT.search(heard))),
        (Intent.REPORT, lambda: _tells(said)),
        (Intent.HELP, lambda: bool(_HELP.search(heard)) or _all_of(heard, *_ABOUT_US)),
        (Intent.REPORT, lambda: not any(map(_is_question, said)) and any(map(_narrates, said))),
    )
    return next((wish for wish, fits in wanted if fits()), Intent.ASK)


def _sentences(heard: str) -> Sequence[str]:
    return [bare for part in _SENTENCES.split(heard) if (bare := _GREETING.sub("", part).strip())]


def _is_plain_danger(heard: str) -> bool:
    told_now = _ALWAYS.search(heard) or (_PRESENT.search(heard) and (_NOW.search(heard) or not _OLD.search(heard)))
    return bool(told_now or _DANGER.search(heard))


def _points(heard: str) -> float:
    """How much speaks for danger, less what speaks against it; where and when alone say nothing."""
    told = _sum(_SIGNS, heard)
    return told + _sum(_CONTEXT, heard) - _sum(_AGAINST, heard) if told else 0.0


def _sum(rows: Iterable[tuple[re.Pattern[str], float]], heard: str) -> float:
    return sum(points for row, points in rows if row.search(heard))


def _only_asks(sentence: str) -> bool:
    """A question about rules, or about what might happen; not one in which something has happened."""
    if _HAPPENED.search(sentence):
        return False
    if _is_question(sentence):
        return True
    return bool(_RULES.search(sentence))


def _chats(heard: str) -> bool:
    """Small talk as a whole, or in each of its parts, and nothing of work among them."""
    if _SMALLTALK.search(heard) or _all_of(heard, *_SMALL):
        return True
    parts = [part for part in _COMMAS.split(heard) if part.strip()] if len(heard) <= SMALL_TALK else []
    return bool(parts) and not _SERIOUS.search(heard) and all(map(_is_small, parts))


def _is_small(part: str) -> bool:
    return bool(_PARTS.search(part) or _SMALLTALK.search(part)) or _all_of(part, *_SMALL)


def _is_about_us(sentence: str) -> bool:
    """Something of ours, and what one would know of it or do with it; not of a pupil, a rule or a file at work."""
    brief = len(sentence) <= SMALL_TALK
    return bool(brief and _OURS.search(sentence) and _WISH.search(sentence)) and not _ELSEWHERE.search(sentence)


def _declares(sentence: str) -> bool:
    declares = _DECLARE.search(sentence) or _DECLARED.search(sentence)
    return bool(declares) and (not _is_question(sentence) or bool(_SIGNS_HERE.search(sentence)))


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
    if not _SOMEBODY.search(sentence) or _DOING.search(sentence):
        return False
    if _is_question(sentence) and (_SUPPOSED.search(sentence) or not _HAPPENED.search(sentence)):
        return False
    return not _RULES.search(sentence) or bool(_HAPPENED.search(sentence))


def _narrates(sentence: str) -> bool:
    """Someone did something. It need not be harm: whoever only tells, and asks nothing, wants to be heard."""
    if _RULES.search(sentence) or _WONDERS.search(sentence):
        return False
    return bool(_OWN_ACT.search(sentence) or (_PERSON.search(sentence) and _ACTS.search(sentence)))


def _all_of(heard: str, words: frozenset[str], telling: frozenset[str]) -> bool:
    said = set(_WORDS.findall(heard))
    return bool(said & telling) and said <= words


def _is_question(sentence: str) -> bool:
    return bool(_QUESTION.search(sentence)) or sentence.endswith("?")
