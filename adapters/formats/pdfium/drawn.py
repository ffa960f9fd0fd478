"""Takes from a page what is drawn on it: the lines of its tables, and the marks of its lists."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no types

from adapters.formats.pdfium.limits import MOST_OBJECTS
from adapters.formats.pdfium.pieces import Rule, Wall

THIN = 2.5  # points: a line of a table is no thicker
SMALLEST, LARGEST = 1.5, 9.0  # points: a mark of a list
ROUND = 1.4  # times as high as wide, or as wide as high
NEAR = 0.5  # points
TOUCHING = 1.5


@dataclass(frozen=True)
class Shape:
    """What one drawing covers, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def moved(self, right: float, up: float) -> Shape:
        return Shape(self.left + right, self.bottom + up, self.right + right, self.top + up)


def shapes(page: object) -> list[Shape]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = []
    for place in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        each = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(each, left, bottom, right, top)
            found.append(Shape(left.value, bottom.value, right.value, top.value))
    return found


def rules(drawn: Iterable[Shape]) -> list[Rule]:
    """The horizontal lines, and the upper and lower edges of boxes; what is drawn cell by cell is one line."""
    joined: list[Rule] = []
    for each in sorted(_edges(drawn), key=lambda rule: (round(rule.height), rule.left)):
        last = joined[-1] if joined else None
        if last and round(last.height) == round(each.height) and each.left <= last.right + TOUCHING:
            joined[-1] = replace(last, right=max(last.right, each.right))
        else:
            joined.append(each)
    return joined


def _edges(drawn: Iterable[Shape]) -> Iterator[Rule]:
    for each in drawn:
        if each.width > each.height:
            yield Rule(each.left, each.right, each.top)
        if each.width > THIN and each.height > THIN:
            yield Rule(each.left, each.right, each.bottom)


def dots(drawn: Iterable[Shape]) -> list[Shape]:
    """What may be the bullet of a list that a browser drew instead of writing it."""
    return [
        each
        for each in drawn
        if min(each.width, each.height) >= SMALLEST
        if max(each.width, each.height) <= min(LARGEST, ROUND * min(each.width, each.height))
    ]


def walls(drawn: Iterable[Shape]) -> list[Wall]:
    """The upright lines, and the left and right edges of boxes."""
    upright = (each for each in drawn if each.height > LARGEST)
    return [
        Wall(x, each.bottom, each.top)
        for each in upright
        for x in ((each.left,) if each.width <= THIN else (each.left, each.right))
    ]


class Cells:
    """The upright lines between the cells of a table: no words run across one."""

    def __init__(self, drawn: Iterable[Wall]) -> None:
        self._walls = sorted(drawn, key=lambda wall: wall.at)

    def between(self, left: float, right: float, base: float) -> bool:
        for wall in self._walls[bisect_left(self._walls, left - NEAR, key=lambda wall: wall.at) :]:
            if wall.at > right + NEAR:
                return False
            if wall.bottom <= base <= wall.top:
                return True
        return False
