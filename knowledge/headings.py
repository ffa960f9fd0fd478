"""Decides which lines head a part of the policy, and which headings stand above a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.line import Line
from knowledge.markers import is_named, readings
from knowledge.paragraphs import Style
from knowledge.phrasing import begins_small, is_closed, is_sentence_lead, looks_like_heading

LONGEST_STYLED_HEADING = 25  # words: a whole paragraph set in a heading's style is still a paragraph

_SCOPE = re.compile(r"(?:appendix|appendices|annexe?|schedule)\b", re.I)
_EXTRACT = re.compile(r"(?:see )?(?:the )?(?:following )?(?:an )?(extracts? (?:from|of)\b.*)", re.I)
_SMALL_MARKER = re.compile(r"\(|[a-z0-9]{1,4}\)|[a-z]{1,4}\.$")  # (a) a) (1) i.: entries more often than headings

# How high an unranked heading stands: below every ranked one; numbered ones by their depth, others one step below.
_UNRANKED = 100
_STEP = 10


@dataclass(frozen=True)
class Heading:
    text: str  # without its number and colon
    height: int  # the smaller, the higher
    scope: str = ""  # the name of an appendix or extract, whose numbers begin again
    numbered: bool = False


def is_heading(lines: Sequence[Line], place: int, in_list: bool) -> bool:
    """Whether the line heads what comes next. `in_list`: it stands where the next entry of an introduced list would."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if not line.text:
        return True  # a number without words
    if scope_name(line):
        return True
    if below is None or line.bullet or line.style is Style.ROW:
        return False
    if line.is_styled and (line.rank or line.style is Style.TITLE):
        if len(line.text.split()) > LONGEST_STYLED_HEADING or _heads_nothing(line, below):
            return False
        return not (below.is_entry and is_sentence_lead(line.text))
    if not looks_like_heading(line.text) or _leads_list(line, below):
        return False
    return not line.number or line.is_styled or (not in_list and _heads_a_section(line, below))


def _heads_nothing(line: Line, below: Line) -> bool:
    """ "Doors stay shut." in a heading's style, with its equal right below, is a rule and not the name of a part."""
    return is_closed(line.text) and not line.text.endswith("?") and 0 < below.rank <= line.rank


def _heads_a_section(line: Line, below: Line) -> bool:
    """A numbered line heads what is not just the next entry beside it."""
    if below.number and _beside(line.number, below.number):
        return False
    return not _SMALL_MARKER.match(line.number) or not (below.is_entry or is_closed(line.text))


def _beside(number: str, below: str) -> bool:
    """The number below is the next of the same list, or the next but one."""
    return any(
        a.family == b.family and a.path[:-1] == b.path[:-1] and 1 <= b.path[-1] - a.path[-1] <= 2
        for a in readings(number)
        for b in readings(below)
    )


def _leads_list(line: Line, below: Line) -> bool:
    """ "Staff must:" and "Governors:" introduce the fragments below them; "Scope:" heads the sentences below it."""
    if not below.is_entry or not line.text.endswith(":") or line.text.isupper():
        return False
    heads = (is_closed(below.text) and not begins_small(below.text)) or (
        bool(below.number) and looks_like_heading(below.text)
    )
    return is_sentence_lead(line.text) or not heads


def scope_name(line: Line) -> str:
    """ "Extract from the Lettings Code" of a line that begins an extract or appendix; empty for any other."""
    printed = f"{line.number} {line.text}".strip().rstrip(":")
    if line.bullet or is_closed(printed) or len(printed.split()) > LONGEST_STYLED_HEADING:
        return ""
    if extract := _EXTRACT.match(printed):
        return extract.group(1)[:1].upper() + extract.group(1)[1:]
    named = _SCOPE.match(line.number) or (_SCOPE.match(printed) and (line.is_styled or len(printed.split()) <= 3))
    return (line.number.rstrip(".:)") or printed) if named else ""


def heading(line: Line, depth: int, above: Sequence[Heading]) -> Heading:
    """`depth`: how deep its number stands among the numbered headings, from one; 0 without a number."""
    scope = scope_name(line)
    number = line.number.rstrip(".:)")
    whole = not line.text or is_named(line.number)  # "Stage 2: Formal"; but "Scope" of "2. Scope"
    named = (f"{number}: {line.text}" if whole else line.text).rstrip(": ")
    return Heading(named, 0 if scope and not line.rank else _height(line, depth, above), scope, depth > 0)


def _height(line: Line, depth: int, above: Sequence[Heading]) -> int:
    if line.style is Style.TITLE:
        return 0
    if line.rank:
        return line.rank
    if depth:
        return _UNRANKED + _STEP * depth
    numbered = [each.height for each in above if each.numbered]
    beside = max(numbered) + _STEP if numbered else _UNRANKED + _STEP
    return beside - (1 if line.text.isupper() else 0)


def below(above: Sequence[Heading], new: Heading, directly: bool) -> tuple[Heading, ...]:
    """The headings that stand above what follows a new one.

    Of two alike with nothing between them, the first is a heading of headings: `directly`.
    """
    kept = tuple(each for each in above if each.height < new.height)
    if not (directly and above and above[-1].height == new.height and not above[-1].numbered):
        return (*kept, new)
    if new.numbered:
        return (*kept, replace(above[-1], height=new.height - _STEP // 2), new)
    return (*above, replace(new, height=new.height + 1))
