"""Who holds which post. Policies name posts; people are who is in them today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from reports.calendar import Calendar
from reports.retention import Retention

PersonId = NewType("PersonId", str)


class Post(StrEnum):
    HEADTEACHER = "headteacher"
    DEPUTY = "deputy"
    SLT = "slt"
    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    COMPUTING = "computing"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    GOVERNOR = "governor"
    BUSINESS_MANAGER = "business_manager"


GOVERNING = frozenset({Post.CHAIR, Post.VICE_CHAIR, Post.GOVERNOR})
LEADING = frozenset({Post.HEADTEACHER, Post.DEPUTY, Post.SLT})


@dataclass(frozen=True)
class Person:
    """Someone in school.toml. Times away are whole days, both ends included."""

    id: PersonId
    name: str
    posts: frozenset[Post] = frozenset()
    manager: PersonId | None = None
    email: str = ""
    slack: str = ""
    teams: str = ""
    active: bool = True
    away: tuple[tuple[date, date], ...] = ()

    def is_away(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.away)

    @property
    def is_staff(self) -> bool:
        """Works here: a chair who also teaches or answers to someone is staff, and no outsider to the head."""
        return self.manager is not None or not self.posts <= GOVERNING

    @property
    def only_governs(self) -> bool:
        """Governs and does nothing else here, so manages nobody, whatever school.toml says."""
        return bool(self.posts) and not self.is_staff


@dataclass(frozen=True)
class Outside:
    """A body outside the school that the reporter is told of, never messaged by us."""

    body: str  # LADO, LA, CSC, police, or a support line's own key
    name: str
    phone: str = ""
    checked: date | None = None  # when someone last rang the number


@dataclass(frozen=True)
class School:
    """One school's people and its own choices, as school.toml has them."""

    id: str
    name: str
    people: tuple[Person, ...] = ()
    first_hop: str = "headteacher"  # or "slt": the senior leader on duty
    duty: PersonId | None = None
    site_copy: Post | None = None
    urgent: frozenset[str] = frozenset()  # kinds urgent here beyond those that always are
    outside: tuple[Outside, ...] = ()
    timezone: str = "Europe/London"
    urgent_minutes: int = 60
    standard_working_days: int = 2
    calendar: Calendar = field(default_factory=Calendar)
    holiday_contact: PersonId | None = None  # takes standard reports while the school is shut
    retention: Retention = field(default_factory=Retention)
    waiting: frozenset[tuple[PersonId, Post]] = frozenset()  # they hold the post, and receive nothing by it yet

    def person(self, id: str) -> Person | None:
        return next((person for person in self.people if person.id == id), None)

    def holders(self, *posts: Post) -> tuple[Person, ...]:
        """Everyone who holds any of these posts, active or not, as school.toml orders them."""
        return tuple(person for person in self.people if person.posts & set(posts))

    def receiving(self, post: Post) -> tuple[Person, ...]:
        """Those of its holders whom a report may reach by this post."""
        return tuple(person for person in self.people if self.receives(person, post))

    def receives(self, person: Person, post: Post) -> bool:
        return post in person.posts and (person.id, post) not in self.waiting

    def outside_body(self, body: str) -> Outside | None:
        return next((outside for outside in self.outside if outside.body == body), None)


def ids(people: Iterable[Person]) -> frozenset[PersonId]:
    return frozenset(person.id for person in people)
