"""Reads the hand-typed tables of who is told, and says where a router differs from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from reports.people import PersonId
from reports.report import Concern, Kind
from tests.reports.schools import SCHOOLS

Choose = Callable[..., Any]  # reports.route.choose, or a spoilt copy of it
NOBODY = "-"
PERSONS = ("witnesses", "affected", "declared")


@dataclass(frozen=True)
class Cell:
    """One line of a table. `barred` is None where the line does not say who is barred."""

    line: str
    school: str
    concern: Concern
    day: date | None
    hops: tuple[frozenset[str], ...]
    copies: frozenset[str]
    outside: str
    barred: frozenset[str] | None


def cells(table: str) -> Iterator[Cell]:
    scene: dict[str, str] = {}
    for number, line in enumerate((Path(__file__).parent / table).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("school "):
            scene = dict(part.strip().split(" ", 1) for part in line.split(";"))
        elif line.strip() and not line.startswith("#"):
            yield cell(f"{table}:{number}", scene, [column.strip() for column in line.split("|")])


def cell(where: str, scene: dict[str, str], columns: list[str]) -> Cell:
    assert len(columns) in (3, 4), f"{where} has {len(columns)} columns; it needs three, or four with who is barred."
    about, kind, chain, *barred = columns
    main, *copies = (part.strip() for part in chain.split("+"))
    *hops, outside = (part.strip() for part in main.split(">"))
    concern = Concern(
        Kind(kind),
        frozenset() if about == NOBODY else frozenset(about.split()),
        PersonId(scene["reporter"]),
        **{role: frozenset(PersonId(id) for id in scene.get(role, "").split()) for role in PERSONS},
    )
    return Cell(
        f"{where} ({'; '.join(f'{key} {value}' for key, value in scene.items())}; about {about}; {kind})",
        scene["school"],
        concern,
        date.fromisoformat(scene["day"]) if "day" in scene else None,
        tuple(frozenset(hop.split(" & ")) for hop in hops),
        frozenset(copies),
        outside,
        frozenset(barred[0].split()) if barred else None,
    )


@cache
def every_cell() -> tuple[Cell, ...]:
    return (*cells("matrix.txt"), *cells("situations.txt"))


def drawn(hops: tuple[frozenset[str], ...], copies: frozenset[str], outside: str) -> str:
    """A chain as the tables write it."""
    chain = " > ".join([*(" & ".join(sorted(hop)) for hop in hops), outside])
    return " + ".join([chain, *sorted(copies)])


def differences(choose: Choose, cell: Cell) -> Iterator[str]:
    route = choose(cell.concern, SCHOOLS[cell.school], day=cell.day)
    expected = drawn(cell.hops, cell.copies, cell.outside)
    chosen = drawn(tuple(frozenset(hop.people) for hop in route.hops), frozenset(route.copies), route.outside)
    if chosen != expected:
        yield f"{cell.line}: expected {expected}, and the router chose {chosen}."
    if cell.barred is not None and set(route.excluded) != cell.barred:
        missing, extra = sorted(cell.barred - route.excluded), sorted(route.excluded - cell.barred)
        yield f"{cell.line}: the router forgot to bar {missing} and barred {extra} without reason."
