"""Keeps the lists that are open at a place of a policy: their numbers and their lead-ins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.line import Line
from knowledge.markers import Reading, readings
from knowledge.outline import follows, place

DEEPEST = 12  # lists inside one another
_BULLET = "•"  # the family of every list without numbers
_STANDS_ALONE = re.compile(r"[A-Za-z]{3,} |\d+\.\d|\d+\(|[A-Z]\.?\d")  # Rule 1, 1.1, 2(a), A.1, A1: printed whole


@dataclass(frozen=True)
class Rung:
    """The last entry of one open list."""

    reading: Reading
    number: str = ""  # composed: "5(ii)"
    marker: str = ""  # as printed
    lead_ins: tuple[str, ...] = ()  # of every entry of this list
    glyph: str = ""  # of a bullet
    indent: int = 0
    heads: bool = False  # the entry is a heading
    introduces: bool = False  # the entry ends in a colon
    stepped: bool = False  # the list began at its parent's indent and went on deeper


Rungs = tuple[Rung, ...]


def numbers_only(rungs: Rungs) -> Rungs:
    """What stays open below a plain paragraph: the numbered lists."""
    last = max((i for i, rung in enumerate(rungs, 1) if rung.number or rung.heads), default=0)
    return tuple(rung for rung in rungs[:last] if rung.reading.family != _BULLET)


def headings_only(rungs: Rungs) -> Rungs:
    """What stays open below a heading without a number: the numbered headings above it."""
    return tuple(rung for rung in rungs if rung.heads)


def entered(rungs: Rungs, line: Line, following: Sequence[str], after_paragraph: bool) -> tuple[Rungs, bool]:
    """The lists with this entry as the last, and whether it opened a list of its own."""
    if line.number:
        return _numbered(rungs, line, following, after_paragraph)
    return _bulleted(rungs, line)


def _numbered(rungs: Rungs, line: Line, following: Sequence[str], after_paragraph: bool) -> tuple[Rungs, bool]:
    rungs = _at_its_indent(_above_deeper_bullets(rungs, line), line)
    above, reading = place([rung.reading for rung in rungs], line.number, following)
    marker = line.number
    if above == len(rungs) and not after_paragraph and _repeats(rungs, line, reading):
        above, reading = above - 1, Reading(reading.family, (rungs[-1].reading.path[-1] + 1,))
        marker = str(reading.path[-1])
    above = min(above, DEEPEST - 1)
    before = rungs[above] if above < len(rungs) else None
    if before is None and after_paragraph:
        above = _restarted(rungs, reading)
    lead_ins = before.lead_ins if before else ()
    number = composed(rungs[:above], marker)
    rung = Rung(reading, number, line.number, lead_ins, "", line.indent, introduces=line.text.endswith(":"))
    return (*rungs[:above], rung), before is None


def _above_deeper_bullets(rungs: Rungs, line: Line) -> Rungs:
    """A number closes the bullets above it, unless it stands deeper or one of them introduces it."""
    while rungs and rungs[-1].glyph and not (line.indent > rungs[-1].indent or rungs[-1].introduces):
        rungs = rungs[:-1]
    return rungs


def _at_its_indent(rungs: Rungs, line: Line) -> Rungs:
    """Further out than the last entry and next in a list that stands just there, it closes the lists inside."""
    if not rungs or line.indent >= rungs[-1].indent:
        return rungs
    expecting = [
        place
        for place, rung in enumerate(rungs, 1)
        if rung.indent == line.indent and any(follows(rung.reading, reading) for reading in readings(line.number))
    ]
    return rungs[: max(expecting, default=len(rungs))]


def _repeats(rungs: Rungs, line: Line, reading: Reading) -> bool:
    """Markdown may mark every entry of a list "1."; the second is read as 2."""
    last = rungs[-1] if rungs else None
    if last is None or last.heads or last.introduces or last.indent != line.indent:
        return False
    return line.number == "1." and last.marker == "1." and last.reading.family == reading.family


def _restarted(rungs: Rungs, reading: Reading) -> int:
    """How many lists stay open above one that begins below a plain paragraph: it takes the place of its like."""
    alike = [i for i, rung in enumerate(rungs) if rung.reading.family == reading.family and not rung.heads]
    return alike[0] if alike and len(reading.path) == 1 else len(rungs)


def composed(above: Sequence[Rung], marker: str) -> str:
    """ "5(ii)" of "5." and "(ii)"; what prints its whole number itself stays as it is."""
    core = re.sub(r"^(?i:section|clause|paragraph|para)\s+", "", marker).rstrip(".:)").lstrip("(")
    core += ")" * (core.count("(") - core.count(")"))
    parent = next((rung.number for rung in reversed(above) if rung.number), "")
    return core if not parent or _STANDS_ALONE.match(core) else f"{parent}({core})"


def _bulleted(rungs: Rungs, line: Line) -> tuple[Rungs, bool]:
    rung = Rung(Reading(_BULLET, (1,)), "", "", (), line.bullet, line.indent, introduces=line.text.endswith(":"))
    level = _bullet_level(rungs, line)
    if level is None and len(rungs) < DEEPEST:
        return (*rungs, rung), True
    level = len(rungs) - 1 if level is None else level
    before = rungs[level]
    stepped = before.stepped or line.indent > before.indent
    return (*rungs[:level], replace(rung, lead_ins=before.lead_ins, stepped=stepped)), False


def _bullet_level(rungs: Rungs, line: Line) -> int | None:
    """The open list that this bullet continues; None where it opens one."""
    bullets = [i for i, rung in enumerate(rungs) if rung.glyph]
    if not bullets:
        return None
    last = rungs[bullets[-1]]
    if bullets[-1] == len(rungs) - 1 and _nests(rungs, last, line):
        return None
    return next((i for i in reversed(bullets) if _same_list(rungs[i], line)), bullets[0])


def _nests(rungs: Rungs, last: Rung, line: Line) -> bool:
    if line.indent > last.indent:
        return not _steps_in(rungs, last)
    if line.indent < last.indent:
        return False
    continues_the_sentence = last.introduces and line.text[:1].islower()
    return continues_the_sentence or all(rung.glyph != line.bullet for rung in rungs if rung.glyph)


def _steps_in(rungs: Rungs, last: Rung) -> bool:
    """The first entry of a list stands at its parent's indent by mistake; the deeper ones are its equals."""
    parent = rungs[-2] if len(rungs) > 1 else None
    return parent is not None and parent.introduces and last.indent <= parent.indent and not last.introduces


def _same_list(rung: Rung, line: Line) -> bool:
    if rung.stepped:
        return line.indent >= rung.indent and rung.glyph == line.bullet
    return rung.indent < line.indent or (rung.indent == line.indent and rung.glyph == line.bullet)
