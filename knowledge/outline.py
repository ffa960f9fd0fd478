"""Finds how deep a numbered entry stands among the lists that are open above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.markers import Reading, readings

Place = tuple[int, Reading]  # how many lists stay open above it, and how its marker reads

LOOK_AHEAD = 40  # markers: two readings that both hold so long are equally good


def place(open_lists: Sequence[Reading], marker: str, following: Sequence[str] = ()) -> Place:
    """Where `marker` stands, given the last entry of each open list, outermost first.

    It continues the deepest open list that expects exactly this ordinal, unless the markers that follow confirm only
    another reading; else it opens a list at 1; else (a number is missing) it continues the list that it passes least.
    """
    return _place(tuple(open_lists), marker, tuple(following))


@lru_cache(10)  # a line is looked at as a heading first, and then as an entry
def _place(open_lists: Sequence[Reading], marker: str, following: Sequence[str]) -> Place:
    choices = _choices(open_lists, readings(marker))
    if len(choices) == 1:
        return choices[0]
    return max(choices, key=lambda choice: _merit(_entered(open_lists, choice), following))  # the first of equals


def depths(markers: Sequence[str]) -> list[int]:
    """The depth of each marker of one section, counted from one."""
    open_lists: list[Reading] = []
    found = []
    for index, marker in enumerate(markers):
        choice = place(open_lists, marker, markers[index + 1 : index + 1 + LOOK_AHEAD])
        open_lists = _entered(open_lists, choice)
        found.append(len(open_lists))
    return found


def _entered(open_lists: Sequence[Reading], choice: Place) -> list[Reading]:
    above, reading = choice
    return [*open_lists[:above], reading]


def _choices(open_lists: Sequence[Reading], read: Sequence[Reading]) -> list[Place]:
    """The likeliest first; empty only for what is no number."""
    return _exact(open_lists, read) or _after_a_gap(open_lists, read)


def _exact(open_lists: Sequence[Reading], read: Sequence[Reading]) -> list[Place]:
    continuing = [(above, r) for above in _inwards(open_lists) for r in read if follows(open_lists[above], r)]
    return continuing + [(_parent(open_lists, r), r) for r in read if r.path[-1] == 1]


def _inwards(open_lists: Sequence[Reading]) -> range:
    return range(len(open_lists) - 1, -1, -1)


def follows(last: Reading, reading: Reading) -> bool:
    """It is the very next entry of the list that `last` belongs to."""
    one, next = last.path, reading.path
    return one[-1] + 1 == next[-1] and last.family == reading.family and one[:-1] == next[:-1]


def _parent(open_lists: Sequence[Reading], reading: Reading) -> int:
    """1.1 opens under 1, or takes the place of 2.3 where sections print no number; (a) opens under anything."""
    decimal = [above for above in range(len(open_lists)) if open_lists[above].family == reading.family]
    if len(reading.path) == 1 or not decimal:
        return len(open_lists)
    inside = [above + 1 for above in decimal if _holds(open_lists[above], reading)]
    beside = [above for above in decimal if len(open_lists[above].path) >= len(reading.path)]
    return max(inside, default=min(beside, default=len(open_lists)))


def _holds(last: Reading, reading: Reading) -> bool:
    return len(last.path) < len(reading.path) and last.path == reading.path[: len(last.path)]


def _after_a_gap(open_lists: Sequence[Reading], read: Sequence[Reading]) -> list[Place]:
    passed = [
        (reading.path[-1] - open_lists[above].path[-1], above, reading)
        for above in _inwards(open_lists)
        for reading in read
        if len(reading.path) == 1
        and open_lists[above].family == reading.family
        and open_lists[above].path < reading.path
    ]
    if passed:
        return [min(passed, key=lambda choice: (choice[0], -choice[1]))[1:]]
    return [(_parent(open_lists, reading), reading) for reading in read]


def _merit(then: Sequence[Reading], following: Sequence[str]) -> tuple[int, int, int]:
    """Better readings make later markers fall into place, the next in this very list, and nest no list in its like."""
    upcoming = readings(following[0]) if following else ()
    expected = any(follows(then[-1], r) for r in upcoming)
    fits = bool(_exact(then, upcoming))
    continues = any(follows(last, r) for last in then for r in upcoming)
    families = {last.family for last in then}
    fresh = continues or any(r.path[-1] == 1 and r.family not in families for r in upcoming)
    return -_gaps(then, following), expected + fits, int(fresh)


def _gaps(open_lists: Sequence[Reading], following: Sequence[str]) -> int:
    """How many of the markers that follow find no list that expects them, each read in the likeliest way."""
    missed = 0
    for index, marker in enumerate(following):
        after = following[index + 1] if index + 1 < len(following) else ""
        exact = _exact(open_lists, readings(marker))
        missed += not exact
        choices = exact or _after_a_gap(open_lists, readings(marker))
        open_lists = _entered(open_lists, max(choices, key=lambda c: _confirmed(_entered(open_lists, c), after)))
    return missed


def _confirmed(then: Sequence[Reading], following: str) -> int:
    upcoming = readings(following)
    return any(follows(then[-1], r) for r in upcoming) + bool(_exact(then, upcoming))
