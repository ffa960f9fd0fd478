"""What to show and what to ask, on whatever is there to show it: the whole vocabulary of screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"  # one or more
    PEOPLE = "people"  # one or more, by name


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    shows: str = ""  # a panel shown at once to whoever picks this
    stays: bool = False  # the question is asked again after the panel: nothing is answered


@dataclass(frozen=True)
class Ask:
    """One question. `suggestion` is the answer given before, as it is said back; `held` the same as its values."""

    name: str
    prompt: str
    kind: Kind = Kind.TEXT
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    suggestion: str = ""
    how: str = ""  # how to answer, where it is answered by typing a line
    long: bool = False  # words of several lines
    held: tuple[str, ...] = ()  # of words: what stands in each box
    boxes: int = 1  # how many boxes its words need, of bot.boxes.BOX characters each


@dataclass(frozen=True)
class Say:
    text: str


@dataclass(frozen=True)
class Quote:
    """A clause, word for word, and where it stands."""

    text: str
    source: str
    lead_ins: tuple[str, ...] = ()  # the policy's own words that the clause completes
    link: str = ""
    notes: tuple[str, ...] = ()  # ours, small: "MUST NOT", "overdue for review since September 2020"


@dataclass(frozen=True)
class Also:
    """Further clauses, each whole: folded where a surface can fold, and otherwise smaller than what stands above."""

    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Facts:
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Secret:
    """Shown on a private surface alone, once, and never kept in a message: a reporter's code."""

    label: str
    text: str


Part = Say | Quote | Also | Facts | Secret


@dataclass(frozen=True)
class Button:
    label: str
    action: str  # "open:4f1c": a verb and an opaque id, never a word of anybody's
    grave: bool = False


@dataclass(frozen=True)
class Card:
    title: str
    parts: tuple[Part, ...] = ()
    asks: tuple[Ask, ...] = ()
    buttons: tuple[Button, ...] = ()
    problems: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    hints: tuple[str, ...] = ()  # commands worth knowing here: "back", "stop"
    of: str = ""  # an opaque name of what is followed or written here: another window may hold something else
