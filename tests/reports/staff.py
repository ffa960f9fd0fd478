"""Who stands over whom, and who is barred: worked out from school.toml alone, never by the router's own exclusion."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reports.people import School

GOVERNING = {"chair", "vice_chair", "governor"}
LEADING = {"headteacher", "deputy", "slt"}
NAMED = "person:"
HOLDERS = {
    "head": {"headteacher"},
    "prefer_not": {"headteacher"},
    "deputy": {"deputy"},
    "chair": {"chair"},
    "slt": {"deputy", "slt"},
    "governor": {"governor"},
}
NOT_HOLDERS = {"slt": {"headteacher"}, "governor": {"chair", "vice_chair"}}


@dataclass(frozen=True, eq=False)
class Staff:
    """A school's people, by id: their posts in words, their manager as entered, everyone over them, who works here."""

    posts: dict[str, frozenset[str]]
    manager: dict[str, str | None]
    over: dict[str, frozenset[str]]
    active: frozenset[str]

    def holders(self, posts: set[str]) -> set[str]:
        return {id for id, held in self.posts.items() if held & posts}

    def works_here_and_governs(self, id: str) -> bool:
        return bool(self.posts[id] & GOVERNING) and bool(self.posts[id] - GOVERNING or self.manager[id])

    def only_governs(self, id: str) -> bool:
        held = self.posts.get(id, frozenset())
        return bool(held) and held <= GOVERNING and not self.manager[id]


def staff_of(school: School) -> Staff:
    posts = {str(p.id): frozenset(post.value for post in p.posts) for p in school.people}
    manager = {str(p.id): None if p.manager is None else str(p.manager) for p in school.people}
    active = frozenset(str(p.id) for p in school.people if p.active)
    flat = Staff(posts, manager, {}, active)
    return Staff(posts, manager, {id: over(flat, id) for id in posts}, active)


def over(staff: Staff, id: str) -> frozenset[str]:
    """Climbs from one person to the top. Nobody stands over a headteacher, and governors manage nobody."""
    climbed: set[str] = set()
    above: str | None = id
    while above and "headteacher" not in staff.posts.get(above, ()):
        above = staff.manager.get(above)
        if above is None or above in climbed or staff.only_governs(above):
            break
        climbed.add(above)
    return frozenset(climbed)


@cache
def meant(staff: Staff, subjects: frozenset[str], reporter: str) -> frozenset[str]:
    """The people that the subjects stand for."""
    people: set[str] = set()
    for subject in subjects:
        if subject.startswith(NAMED):
            people.add(subject.removeprefix(NAMED))
        elif subject == "line_manager":
            people |= {manager for manager in [staff.manager.get(reporter)] if manager}
        elif subject in HOLDERS:
            people |= staff.holders(HOLDERS[subject]) - staff.holders(NOT_HOLDERS.get(subject, set()))
    return frozenset(people)


@cache
def barred_by_subjects(staff: Staff, subjects: frozenset[str], reporter: str) -> frozenset[str]:
    """The subjects, everyone under them, their fellow leaders, and every headteacher when one is a subject."""
    people = meant(staff, subjects, reporter)
    under = {id for id, above in staff.over.items() if above & people}
    heads = staff.holders({"headteacher"})
    leaders_meant = any(staff.posts.get(id, frozenset()) & LEADING for id in people)
    peers = staff.holders(LEADING) - heads if leaders_meant else set()
    return frozenset(people | under | peers | (heads if people & heads else set()))


def about_the_head(staff: Staff, subjects: frozenset[str], reporter: str) -> bool:
    return bool(subjects & {"head", "prefer_not"} or meant(staff, subjects, reporter) & staff.holders({"headteacher"}))
