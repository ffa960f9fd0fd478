"""The router gives every chain that was typed by hand, for the whole matrix and for what is out of the ordinary."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from reports.people import PersonId, School
from reports.report import PERSON, Concern, Kind, Role
from reports.route import choose
from tests.reports.schools import CO_HEADS, FULL, HEATHFIELD, SCHOOLS
from tests.reports.tables import Cell, cells, differences, every_cell

ROWS = 17  # of the matrix: thirteen types, and four that are combined


def test_the_matrix_has_every_kind_for_every_subject_once() -> None:
    typed = [(cell.concern.kind, cell.concern.subjects) for cell in cells("matrix.txt")]
    subjects = {about for _, about in typed}
    assert len(subjects) == ROWS
    assert {frozenset({role.value}) for role in Role if role is not Role.ME} <= subjects
    assert sorted(typed, key=str) == sorted(product(Kind, subjects), key=str)


def test_enough_chains_are_typed_by_hand() -> None:
    assert len(list(cells("matrix.txt"))) == ROWS * len(Kind) == 170
    assert len(list(cells("situations.txt"))) == 267


def test_every_school_is_used_and_every_person_in_the_tables_is_known_or_a_stranger() -> None:
    assert {cell.school for cell in every_cell()} == set(SCHOOLS)
    for cell in every_cell():
        known = {person.id for person in SCHOOLS[cell.school].people}
        named = frozenset().union(*cell.hops, cell.copies)
        assert named <= known, f"{cell.line} names {sorted(named - known)}, whom the school does not know."


@pytest.mark.parametrize("cell", every_cell(), ids=lambda cell: cell.line)
def test_the_route_is_the_one_typed_by_hand(cell: Cell) -> None:
    found = list(differences(choose, cell))
    assert not found, " ".join(found)


@pytest.mark.parametrize(
    ("school", "role", "names"),
    [
        (FULL, "head", "h.head"),
        (FULL, "prefer_not", "h.head"),
        (FULL, "deputy", "d.deputy"),
        (FULL, "chair", "c.chair"),
        (FULL, "governor", "g.gov f.staffgov"),
        (FULL, "slt", "d.deputy l.lead x.left"),
        (FULL, "line_manager", "m.mentor"),
        (HEATHFIELD, "deputy", "d.pastoral d.studies"),
        (HEATHFIELD, "slt", "d.pastoral d.studies l.lead s.dsl"),
        (HEATHFIELD, "line_manager", "t.teacher"),
        (CO_HEADS, "head", "h.one h.two"),
    ],
    ids=lambda value: value.id if isinstance(value, School) else value,
)
def test_a_post_is_treated_as_the_people_who_hold_it(school: School, role: str, names: str) -> None:
    for kind in Kind:
        by_post = Concern(kind, frozenset({role}), PersonId("a.ta"))
        by_name = replace(by_post, subjects=frozenset(PERSON + name for name in names.split()))
        assert choose(by_post, school) == choose(by_name, school), f"{kind} about {role} is not as about {names}"
