"""What somebody wants when they have not said so with a button: read from a table of plain phrases."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.plain import one_line


class Intent(StrEnum):
    ASK = "ask"
    REPORT = "report"
    DECLARE = "declare"
    PERMIT = "permit"
    HELP = "help"
    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"


PHRASES: tuple[tuple[Intent, str], ...] = (
    (Intent.EMERGENCY, r"\b(999|emergency|in danger|bomb|stab(bed|bing)?|going to (kill|hurt|harm|jump))\b"),
    (
        Intent.EMERGENCY,
        r"\b(nude|naked|topless|indecent|sexual)\b.*\b(pic|pics|photo|photos|image|images|video)\b.*"
        r"\b(pupil|student|child|girl|boy|year old|1[0-7])\b",
    ),
    (
        Intent.DECLARE,
        r"\bsign(ed|ing)?\b(?! language| in\b| up\b| of\b)|\bmy declaration\b|\bi('ve| have) read\b",
    ),
    (
        Intent.PERMIT,
        r"\b(i need|i want|i'd like|give me|please give|request|requesting|apply for|get|grant( me)?)\b.*"
        r"\bpermission\b",
    ),
    (Intent.REPORT, r"\bi('d| would| want| need)?\b.*\b(like|want|need)\b.*\b(report|complain|raise|disclose)\b"),
    (Intent.REPORT, r"^(make|start|send|file) a (private )?report\b"),
    (
        Intent.REPORT,
        r"\b(is|are|was|were|has been|have been|keeps?|'s been) (bullying|harassing|threatening|posting "
        r"about|sending) me\b|\bi('m| am| was|'ve been| have been) (being )?(bullied|harassed|threatened|abused)\b",
    ),
    (
        Intent.HELP,
        r"^(what can you do|how do(es)? (this|it|you) work|what do you do|help me|what are you|who are you)\b",
    ),
    (
        Intent.SMALLTALK,
        r"^(hi|hello|hey|hiya|morning|good (morning|afternoon|evening)|thanks|thank you|cheers|ta|ok|"
        r"okay|bye|goodbye|great|lovely)( .{0,20})?[ .!]*$",
    ),
)
COMPILED = tuple((intent, re.compile(phrase)) for intent, phrase in PHRASES)
LONGEST = 2_000  # characters read: what somebody wants stands in their first lines


def intent(text: str) -> Intent:
    """The first line of the table that fits; a question to be asked where none does."""
    heard = one_line(text).casefold().replace("’", "'")[:LONGEST]
    if _is_question(heard):
        return next((i for i, phrase in COMPILED if i in ASKED_TOO and phrase.search(heard)), Intent.ASK)
    return next((i for i, phrase in COMPILED if phrase.search(heard)), Intent.ASK)


ASKED_TOO = frozenset({Intent.HELP, Intent.PERMIT})  # what may be wanted in the form of a question


def _is_question(heard: str) -> bool:
    return bool(
        re.match(r"(can|could|may|am|are|is|do|does|did|what|when|where|who|whom|which|why|how|should|must)\b", heard)
    )
