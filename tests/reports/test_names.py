"""A typed name finds the person it means, or everybody it could mean."""

import pytest

from reports.names import found
from reports.people import Person, PersonId, School

SCHOOL = School(
    "s",
    "School",
    tuple(
        Person(PersonId(id), name, active=active)
        for id, name, active in (
            ("h.head", "Mrs Helen Ashdown", True),
            ("a.ashdown", "Anna Ashdown", True),
            ("c.col", "Callum Redgrave-Iyer", True),
            ("d.okonjo", "Daniel Okonjo", True),
            ("o.hare", "Siobhán O'Hare", True),
            ("g.gone", "Gone Person", False),
        )
    ),
)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("h.head", {"h.head"}),
        ("Helen Ashdown", {"h.head"}),
        ("mrs  helen ASHDOWN", {"h.head"}),
        ("Ashdown", {"h.head", "a.ashdown"}),
        ("Anna", {"a.ashdown"}),
        ("Redgrave", {"c.col"}),
        ("Callum Iyer", {"c.col"}),
        ("Mr Okonjo", {"d.okonjo"}),
        ("Okonja", {"d.okonjo"}),
        ("O'Hare", {"o.hare"}),
        ("Siobhán", {"o.hare"}),
        ("Gone Person", set()),
        ("Nobody Known", set()),
        ("", set()),
        ("Mrs", set()),
    ],
)
def test_a_typed_name_finds_whom_it_means(typed: str, people: set[str]) -> None:
    assert {person.id for person in found(SCHOOL, typed)} == people
