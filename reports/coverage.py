"""What every kind of report comes to, whoever it is about: who is told, and where that is one person or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product

from reports.chains import CHILD_CHAINS, GENERAL_CHAINS, chain_for
from reports.people import Person, PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import Body, Hop, Mandate, Route, choose
from reports.subjects import subjects

About = tuple[Role, ...]

STAND_IN = PersonId("")  # an ordinary member of staff: no post, and nobody's name
ONE_OF: Sequence[About] = tuple((role,) for role in Role if role is not Role.ME)
FURTHER: Sequence[About] = (
    (Role.ME,),
    (Role.HEAD, Role.CHAIR),
    (Role.COLLEAGUE, Role.HEAD),
    (Role.DEPUTY, Role.HEAD),
    (Role.SLT, Role.COLLEAGUE),
)
ROWS: Sequence[About] = (*ONE_OF, *FURTHER)

RECEIVING = frozenset(seat.post for table in (GENERAL_CHAINS, CHILD_CHAINS) for c in table.values() for seat in c.seats)


class State(StrEnum):
    NOBODY = "nobody"  # although the chain has seats: a hole
    BY_DESIGN = "outside by design"  # the chain has no seat: only the outside body may hear
    ALONE = "no backup"  # one hop
    BACKED = "backed up"


@dataclass(frozen=True)
class Cell:
    """One kind of report about one sort of subject, and what becomes of it."""

    kind: Kind
    about: About
    route: Route
    state: State

    @property
    def hops(self) -> tuple[Hop, ...]:
        return self.route.hops

    @property
    def copies(self) -> tuple[PersonId, ...]:
        return self.route.copies

    @property
    def outside(self) -> Body:
        return self.route.outside


Cells = tuple[Cell, ...]


@dataclass(frozen=True)
class Coverage:
    """The whole matrix: as it stands, with each post holder away, and as each post holder's own report."""

    cells: Cells
    away: Mapping[PersonId, Cells]
    reported_by: Mapping[PersonId, Cells]

    @property
    def nobody(self) -> Cells:
        return in_state(self.cells, State.NOBODY)

    @property
    def alone(self) -> Cells:
        return in_state(self.cells, State.ALONE)

    def lost(self, by: Mapping[PersonId, Cells]) -> dict[PersonId, Cells]:
        """The cells that come to nobody with `away` or `reported_by`, and do not without: of each who loses any."""
        holes = {(cell.kind, cell.about) for cell in self.nobody}
        new = {id: tuple(c for c in _holes(cells) if (c.kind, c.about) not in holes) for id, cells in by.items()}
        return {id: cells for id, cells in new.items() if cells}


def coverage(school: School, mandates: Sequence[Mandate] = ()) -> Coverage:
    holders = post_holders(school)
    return Coverage(
        matrix(school, mandates),
        {person.id: matrix(without(school, person.id), mandates) for person in holders},
        {person.id: matrix(school, mandates, person.id) for person in holders},
    )


def matrix(
    school: School, mandates: Sequence[Mandate] = (), reporter: PersonId = STAND_IN, day: date | None = None
) -> Cells:
    """Every kind for every row, row by row; with `day`, without those whom school.toml has away then."""
    return tuple(_cell(kind, about, school, mandates, reporter, day) for about, kind in product(ROWS, Kind))


def gaps(school: School, days: Iterable[date]) -> Iterator[tuple[date, Cells]]:
    """The cells that come to nobody on each day only because of who is away; days without one are left out."""
    holes = {(cell.kind, cell.about) for cell in _holes(matrix(school))}
    for day in days:
        new = tuple(c for c in _holes(matrix(school, day=day)) if (c.kind, c.about) not in holes)
        if new:
            yield day, new


def without(school: School, *away: PersonId) -> School:
    """The school while these people can receive nothing: the router passes over the away and the inactive alike."""
    return replace(school, people=tuple(replace(p, active=p.active and p.id not in away) for p in school.people))


def post_holders(school: School) -> tuple[Person, ...]:
    return tuple(person for person in school.people if person.active and person.posts)


def receivers(school: School) -> tuple[Person, ...]:
    """Everyone at work whom a report, a copy of one or a holiday's reports may reach."""
    posts: frozenset[Post] = RECEIVING | ({school.site_copy} if school.site_copy else frozenset())
    named = {school.duty if school.first_hop == "slt" else None, school.holiday_contact}
    return tuple(p for p in school.people if p.active and (p.posts & posts or p.id in named))


def in_state(cells: Iterable[Cell], state: State) -> Cells:
    return tuple(cell for cell in cells if cell.state is state)


def _holes(cells: Iterable[Cell]) -> Cells:
    return in_state(cells, State.NOBODY)


def _cell(
    kind: Kind, about: About, school: School, mandates: Sequence[Mandate], reporter: PersonId, day: date | None
) -> Cell:
    concern = Concern(kind, frozenset(role.value for role in about), reporter)
    route = choose(concern, school, mandates, day)
    return Cell(kind, about, route, _state(concern, route, school))


def _state(concern: Concern, route: Route, school: School) -> State:
    if route.hops:
        return State.BACKED if len(route.hops) > 1 else State.ALONE
    seats = chain_for(concern.kind, subjects(concern, school).standing).seats
    return State.NOBODY if seats else State.BY_DESIGN
