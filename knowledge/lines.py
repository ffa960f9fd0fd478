"""Makes lines of paragraphs, and says which of them are list entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge import dates
from knowledge.line import Line, line
from knowledge.neighbours import numbered
from knowledge.paragraphs import Paragraph
from knowledge.particulars import facts, is_key
from knowledge.phrasing import begins_small, is_closed, is_filled_in, is_sentence_lead, looks_like_heading

LONGEST_UNMARKED_ENTRY = 20  # words
LONGEST_VALUE = 6  # words
LOST_BULLET = "•"  # stands for the bullet that a file lost on its way to us


def lines(paragraphs: Sequence[Paragraph]) -> list[Line]:
    return _unmarked_lists(_keys_with_values(numbered([line(each) for each in paragraphs])))


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
