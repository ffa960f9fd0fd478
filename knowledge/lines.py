"""Takes each paragraph's marker off it and says which paragraphs are list entries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge import dates
from knowledge.markers import Reading, is_bullet, is_named, quantity, readings, split
from knowledge.outline import follows
from knowledge.paragraphs import Paragraph, Style
from knowledge.particulars import facts, is_key
from knowledge.phrasing import begins_small, is_closed, is_filled_in, is_sentence_lead, looks_like_heading

LONGEST_UNMARKED_ENTRY = 20  # words
LONGEST_VALUE = 6  # words
LOST_BULLET = "•"  # stands for the bullet that a file lost on its way to us
_BARE = re.compile(r"(\d{1,2}) (?=[A-Z])(.+)")
_BARE_CODE = re.compile(r"([A-Z])([1-9]\d?)(?:$| (?=[A-Z\"'“‘])(.+))")
_TIGHT = re.compile(r"(\((?:[a-z]{1,4}|\d{1,2})\))(?=[^\W\d_])")
_SECTION = re.compile(r"section\s", re.I)
_PLAIN = re.compile(r"(\d{1,3})[.)]?$")
_CODE = re.compile(r"[A-Z]\.?\d")


@dataclass(frozen=True)
class Line:
    """A paragraph without its marker."""

    text: str
    number: str = ""  # as printed
    bullet: str = ""  # its glyph
    indent: int = 0
    style: Style = Style.BODY
    rank: int = 0
    page: int | None = None

    @property
    def is_entry(self) -> bool:
        return bool(self.number or self.bullet)

    @property
    def is_styled(self) -> bool:
        return self.style in {Style.HEADING, Style.TITLE}


def lines(paragraphs: Sequence[Paragraph]) -> list[Line]:
    numbered = _running(_bare_codes(_bare_numbers(_tight([line(p) for p in paragraphs]))))
    numbered = _sections_that_only_head(numbered)
    return _unmarked_lists(_keys_with_values(_lone_markers(numbered)))


def line(paragraph: Paragraph) -> Line:
    """Word keeps its automatic number or bullet apart; a number typed behind a bullet wins over it."""
    apart = paragraph.marker.strip()
    if apart and not is_bullet(apart):
        marker, text = apart, paragraph.text
    else:
        marker, text = split(paragraph.text)
        marker = marker or apart
    number, bullet = ("", marker) if is_bullet(marker) else (marker, "")
    if number and paragraph.style is Style.ROW:
        text = text.lstrip("| ")
    return Line(text.strip(), number, bullet, paragraph.level, paragraph.style, paragraph.rank, paragraph.page)


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


def _keys_with_values(found: list[Line]) -> list[Line]:
    """ "Approved by:" in one cell of a table and "Governing Body" in the next are one line."""
    joined: list[Line] = []
    for each in found:
        if joined and _is_value(each, joined[-1]):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {each.text}")
        else:
            joined.append(each)
    return joined


def _is_value(each: Line, above: Line) -> bool:
    if each.is_entry or above.is_entry or not is_key(above.text) or (facts(each.text) and not dates.find(each.text)):
        return False
    if dates.find(each.text):
        return len(each.text.split()) <= LONGEST_VALUE
    return above.text.endswith(":") and len(each.text.split()) <= LONGEST_VALUE and not is_closed(each.text)


def _unmarked_lists(found: list[Line]) -> list[Line]:
    """Below "Staff must:" or a heading, lines that lost their bullets are entries.

    Below a lead-in several short ones, or any that begin small; below a heading several that begin small.
    """
    marked = list(found)
    for place, each in enumerate(found):
        if is_sentence_lead(each.text) and not marked[place].bullet:
            end = _end_of_list(found, place + 1)
        elif each.is_styled:
            end = _end_of_fragments(found, place + 1)
        else:
            continue
        for entry in range(place + 1, end):
            marked[entry] = replace(found[entry], bullet=LOST_BULLET)
    return marked


def _end_of_fragments(found: Sequence[Line], start: int) -> int:
    """Below a heading, several lines that begin small."""
    end = start
    while end < len(found) and _could_be_entry(found[end]) and begins_small(found[end].text):
        end += 1
    return end if end - start > 1 else start


def _end_of_list(found: Sequence[Line], start: int) -> int:
    end = start
    while end < len(found) and _could_be_entry(found[end]):
        end += 1
    while end > start and _is_heading_of_next(found, end - 1):
        end -= 1
    return end if end - start > 1 or (end > start and found[start].text[:1].islower()) else start


def _could_be_entry(each: Line) -> bool:
    short = len(each.text.split()) <= LONGEST_UNMARKED_ENTRY and not each.text.endswith((".", ":", "?"))
    plain = not each.is_entry and not each.is_styled and not is_filled_in(each.text)
    return plain and (each.text[:1].islower() or short)


def _is_heading_of_next(found: Sequence[Line], place: int) -> bool:
    """A short line above a paragraph, a number or another kind of list is no entry of the list above it."""
    below = found[place + 1] if place + 1 < len(found) else None
    above_body = below is not None and (below.is_entry or is_closed(below.text) or below.text.endswith(":"))
    return above_body and looks_like_heading(found[place].text)
