"""Reads the definitions of a file's lists: how each level counts and prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from adapters.formats.word.styles import Indent, Styles, indent
from adapters.formats.word.tree import chosen, switch, value, whole

DEEPEST = 9  # levels of a list
LONGEST_TEXT = 100  # characters of what a level prints around its number; Word allows 31
MOST_LINKS = 5  # from a list to the style that defines it, and on


@dataclass(frozen=True)
class Level:
    """One level of a list (w:lvl)."""

    start: int = 0  # ECMA-376 17.9.25: where the file does not say, zero
    format: str = "decimal"
    text: str = ""  # "%1.%2)"
    restart: int | None = None  # the level, counted from one, that makes it begin again; 0 is never, None any above
    legal: bool = False  # prints every number as a decimal one
    hidden: bool = False
    picture: bool = False  # its bullet is one
    joined: bool = False  # nothing stands between its number and the text
    indent: Indent = field(default_factory=dict)


@dataclass(frozen=True)
class Numbers:
    """One list (w:num). Lists of one `family` (w:abstractNum) share their counters."""

    id: str
    family: str
    levels: Mapping[int, Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)  # a level that begins again with this list, and at what
    of_style: Mapping[str, int] = field(default_factory=dict)  # the level of each paragraph style that is tied to one
    single: bool = False  # it has one level, whatever a paragraph says

    def level(self, depth: int) -> Level:
        """A level that is not defined is like the one above it."""
        return next((self.levels[above] for above in range(depth, -1, -1) if above in self.levels), Level())


class Numbering:
    """The lists of a file, each read when it is first asked for."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._nums = _by_id(part, "num", "numId")
        self._families = _by_id(part, "abstractNum", "abstractNumId")
        self._styles = styles
        self._known: dict[str, Numbers | None] = {}

    def numbers(self, id: str) -> Numbers | None:
        """None for an id that no list has, such as 0, which switches numbering off."""
        if id not in self._known:
            self._known[id] = self._read(id, MOST_LINKS)
        return self._known[id]

    def _read(self, id: str, links: int) -> Numbers | None:
        num = self._nums.get(id)
        family_id = value(num, "abstractNumId") or ""
        family = self._families.get(family_id)
        if num is None or family is None or not links:
            return None
        base = self._linked(family, links) or _defined(family, family_id)
        changed = {**base.levels, **_changed_levels(num)}
        return Numbers(id, base.family, changed, {**base.starts, **_starts(num)}, base.of_style, base.single)

    def _linked(self, family: Element, links: int) -> Numbers | None:
        """A list may leave its definition to a list style."""
        style = value(family, "numStyleLink")
        num = self._styles.look(style).num if style else None
        return self._read(num, links - 1) if num else None


def _by_id(part: Element | None, tag: str, attribute: str) -> dict[str, Element]:
    return {} if part is None else {each.get(attribute, ""): each for each in part.findall(tag)}


def _defined(family: Element, id: str) -> Numbers:
    levels = dict(_levels(family))
    tied = {style: depth for depth, each in levels.items() if (style := value(each, "pStyle"))}
    single = value(family, "multiLevelType") == "singleLevel"
    return Numbers("", id, {depth: _level(each) for depth, each in levels.items()}, {}, tied, single)


def _levels(parent: Element) -> Iterable[tuple[int, Element]]:
    return ((depth, each) for each in parent.findall("lvl") if (depth := _depth(each)) is not None)


def _depth(element: Element) -> int | None:
    depth = whole(element.get("ilvl"))
    return depth if depth is not None and 0 <= depth < DEEPEST else None


def _changed_levels(num: Element) -> dict[int, Level]:
    return {depth: _level(each) for override in num.findall("lvlOverride") for depth, each in _levels(override)}


def _starts(num: Element) -> dict[int, int]:
    told = ((_depth(each), whole(value(each, "startOverride"))) for each in num.findall("lvlOverride"))
    return {depth: start for depth, start in told if depth is not None and start is not None}


def _level(element: Element) -> Level:
    return Level(
        whole(value(element, "start")) or 0,
        _format(element),
        (value(element, "lvlText") or "")[:LONGEST_TEXT],
        whole(value(element, "lvlRestart")),
        bool(switch(element, "isLgl")),
        bool(switch(element.find("rPr"), "vanish")),
        element.find("lvlPicBulletId") is not None,
        value(element, "suff") == "nothing",
        indent(element.find("pPr")),
    )


def _format(level: Element) -> str:
    """A format that is newer than Word 2007 stands among alternatives: "custom", with a sample of it."""
    told = level.find("numFmt")
    if told is None and (alternatives := level.find("AlternateContent")) is not None:
        choice = chosen(alternatives)
        told = None if choice is None else choice.find("numFmt")
    if told is None:
        return "decimal"
    return told.get("format", "") if told.get("val") == "custom" else told.get("val", "decimal")
