"""Finds the numbers that only the lines around them tell from words: "1 Scope", "(b)who", and one alone on its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge import dates
from knowledge.line import Line
from knowledge.markers import Reading, is_named, quantity, readings
from knowledge.outline import follows

_BARE = re.compile(r"(\d{1,2}) (?=[A-Z])(.+)")
_BARE_CODE = re.compile(r"([A-Z])([1-9]\d?)(?:$| (?=[A-Z\"'“‘])(.+))")
_TIGHT = re.compile(r"(\((?:[a-z]{1,4}|\d{1,2})\))(?=[^\W\d_])")
_SECTION = re.compile(r"section\s", re.I)
_PLAIN = re.compile(r"(\d{1,3})[.)]?$")
_CODE = re.compile(r"[A-Z]\.?\d")


def numbered(found: list[Line]) -> list[Line]:
    """The lines with every number taken off its text."""
    found = _running(_bare_codes(_bare_numbers(_tight(found))))
    return _lone_markers(_sections_that_only_head(found))


def _tight(found: list[Line]) -> list[Line]:
    """ "(b)who" below "(a) that" is numbered; "(s)he" that follows no (r) is a word."""
    tight = list(found)
    last: tuple[Reading, ...] = ()
    for place, each in enumerate(found):
        number = _TIGHT.match(each.text) if not each.is_entry else None
        if number and any(follows(one, other) for one in last for other in readings(number.group(1))):
            tight[place] = replace(each, number=number.group(1), text=each.text[number.end() :])
        last = readings(tight[place].number) if tight[place].number else last
    return tight


def _sections_that_only_head(found: list[Line]) -> list[Line]:
    """Where paragraphs are numbered on from section to section, "Section 2" is a name, and no part of their numbers."""
    starts: list[tuple[int, int]] = []  # of each section: the last number above it, and its first
    last, opened = 0, False
    for each in found:
        if is_named(each.number):
            break  # an appendix begins again
        if _SECTION.match(each.number):
            opened = True
        elif plain := _PLAIN.match(each.number):
            if opened:
                starts.append((last, int(plain.group(1))))
            last, opened = int(plain.group(1)), False
    if len(starts) < 2 or any(first != above + 1 for above, first in starts):
        return found
    return [_named(each) if _SECTION.match(each.number) else each for each in found]


def _named(each: Line) -> Line:
    number = each.number.rstrip(".:)")
    return replace(each, number="", text=f"{number}: {each.text}" if each.text else number)


def _bare_numbers(found: list[Line]) -> list[Line]:
    """ "1 Scope" is numbered where "2 ..." comes after it; a "2 Governors" that follows no 1 is a sentence."""
    expected, numbered = 1, {}
    for place, each in enumerate(found):
        bare = None if each.is_entry else _BARE.match(each.text)
        if bare and int(bare.group(1)) == expected and not dates.begins(bare.group(2)):
            numbered[place] = replace(each, number=bare.group(1), text=bare.group(2))
            expected += 1
    return _where_several(found, numbered)


def _bare_codes(found: list[Line]) -> list[Line]:
    """ "A1 Governors" is numbered where "A2 ..." or "B1 ..." comes after it; "A4 Paper" that follows no A3 is paper."""
    expected, numbered = {("A", 1)}, {}
    for place, each in enumerate(found):
        bare = None if each.is_entry else _BARE_CODE.match(each.text)
        if bare and (code := (bare.group(1), int(bare.group(2)))) in expected:
            numbered[place] = replace(each, number=code[0] + bare.group(2), text=bare.group(3) or "")
            expected = {(code[0], code[1] + 1), (chr(ord(code[0]) + 1), 1)}
    return _where_several(found, numbered)


def _where_several(found: list[Line], numbered: Mapping[int, Line]) -> list[Line]:
    return [numbered.get(place, each) for place, each in enumerate(found)] if len(numbered) > 1 else found


def _running(found: list[Line]) -> list[Line]:
    """ "1.2 to count pupils" is a number below 1.1, whatever follows it; "1.5 million" below 1.1 is none."""
    numbered: list[Line] = []
    last: tuple[int, ...] = ()
    for place, each in enumerate(found):
        decimal, text = ("", "") if each.is_entry else quantity(each.text)
        path = _path(decimal or each.number)
        runs = bool(decimal) and (
            path in _next(last) or (path[-1] == 1 and _path_below(found, place) == (*path[:-1], 2))
        )
        numbered.append(replace(each, number=decimal, text=text) if runs else each)
        last = path if path and (runs or not decimal) else last
    return numbered


def _path_below(found: Sequence[Line], place: int) -> tuple[int, ...]:
    below = found[place + 1] if place + 1 < len(found) else None
    return _path(below.number or quantity(below.text)[0]) if below else ()


def _path(number: str) -> tuple[int, ...]:
    """Of a decimal: (1, 2) for 1.2; empty for any other marker."""
    return next((reading.path for reading in readings(number) if number[0].isdigit()), ()) if number else ()


def _next(last: tuple[int, ...]) -> set[tuple[int, ...]]:
    """What may follow 4.6 in running numbers: 4.6.1, 4.7, 4.7.1, 5 and 5.1."""
    steps = [(*last[:level], last[level] + 1) for level in range(len(last))]
    return {(*last, 1), *steps, *((*step, 1) for step in steps)} if last else set()


def _lone_markers(found: list[Line]) -> list[Line]:
    """A number on a line of its own belongs to the paragraph below it."""
    joined: list[Line] = []
    for each in found:
        if (
            joined
            and joined[-1].number
            and not joined[-1].text
            and not each.is_entry
            and (not joined[-1].number[0].isalpha() or _CODE.match(joined[-1].number))
        ):
            joined[-1] = replace(each, number=joined[-1].number, indent=joined[-1].indent)
        else:
            joined.append(each)
    return joined
