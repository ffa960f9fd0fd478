"""Counts the paragraphs of lists as Word does, and prints the number of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from adapters.formats.word.levels import DEEPEST, Level, Numbering, Numbers
from adapters.formats.word.numerals import numeral
from adapters.formats.word.styles import Look
from adapters.formats.word.tree import value, whole
from knowledge.markers import is_bullet

BULLET = "•"  # stands for a picture, or for a letter of a font of signs
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Entry:
    """Where a paragraph belongs: to which level of which list."""

    numbers: Numbers
    depth: int  # counted from zero
    direct: bool  # the paragraph says so itself, not its style

    @property
    def level(self) -> Level:
        return self.numbers.level(self.depth)


def entry(properties: Element | None, look: Look, numbering: Numbering) -> Entry | None:
    """None for a paragraph that has no number. List 0, in the paragraph or its style, takes the number away."""
    direct = None if properties is None else properties.find("numPr")
    own = value(direct, "numId")
    id = look.num if own is None else own
    numbers = numbering.numbers(id) if id else None
    if numbers is None:
        return None
    depth = _depth(whole(value(direct, "ilvl")), own is None, look, numbers)
    return Entry(numbers, 0 if numbers.single else min(max(depth, 0), DEEPEST - 1), own is not None)


def _depth(own: int | None, from_style: bool, look: Look, numbers: Numbers) -> int:
    """Its own level, else the one that is tied to its style, else the one that its style names."""
    if own is not None:
        return own
    tied = next((numbers.of_style[id] for id in look.chain if id in numbers.of_style), None)
    if tied is not None:
        return tied
    return (look.num_level or 0) if from_style else 0


class Counters:
    """How far each list of one story (the text, the text boxes) has come."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, entry: Entry) -> tuple[int, ...]:
        """The numbers of the entry, from the outermost level to its own.

        A level above it that has no entry yet counts as begun: "1.1" may come first, and "2." is next.
        """
        numbers, depth = entry.numbers, entry.depth
        counts = self._counts.setdefault(numbers.family, {})
        for above in range(depth):
            counts.setdefault(above, numbers.level(above).start)
        counts[depth] = self._number(numbers, depth, counts.get(depth))
        for deeper in [each for each in counts if each > depth and _restarts(numbers.level(each), depth)]:
            del counts[deeper]
        return tuple(counts[level] for level in range(depth + 1))

    def _number(self, numbers: Numbers, depth: int, last: int | None) -> int:
        start = numbers.starts.get(depth)
        first = (numbers.id, depth) not in self._begun
        self._begun.add((numbers.id, depth))
        if start is not None and (first or last is None):
            return start
        return numbers.level(depth).start if last is None else last + 1


def _restarts(level: Level, used: int) -> bool:
    """Whether an entry of the level `used`, counted from zero, makes a deeper level begin again."""
    return level.restart is None or used < level.restart


def printed(entry: Entry, counted: tuple[int, ...]) -> str:
    """What stands before the paragraph: "2.1", "(iv)", a bullet; empty where nothing does."""
    level = entry.level
    if level.hidden:
        return ""
    if level.format == "bullet":
        return _bullet(level)
    text = _PLACE.sub(lambda place: _numeral(entry, counted, int(place.group(1)) - 1), level.text)
    return " ".join(text.split())


def is_number(level: Level) -> bool:
    """It prints a number, not the same words every time."""
    return level.format != "bullet" and bool(_PLACE.search(level.text))


def _numeral(entry: Entry, counted: tuple[int, ...], depth: int) -> str:
    if depth >= len(counted):
        return ""
    format = entry.numbers.level(depth).format
    legal = entry.level.legal and format not in {"none", "bullet", "decimalZero"}
    return numeral(counted[depth], "decimal" if legal else format)


def _bullet(level: Level) -> str:
    glyph = level.text.strip()
    if glyph:
        return glyph if is_bullet(glyph) else BULLET
    return BULLET if level.picture else ""
