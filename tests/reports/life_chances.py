"""What may be drawn in a life: people, subjects, times, posts."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as some

from reports.people import PersonId, Post
from reports.report import PERSON, Role
from tests.reports.schools import FULL

STRANGER = PersonId("z.stranger")
PEOPLE = tuple(sorted(person.id for person in FULL.people))
ANYONE = some.sampled_from((*PEOPLE, STRANGER))
SOMEONE = some.sampled_from(PEOPLE)
SUBJECTS = some.frozensets(
    some.one_of(some.sampled_from([role.value for role in Role]), SOMEONE.map(lambda id: f"{PERSON}{id}")),
    min_size=1,
    max_size=2,
)
WAITS = some.sampled_from((timedelta(minutes=20), timedelta(hours=4), timedelta(days=1), timedelta(days=3)))
LONG = some.sampled_from((timedelta(weeks=4), timedelta(weeks=14)))
POSTS = some.frozensets(some.sampled_from(tuple(Post)), max_size=2)
NUMBER = some.integers(0, 3)
