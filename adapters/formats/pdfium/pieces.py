"""What is taken of a page: pieces of text, and drawn lines, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Piece:
    """A run of letters side by side. In points, from the lower left corner of the page as it is read."""

    text: str
    left: float
    right: float
    base: float  # of the letters' feet
    size: float  # of the type
    bold: bool = False
    word: float = 0.0  # how wide its first word is

    @property
    def top(self) -> float:
        return self.base + 0.8 * self.size

    def moved(self, right: float, up: float) -> Piece:
        return replace(self, left=self.left + right, right=self.right + right, base=self.base + up)


@dataclass(frozen=True)
class Rule:
    """A horizontal line that is drawn on the page."""

    left: float
    right: float
    height: float

    def moved(self, right: float, up: float) -> Rule:
        return Rule(self.left + right, self.right + right, self.height + up)


@dataclass(frozen=True)
class Wall:
    """An upright line that is drawn on the page."""

    at: float
    bottom: float
    top: float

    def moved(self, right: float, up: float) -> Wall:
        return Wall(self.at + right, self.bottom + up, self.top + up)


@dataclass(frozen=True)
class Sheet:
    """One page, with its pieces as they come in the file."""

    number: int  # counted from one
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    walls: tuple[Wall, ...] = ()
    pictured: bool = False  # it shows a picture where its words should be
