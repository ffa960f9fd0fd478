"""Numbers the entries of a web page's lists as a browser does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapters.formats.html.tags import LISTS
from adapters.formats.html.tokens import Close, Open, Token

FARTHEST = 10_000  # no policy counts further
BULLETS = ("•", "○", "▪")  # by depth; the last for all that are deeper

_TYPES = {"1": "1", "a": "a", "A": "A", "i": "i", "I": "I"}
_STYLES = {
    "decimal": "1",
    "decimal-leading-zero": "01",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
_ROMAN = dict(m=1000, cm=900, d=500, cd=400, c=100, xc=90, l=50, xl=40, x=10, ix=9, v=5, iv=4, i=1)  # noqa: C408 - shorter


@dataclass
class List:
    """An open list. `kind`: 1, 01, a, A, i, I, a bullet, or nothing where no marker is shown."""

    kind: str
    next: int = 1
    step: int = 1

    def marker(self, attributes: Mapping[str, str]) -> str:
        """Of its next entry, whose attributes these are."""
        kind = _kind(attributes, self.kind)
        if not kind or kind in BULLETS:
            return kind
        self.next = _number(attributes.get("value", ""), self.next)
        number, self.next = self.next, self.next + self.step
        return f"{printed(number, kind)}."


def opened(name: str, attributes: Mapping[str, str], depth: int, length: int) -> List:
    """`depth`: how many lists are open around it; `length`: how many entries it has."""
    bullet = BULLETS[min(depth, len(BULLETS) - 1)]
    kind = _kind(attributes, "1" if name == "ol" else bullet)
    backwards = "reversed" in attributes
    start = _number(attributes.get("start", ""), length if backwards else 1)
    return List(kind, start, -1 if backwards else 1)


def lengths(tokens: Sequence[Token]) -> dict[int, int]:
    """How many entries each list has, by the place of its tag."""
    counts: dict[int, int] = {}
    around: list[int] = []  # the lists that are open
    for place, token in enumerate(tokens):
        if isinstance(token, Open) and token.name in LISTS:
            around.append(place)
            counts[place] = 0
        elif isinstance(token, Open) and token.name == "li" and around:
            counts[around[-1]] += 1
        elif isinstance(token, Close) and token.name in LISTS and around:
            around.pop()
    return counts


def printed(number: int, kind: str) -> str:
    """Letters know no zero and nothing beyond the thousands; browsers then write digits, and so does this."""
    if kind in {"a", "A"} and 0 < number < FARTHEST:
        text = _letters(number)
    elif kind in {"i", "I"} and 0 < number < 4000:
        text = _roman(number)
    else:
        text = f"{number:02}" if kind == "01" else str(number)
    return text.upper() if kind.isupper() else text


def _kind(attributes: Mapping[str, str], default: str) -> str:
    styled = _STYLE.search(attributes.get("style", ""))
    for word in styled.group(1).lower().split() if styled else ():
        if word in _STYLES:
            return _STYLES[word]
    return _TYPES.get(attributes.get("type", ""), default)


def _number(printed: str, default: int) -> int:
    return int(printed) if re.fullmatch(r"-?[0-9]{1,4}", printed) else default


def _letters(number: int) -> str:
    """After z comes aa."""
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for numeral, value in _ROMAN.items():
        count, number = divmod(number, value)
        text += numeral * count
    return text
