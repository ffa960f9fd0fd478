"""Keeps the tags that are open at a place of a web page, and forgives those that were never closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from adapters.formats import Unreadable
from adapters.formats.html.tags import BLOCKS, ENDS

DEEPEST = 500  # browsers stop at about as many
MOST_STEPS = 4_000_000

_CELL = frozenset({"table", "td", "th"})


@dataclass(frozen=True)
class _Tag:
    name: str
    hides: bool  # what is in it
    shown: bool


@dataclass
class Nesting:
    """Inline tags count only within one that hides what is in it. `hidden`: how many such are open."""

    tags: list[_Tag] = field(default_factory=list)
    open: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(BLOCKS, 0)))  # asked for at every tag
    hidden: int = 0
    steps: int = 0

    def begin(self, name: str, hides: bool) -> None:
        """Raises Unreadable where it is deeper than any text."""
        if len(self.tags) >= DEEPEST:
            raise Unreadable("The web page is nested too deeply to be read. Please send it as a Word or PDF file.")
        self.hidden += hides
        self.tags.append(_Tag(name, hides, not self.hidden))
        self.open[name] += 1

    def ended_by(self, name: str) -> list[str]:
        """Closes what a start tag ends. The names of those that were shown, innermost first."""
        ends, barriers = ENDS[name]
        if not any(self.open[each] for each in ends):
            return []
        outermost = None
        for place in range(len(self.tags) - 1, -1, -1):
            self._step()
            if self.tags[place].name in barriers:
                break
            if self.tags[place].name in ends:
                outermost = place
        return [] if outermost is None else self._closed_down_to(outermost)

    def end(self, name: str) -> list[str]:
        """Closes what an end tag closes, and what was left open within it; an inline tag ends no cell around it."""
        if not self.open[name]:
            return []
        for place in range(len(self.tags) - 1, -1, -1):
            self._step()
            if self.tags[place].name == name:
                return self._closed_down_to(place)
            if self.tags[place].name in _CELL and name not in BLOCKS:
                break
        return []

    def _closed_down_to(self, place: int) -> list[str]:
        closed = self.tags[place:][::-1]
        self.hidden -= sum(tag.hides for tag in closed)
        for tag in closed:
            self.open[tag.name] -= 1
        del self.tags[place:]
        return [tag.name for tag in closed if tag.shown]

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise Unreadable("The web page is too tangled to be read. Please send it as a Word or PDF file.")
