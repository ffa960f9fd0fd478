"""Every kind of report about everyone is looked at, and what leads to one person or to nobody is found."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from reports.coverage import (
    FURTHER,
    ONE_OF,
    RECEIVING,
    ROWS,
    STAND_IN,
    Cell,
    Cells,
    State,
    coverage,
    gaps,
    in_state,
    matrix,
    post_holders,
    receivers,
    without,
)
from reports.people import PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import Body, Mandate, choose
from tests.reports.schools import (
    BARE,
    CO_HEADS,
    FULL,
    HEATHFIELD,
    SCHOOLS,
    STAFF_GOVERNORS,
    VACANT_CHAIR,
    changed,
)
from tests.reports.schools import (
    without as gone_from,
)

DAY = date(2026, 10, 26)
HEAD_AND_CHAIR = (Role.HEAD, Role.CHAIR)
CHILD = {Kind.PUPIL_CONTACT_COLLEAGUE, Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE}


def alone(school: School) -> Cells:
    """Of the plain matrix: about one sort of person, who is not the reporter."""
    return tuple(cell for cell in coverage(school).alone if cell.about in ONE_OF)


def named(cells: Cells) -> set[tuple[Kind, tuple[Role, ...]]]:
    return {(cell.kind, cell.about) for cell in cells}


def test_every_kind_is_there_for_every_role_and_every_combined_row_once() -> None:
    cells = matrix(FULL)
    assert len(ONE_OF) * len(Kind) == 130
    assert {(role,) for role in Role} | {HEAD_AND_CHAIR} <= set(ROWS)
    assert [(cell.about, cell.kind) for cell in cells] == list(product(ROWS, Kind))
    assert len(cells) == len(named(cells)) == 180


@pytest.mark.parametrize(
    ("school", "number"),
    [(VACANT_CHAIR, 59), (BARE, 49), (STAFF_GOVERNORS, 20), (FULL, 0), (HEATHFIELD, 0), (CO_HEADS, 0)],
    ids=lambda value: value.id if isinstance(value, School) else "",
)
def test_the_cells_without_a_backup_are_counted(school: School, number: int) -> None:
    assert len(alone(school)) == number


@pytest.mark.parametrize("school", SCHOOLS.values(), ids=SCHOOLS)
def test_every_cell_is_what_the_router_chooses_and_its_state_follows(school: School) -> None:
    for cell in coverage(school).cells:
        route = choose(Concern(cell.kind, frozenset(role.value for role in cell.about), STAND_IN), school)
        assert (cell.hops, cell.copies, cell.outside) == (route.hops, route.copies, route.outside)
        assert (cell.state is State.ALONE) == (len(route.hops) == 1)
        assert (cell.state is State.BACKED) == (len(route.hops) > 1)


@pytest.mark.parametrize("school", SCHOOLS.values(), ids=SCHOOLS)
def test_only_a_worry_about_a_child_and_both_head_and_chair_leads_outside_by_design(school: School) -> None:
    outside = in_state(matrix(school), State.BY_DESIGN)
    assert named(outside) == {(kind, HEAD_AND_CHAIR) for kind in CHILD}
    assert {cell.outside for cell in outside} == {Body.LADO}


def test_a_chain_whose_posts_are_all_vacant_is_a_hole() -> None:
    lonely = gone_from(BARE, "c.chair")
    holes = named(coverage(lonely).nobody)
    assert {(kind, (role,)) for kind in Kind for role in (Role.HEAD, Role.PREFER_NOT)} <= holes
    assert (Kind.HARASSMENT, (Role.COLLEAGUE,)) not in holes


def test_a_school_without_a_vice_chair_has_nobody_for_both_head_and_chair() -> None:
    assert named(coverage(BARE).nobody) == {(kind, HEAD_AND_CHAIR) for kind in set(Kind) - CHILD}


def test_a_cell_that_hangs_on_one_person_is_lost_when_they_are_away_or_report() -> None:
    found = coverage(VACANT_CHAIR)
    for lost in (found.lost(found.away), found.lost(found.reported_by)):
        assert set(lost) == {"h.head", "v.vice"}
        assert (Kind.HARASSMENT, (Role.HEAD,)) in named(lost[PersonId("v.vice")])
        assert (Kind.HARASSMENT, (Role.HEAD,)) not in named(lost[PersonId("h.head")])


def test_co_heads_back_each_other_up_although_they_stand_in_one_hop() -> None:
    only_heads = gone_from(CO_HEADS, "d.deputy", "c.chair", "v.vice", "g.gov")
    found = coverage(only_heads)
    about_colleague = {(kind, (Role.COLLEAGUE,)) for kind in Kind}
    assert about_colleague <= named(found.alone)
    assert not any(about_colleague & named(cells) for cells in found.lost(found.away).values())


def test_every_post_holder_at_work_is_looked_at_as_away_and_as_reporter() -> None:
    found = coverage(FULL)
    holders = {person.id for person in post_holders(FULL)}
    assert set(found.away) == set(found.reported_by) == holders
    assert "h.head" in holders
    assert not {"t.teacher", "x.left"} & holders


def test_whoever_is_away_or_reports_stands_in_no_cell() -> None:
    found = coverage(FULL)
    for matrices in (found.away, found.reported_by):
        for id, cells in matrices.items():
            assert not any(id in {*cell.copies, *(p for hop in cell.hops for p in hop.people)} for cell in cells)


@pytest.mark.parametrize("person", [person.id for person in FULL.people])
def test_supposing_somebody_away_is_what_the_router_does_on_a_day_that_they_are(person: PersonId) -> None:
    on_leave = changed(FULL, person, away=((DAY, DAY),))
    assert matrix(without(FULL, person)) == matrix(on_leave, day=DAY)


def test_a_day_on_which_all_recipients_are_away_is_a_gap() -> None:
    away = ((DAY, DAY),)
    school = changed(changed(FULL, "c.chair", away=away), "v.vice", away=away)
    ((day, cells),) = gaps(school, [date(2026, 10, 23), DAY])
    assert day == DAY
    assert {(kind, (Role.HEAD,)) for kind in Kind} <= named(cells)


def test_a_hole_that_is_always_there_is_no_gap_of_a_day() -> None:
    assert list(gaps(BARE, [DAY])) == []


def test_a_clause_is_given_as_the_reason() -> None:
    mandate = Mandate(frozenset({Kind.THREAT}), frozenset(), frozenset({Post.HEADTEACHER}), "Policy, section 1")
    cells = matrix(FULL, (mandate,))

    def first(cell: Cell) -> str:
        return cell.hops[0].because.citation if cell.hops else ""

    cited = {cell.kind for cell in cells if cell.about == (Role.COLLEAGUE,) and first(cell)}
    assert cited == {Kind.THREAT}


def test_those_who_may_receive_are_those_in_chains_copies_duty_and_holidays() -> None:
    assert {Post.HEADTEACHER, Post.CHAIR, Post.VICE_CHAIR, Post.DSL, Post.DEPUTY_DSL, Post.DEPUTY} == RECEIVING
    assert {person.id for person in receivers(FULL)} == {
        "h.head",
        "d.deputy",
        "s.dsl",
        "e.ddsl",
        "c.chair",
        "v.vice",
    }
    assert {"i.it", "j.it"} <= {person.id for person in receivers(HEATHFIELD)}
    named = replace(HEATHFIELD, duty=PersonId("b.business"), holiday_contact=PersonId("t.teacher"))
    assert {"b.business", "t.teacher"} <= {person.id for person in receivers(named)}


def test_the_whole_of_a_school_is_looked_at_within_a_second() -> None:
    assert len(FULL.people) >= 16
    best = min(_seconds() for _ in range(3))
    assert best < 1


def _seconds() -> float:
    began = time.perf_counter()
    assert len(coverage(FULL).cells) == len(ROWS) * len(Kind)
    return time.perf_counter() - began


def test_the_further_rows_are_oneself_and_two_at_once() -> None:
    assert {frozenset(row) for row in FURTHER} == {
        frozenset({Role.ME}),
        frozenset({Role.HEAD, Role.CHAIR}),
        frozenset({Role.COLLEAGUE, Role.HEAD}),
        frozenset({Role.DEPUTY, Role.HEAD}),
        frozenset({Role.SLT, Role.COLLEAGUE}),
    }
