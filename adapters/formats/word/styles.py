"""Says what a paragraph's or run's style means: its numbering, indent, rank as a heading, and what it hides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from adapters.formats.word.tree import switch, value, whole

LONGEST_CHAIN = 20  # styles based on one another
BODY_TEXT = 9  # the outline level that is no heading's

_HEADING = re.compile(r"heading ?([1-9])", re.I)
_CONTENTS = re.compile(
    r"toc ?(?:\d|heading)|table of (?:figures|authorities)|contents heading|index (?:\d|heading)", re.I
)

Indent = Mapping[str, int]  # left, hanging and firstLine, in twentieths of a point


@dataclass(frozen=True)
class Look:
    """A style with all that it inherits. None is what no style of the chain says."""

    chain: tuple[str, ...] = ()  # ids, the style itself first
    num: str | None = None  # the list that its paragraphs belong to
    num_level: int | None = None
    indent: Indent = field(default_factory=dict)
    outline: int | None = None  # counted from zero
    title: bool = False
    contents: bool = False  # of a table of contents
    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    def __init__(self, part: Element | None) -> None:
        self._elements = {} if part is None else {each.get("styleId", ""): each for each in part.findall("style")}
        self._default = next((id for id, each in self._elements.items() if _is_default(each)), "")
        self._own: dict[str, Look] = {}
        self._looks: dict[str, Look] = {}

    def paragraph(self, id: str | None) -> Look:
        return self.look(id if id is not None else self._default)

    def look(self, id: str) -> Look:
        if id not in self._looks:
            self._looks[id] = self._inherited(id)
        return self._looks[id]

    def _inherited(self, id: str) -> Look:
        """The nearest style of the chain that says something decides it."""
        chain = self._chain(id)
        said = [self._alone(each) for each in chain]
        return Look(
            tuple(chain),
            next((each.num for each in said if each.num is not None), None),
            next((each.num_level for each in said if each.num_level is not None), None),
            merged(*(each.indent for each in reversed(said))),
            next((each.outline for each in said if each.outline is not None), None),
            any(each.title for each in said),
            any(each.contents for each in said),
            next((each.bold for each in said if each.bold is not None), None),
            next((each.hidden for each in said if each.hidden is not None), None),
        )

    def _alone(self, id: str) -> Look:
        if id not in self._own:
            self._own[id] = _own(id, self._elements.get(id))
        return self._own[id]

    def _chain(self, id: str) -> list[str]:
        chain = [id]
        while len(chain) < LONGEST_CHAIN:
            above = value(self._elements.get(chain[-1]), "basedOn")
            if above is None or above in chain:
                break
            chain.append(above)
        return chain


def _is_default(style: Element) -> bool:
    return style.get("type") == "paragraph" and style.get("default", "0").lower() in {"1", "true", "on"}


def _own(id: str, style: Element | None) -> Look:
    """What one style says itself. One that the file does not define is known by its id: Heading1."""
    properties = None if style is None else style.find("pPr")
    runs = None if style is None else style.find("rPr")
    numbering = None if properties is None else properties.find("numPr")
    name = value(style, "name") or id
    heading = _HEADING.fullmatch(name)
    outline = whole(value(properties, "outlineLvl"))
    return Look(
        (),
        value(numbering, "numId"),
        whole(value(numbering, "ilvl")),
        indent(properties),
        int(heading.group(1)) - 1 if outline is None and heading else outline,
        name.lower() == "title",
        bool(_CONTENTS.match(name)),
        switch(runs, "b"),
        switch(runs, "vanish"),
    )


def indent(properties: Element | None) -> Indent:
    """Of a paragraph, a style or a list level. "start" is the newer word for "left"."""
    ind = None if properties is None else properties.find("ind")
    if ind is None:
        return {}
    told = {
        "left": whole(ind.get("left", ind.get("start"))),
        "hanging": whole(ind.get("hanging")),
        "firstLine": whole(ind.get("firstLine")),
    }
    return {name: length for name, length in told.items() if length is not None}


def merged(*layers: Indent) -> Indent:
    """Later layers win; the first line is either indented or hangs."""
    found: dict[str, int] = {}
    for layer in layers:
        if layer.keys() & {"hanging", "firstLine"}:
            found = {name: length for name, length in found.items() if name == "left"}
        found.update(layer)
    return found
