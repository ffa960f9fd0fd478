"""What is said when an answer does not fit its question: how to answer, then more help, and never an endless loop."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot import checks, codes, guidance, urgent
from bot.card import Kind, Part, Say
from bot.filling import Fields
from bot.guidance import Barred
from bot.plain import one_line
from bot.report_form import REPORT
from bot.step import Step
from reports.people import School

PERSON_INSTEAD = "I haven't understood. Would you rather talk to someone?"
NO_SEARCH = "You're in a private report, so I won't search the policies now. Type hide to pause it, or carry on here."
QUESTION = re.compile(
    r"\?\s*$|^(can|could|may|am i|are|is|do|does|what|when|where|who|which|why|how|should|must)\b", re.IGNORECASE
)
THIRD = 3
LOOKED_AT = 2_000  # characters of what was said


def misheard(
    step: Step, said: str, problem: str, misses: int, school: School, barred: Barred
) -> tuple[tuple[Part, ...], str]:
    """What stands above the question when it is asked again, and what is said of the answer."""
    words = one_line(said)
    above: tuple[Part, ...] = urgent.parts(words, school, barred)
    if step.kind is not Kind.TEXT and codes.held_in(words):
        above = (*above, Say(checks.NO_CODE))
    if step.kind is not Kind.TEXT and len(words.split()) > 1 and QUESTION.search(words):
        above = (*above, Say(NO_SEARCH))
    if misses % THIRD == 0:
        above = (*above, Say(PERSON_INSTEAD), *guidance.someone_to_call(school))
    elif misses > 1 and step.kind is not Kind.TEXT:
        problem = problem.rstrip(".") + ", or stop."
    return above, problem


def every(
    problems: Mapping[str, str], said: Fields, misses: int, school: School, barred: Barred
) -> tuple[tuple[Part, ...], Mapping[str, str]]:
    """The same for all that was wrong in one go."""
    above: tuple[Part, ...] = ()
    told = {}
    for name, problem in problems.items():
        words = " ".join(said[name])[:LOOKED_AT]
        more, told[name] = misheard(REPORT.step(name), words, problem, misses, school, barred)
        above = (*above, *(part for part in more if part not in above))
    return above, told
