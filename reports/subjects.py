"""Whom a report is about: the people whom its subjects name or mean, and how high they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from reports.people import PersonId, Post, School, ids
from reports.report import PERSON, Concern, Role


class Standing(IntEnum):
    """How high those it is about stand: the highest sets the chain."""

    ANYONE = 0
    COLLEAGUE = 1
    LEADER = 2
    GOVERNOR = 3
    CHAIR = 4
    HEAD = 5
    HEAD_AND_CHAIR = 6


STANDING_OF_ROLE: Mapping[Role, Standing] = {
    Role.PUPIL: Standing.ANYONE,
    Role.PARENT: Standing.ANYONE,
    Role.PUBLIC: Standing.ANYONE,
    Role.UNKNOWN: Standing.ANYONE,
    Role.ME: Standing.ANYONE,
    Role.COLLEAGUE: Standing.COLLEAGUE,
    Role.LINE_MANAGER: Standing.COLLEAGUE,
    Role.CONTRACTOR: Standing.COLLEAGUE,
    Role.SLT: Standing.LEADER,
    Role.DEPUTY: Standing.LEADER,
    Role.GOVERNOR: Standing.GOVERNOR,
    Role.CHAIR: Standing.CHAIR,
    Role.HEAD: Standing.HEAD,
    Role.PREFER_NOT: Standing.HEAD,  # it may be the head, so it goes where that would go
}

# Anyone named who holds none of these counts as a colleague.
STANDING_OF_POST: Mapping[Post, Standing] = {
    Post.SLT: Standing.LEADER,
    Post.DEPUTY: Standing.LEADER,
    Post.GOVERNOR: Standing.GOVERNOR,
    Post.VICE_CHAIR: Standing.GOVERNOR,
    Post.CHAIR: Standing.CHAIR,
    Post.HEADTEACHER: Standing.HEAD,
}

ROLE_OF_POST: Mapping[Post, Role] = {
    Post.SLT: Role.SLT,
    Post.DEPUTY: Role.DEPUTY,
    Post.GOVERNOR: Role.GOVERNOR,
    Post.VICE_CHAIR: Role.GOVERNOR,
    Post.CHAIR: Role.CHAIR,
    Post.HEADTEACHER: Role.HEAD,
}

_NOBODY: frozenset[Post] = frozenset()

# A role means whoever holds one of the first posts and none of the second.
# Apart from the line manager, every other role means nobody by itself.
MEANT: Mapping[Role, tuple[frozenset[Post], frozenset[Post]]] = {
    Role.SLT: (frozenset({Post.SLT, Post.DEPUTY}), frozenset({Post.HEADTEACHER})),
    Role.DEPUTY: (frozenset({Post.DEPUTY}), _NOBODY),
    Role.HEAD: (frozenset({Post.HEADTEACHER}), _NOBODY),
    Role.PREFER_NOT: (frozenset({Post.HEADTEACHER}), _NOBODY),
    Role.CHAIR: (frozenset({Post.CHAIR}), _NOBODY),
    Role.GOVERNOR: (frozenset({Post.GOVERNOR}), frozenset({Post.CHAIR, Post.VICE_CHAIR})),
}

_STAFF_ROLES = frozenset({Role.COLLEAGUE, Role.LINE_MANAGER, Role.SLT, Role.DEPUTY})


@dataclass(frozen=True)
class Subjects:
    """Roles as they were given, everyone named or meant, and the posts that those people hold."""

    roles: frozenset[Role]
    people: frozenset[PersonId]
    posts: frozenset[Post] = frozenset()
    staff: bool = False  # some of them work here, or may

    @property
    def standing(self) -> Standing:
        """Of the highest; a role counts although nobody holds it, and anyone named is at least a colleague."""
        found = {STANDING_OF_ROLE[role] for role in self.roles}
        found |= {STANDING_OF_POST[post] for post in self.posts if post in STANDING_OF_POST}
        if self.people:
            found.add(Standing.COLLEAGUE)
        if {Standing.HEAD, Standing.CHAIR} <= found:
            return Standing.HEAD_AND_CHAIR
        return max(found, default=Standing.ANYONE)

    @property
    def spoken_of(self) -> frozenset[Role]:
        """The roles by which a policy may speak of them: of a headteacher, by no lesser one."""
        if self.standing >= Standing.HEAD:
            return frozenset({Role.HEAD})
        held = frozenset(ROLE_OF_POST[post] for post in self.posts if post in ROLE_OF_POST)
        colleague = frozenset({Role.COLLEAGUE}) if self.staff else frozenset()
        return self.roles | held | colleague


def subjects(concern: Concern, school: School) -> Subjects:
    """Includes people who have left. Raises ValueError for a subject that is neither a role nor "person:ID"."""
    roles = frozenset(_role(subject) for subject in concern.subjects if not subject.startswith(PERSON))
    named = {_named(subject) for subject in concern.subjects if subject.startswith(PERSON)}
    people = named.union(*(_meant(role, concern.reporter, school) for role in roles))
    known = [person for person in school.people if person.id in people]
    return Subjects(
        roles,
        frozenset(people),
        frozenset(post for person in known for post in person.posts),
        bool(roles & _STAFF_ROLES) or any(not person.only_governs for person in known) or len(known) < len(people),
    )


def _named(subject: str) -> PersonId:
    id = subject.removeprefix(PERSON)
    if not id:
        raise ValueError(f"Put a person's id after “{PERSON}” in the subject.")
    return PersonId(id)


def _role(subject: str) -> Role:
    try:
        return Role(subject)
    except ValueError:
        wanted = ", ".join(Role)
        raise ValueError(f"The subject “{subject}” is unknown: use “{PERSON}ID” or one of {wanted}.") from None


def _meant(role: Role, reporter: PersonId, school: School) -> Iterable[PersonId]:
    if role is Role.LINE_MANAGER:
        person = school.person(reporter)
        return (person.manager,) if person and person.manager else ()
    wanted, but_not = MEANT.get(role, (_NOBODY, _NOBODY))
    return ids(person for person in school.people if person.posts & wanted and not person.posts & but_not)
