"""Lays what is drawn out over as many messages as a platform needs for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def leaves(drawn: Sequence[T], weigh: Callable[[Sequence[T]], int], heaviest: int, most: int) -> Iterator[Sequence[T]]:
    """In order, and `most` parts in each; none heavier than `heaviest` unless one part alone is."""
    if len(drawn) <= most and weigh(drawn) <= heaviest:  # as nearly all are: weighed once
        yield drawn
        return
    held: list[T] = []
    heavy = 0
    for part in drawn:
        adds = weigh((part,))
        if held and (len(held) == most or heavy + adds > heaviest):
            yield held
            held, heavy = [], 0
        held.append(part)
        heavy += adds
    yield held
