"""Who may never be told of a report: whom it is about, those who answer to them, and those with a part in it."""

from __future__ import annotations

from collections.abc import Iterable

from reports.people import LEADING, PersonId, Post, School, ids
from reports.report import Concern
from reports.subjects import Subjects


def barred(concern: Concern, about: Subjects, school: School) -> frozenset[PersonId]:
    """Everyone who may not receive it in any form. More subjects never bar fewer people."""
    judged = about.people | _co_heads(about, school)
    part_in_it = concern.witnesses | concern.affected | concern.declared
    return judged | subordinates(about.people, school) | _peers(about, school) | part_in_it | {concern.reporter}


def subordinates(managers: Iterable[PersonId], school: School) -> frozenset[PersonId]:
    """Everyone who answers to one of them, directly or not, by the lines of management among staff."""
    governors = {person.id for person in school.people if person.only_governs}
    team: dict[PersonId, list[PersonId]] = {}
    for person in school.people:
        if person.manager is not None and person.manager not in governors and Post.HEADTEACHER not in person.posts:
            team.setdefault(person.manager, []).append(person.id)
    found: set[PersonId] = set()
    ahead = list(managers)
    while ahead:
        new = [id for id in team.get(ahead.pop(), ()) if id not in found]  # so a circle of managers ends
        found.update(new)
        ahead.extend(new)
    return frozenset(found)


def _co_heads(about: Subjects, school: School) -> frozenset[PersonId]:
    """Heads who share the post do not judge each other."""
    return ids(school.holders(Post.HEADTEACHER)) if Post.HEADTEACHER in about.posts else frozenset()


def _peers(about: Subjects, school: School) -> frozenset[PersonId]:
    """Senior leaders do not judge each other; a headteacher may judge any but a headteacher."""
    if not about.posts & LEADING:
        return frozenset()
    return ids(leader for leader in school.holders(*LEADING) if Post.HEADTEACHER not in leader.posts)
