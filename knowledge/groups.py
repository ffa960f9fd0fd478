"""Reads a line of the vocabulary: how school staff talk, and how policies say the same.

Three layers, one line a group:

    mutual  .8 people    headteacher, head, principal@.6         any of these for any other
    implies .6 people    boss > headteacher, line manager        the left for the right, never back
    implies .9 conduct   get the sack, lose my job > #dismissal  an idiom, to a concept with a name
    means   .8 conduct   #dismissal > dismissal, sacked          a concept, to the wordings that policies use

The number is the weight of the links, a word of its own weight has it after an @, and the third column is the domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = ("mutual", "implies", "means")


class UnreadableLine(Exception):
    """A line of the vocabulary does not follow the form at the head of knowledge/vocabulary.py."""


@dataclass(frozen=True)
class Group:
    """One line of the vocabulary. Left and right are phrases as written, each with its weight."""

    kind: str
    weight: float
    domain: str
    left: Mapping[str, float]
    right: Mapping[str, float]  # of a mutual group the same as left


def read(line: str) -> Group:
    """Raises UnreadableLine."""
    try:
        kind, weight, domain, rest = line.split(None, 3)
        left, arrow, right = rest.partition(" > ")
        if kind not in KINDS or bool(arrow) == (kind == "mutual"):
            raise ValueError(kind)
        sides = _weighed(left), _weighed(right if arrow else left)
        if (kind == "means") != left.startswith("#"):
            raise ValueError(left)
        return Group(kind, float(weight), domain, *sides)
    except ValueError as wrong:
        raise UnreadableLine(f"{wrong}: {line}") from wrong


def _weighed(side: str) -> dict[str, float]:
    phrases = (part.strip().rpartition("@") for part in side.split(","))
    return {before or after: float(after) if at else 1.0 for before, at, after in phrases}
