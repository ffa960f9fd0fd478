"""How many reports there were, by month and by kind, with nothing small enough to point at anybody.

A figure under five is hidden, and so is whatever would let somebody work it out: totals are given, and what is hidden
must still leave room, whatever else is shown, for every small figure to be five or more. A table and its totals are a
network, so that room is a flow (Cox 1995, "Network models for complementary cell suppression").
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FEWEST = 5  # the smallest figure that is shown
ROOM = 7  # what a hidden small figure must be able to be; at five, some tables of two by two could be told (by trial)
TOTAL = "total"  # the name of a row or column that adds up the others

Place = tuple[str, str]  # row and column
Node = tuple[int, str]  # 0 and a row, 1 and a column
Arcs = Mapping[Node, Mapping[Node, float]]
FREE = float("inf")


@dataclass(frozen=True)
class Figures:
    """A table with its totals; what is hidden is None."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    shown: Mapping[Place, int | None]


def figures(counts: Mapping[Place, int]) -> Figures:
    """`counts` by row and column, without totals; a place that is missing counts none.

    Four figures or more: of fewer, somebody who tries every table can sometimes tell why one was hidden.
    """
    rows = tuple(dict.fromkeys(row for row, _ in counts))
    columns = tuple(dict.fromkeys(column for _, column in counts))
    whole = dict(_with_totals(rows, columns, counts))
    hidden = suppressed(whole)
    shown = {place: None if place in hidden else value for place, value in whole.items()}
    return Figures(_and_total(rows), _and_total(columns), shown)


def suppressed(whole: Mapping[Place, int]) -> frozenset[Place]:
    """The places to hide in a table with its totals."""
    hidden = small = frozenset(place for place, value in whole.items() if value < FEWEST)
    while told := next((place for place in sorted(small) if not _is_safe(place, whole, hidden)), None):
        if hidden == whole.keys():
            break  # nothing is shown, so nothing is told
        hidden |= {_beside(told, whole, hidden)}
    return hidden


def _with_totals(
    rows: tuple[str, ...], columns: tuple[str, ...], counts: Mapping[Place, int]
) -> Iterator[tuple[Place, int]]:
    for row in _and_total(rows):
        for column in _and_total(columns):
            yield (row, column), sum(n for (r, c), n in counts.items() if row in (r, TOTAL) and column in (c, TOTAL))


def _and_total(names: tuple[str, ...]) -> tuple[str, ...]:
    """One alone is its own total: shown twice, it would have to be hidden twice."""
    return (*names, TOTAL) if len(names) > 1 else names


def _beside(place: Place, whole: Mapping[Place, int], hidden: frozenset[Place]) -> Place:
    """What to hide next to protect a place: the least useful figure in its row or column, totals last."""
    row, column = place
    near = [other for other in whole if other not in hidden and (other[0] == row or other[1] == column)]
    return min(near or whole.keys() - hidden, key=lambda other: (TOTAL in other, whole[other], other))


def _is_safe(place: Place, whole: Mapping[Place, int], hidden: frozenset[Place]) -> bool:
    """Whether all that is shown leaves this small figure open, also to somebody who knows how figures are hidden."""
    return _has_room(place, whole, hidden) and _may_change(place, whole, hidden)


def _has_room(place: Place, whole: Mapping[Place, int], hidden: frozenset[Place]) -> bool:
    """Whether somebody who adds and subtracts must allow this place to be well over what is hidden."""
    wanted = ROOM - whole[place]
    arcs = _arcs(_unsaid(whole) | {other: (whole[other], FREE) for other in hidden - {place}})
    start, end = _ends(place)
    return _flow(arcs, end, start, wanted) >= wanted


def _may_change(place: Place, whole: Mapping[Place, int], hidden: frozenset[Place]) -> bool:
    """Whether somebody who also knows which hidden figures are small must allow it to be one more, or one less."""
    room = _unsaid(whole) | {other: _known_room(whole[other]) for other in hidden}
    start, end = _ends(place)
    fall, rise = room.pop(place)
    return bool(rise and _flow(_arcs(room), end, start, 1)) or bool(fall and _flow(_arcs(room), start, end, 1))


def _unsaid(whole: Mapping[Place, int]) -> dict[Place, tuple[float, float]]:
    """The totals that the table does not have, which may be anything."""
    rows, columns = {row for row, _ in whole} | {TOTAL}, {column for _, column in whole} | {TOTAL}
    return {(row, column): (FREE, FREE) for row in rows for column in columns if (row, column) not in whole}


def _known_room(value: int) -> tuple[float, float]:
    """How far a figure may fall and rise and still be hidden for the same reason."""
    return (value, FEWEST - 1 - value) if value < FEWEST else (value - FEWEST, FREE)


def _arcs(room: Mapping[Place, tuple[float, float]]) -> dict[Node, dict[Node, float]]:
    """Each hidden figure as two arcs: how far it may rise, and how far fall. `room`: fall and rise of each."""
    arcs: dict[Node, dict[Node, float]] = {}
    for place, (fall, rise) in room.items():
        start, end = _ends(place)
        arcs.setdefault(start, {})[end] = rise
        arcs.setdefault(end, {})[start] = fall
    return arcs


def _ends(place: Place) -> tuple[Node, Node]:
    """From its row to its column; a total of one of them runs the other way, since it takes what the others give."""
    row, column = place
    start, end = (0, row), (1, column)
    return (end, start) if (row == TOTAL) != (column == TOTAL) else (start, end)


def _flow(arcs: dict[Node, dict[Node, float]], start: Node, end: Node, wanted: int) -> float:
    """How much can run from start to end, counted no further than `wanted` (Edmonds and Karp 1972)."""
    run = 0.0
    while run < wanted and (path := _path(arcs, start, end)):
        least = min(wanted - run, *(arcs[a][b] for a, b in path))
        for a, b in path:
            arcs[a][b] -= least
            back = arcs.setdefault(b, {})
            back[a] = back.get(a, 0) + least
        run += least
    return run


def _path(arcs: Arcs, start: Node, end: Node) -> list[tuple[Node, Node]]:
    came: dict[Node, Node] = {start: start}
    ahead = deque([start])
    while ahead and end not in came:
        here = ahead.popleft()
        for there, room in arcs.get(here, {}).items():
            if room > 0 and there not in came:
                came[there] = here
                ahead.append(there)
    if end not in came:
        return []
    path, here = [], end
    while here != start:
        path.append((came[here], here))
        here = came[here]
    return path[::-1]
