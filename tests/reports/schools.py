"""The schools that the routing tests are about: two like the real ones, and the awkward ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from reports.people import Person, PersonId, Post, School


def someone(id: str, posts: str = "", manager: str | None = None, **more: Any) -> Person:
    """`posts` as school.toml spells them, with spaces between."""
    under = PersonId(manager) if manager else None
    return Person(PersonId(id), id, frozenset(Post(post) for post in posts.split()), under, **more)


def changed(school: School, id: str, **change: Any) -> School:
    """The same school, with one person changed."""
    assert school.person(id), f"{school.name} has no {id} to change"
    return replace(school, people=tuple(replace(p, **change) if p.id == id else p for p in school.people))


def without(school: School, *gone: str) -> School:
    return replace(school, people=tuple(person for person in school.people if person.id not in gone))


def joined(school: School, *people: Person) -> School:
    return replace(school, people=school.people + people)


GOVERNORS = (someone("c.chair", "chair"), someone("v.vice", "vice_chair"), someone("g.gov", "governor"))

FULL = School(
    "full",
    "A primary with every post filled",
    (
        someone("h.head", "headteacher slt"),
        someone("d.deputy", "deputy slt", "h.head"),
        someone("l.lead", "slt", "h.head"),
        someone("x.left", "slt", "h.head", active=False),
        someone("s.dsl", "dsl", "h.head"),
        someone("e.ddsl", "deputy_dsl", "d.deputy"),
        someone("b.business", "business_manager", "h.head"),
        someone("i.it", "computing", "b.business"),
        someone("j.it", "computing", "l.lead"),
        someone("t.teacher", "", "l.lead"),
        someone("m.mentor", "", "d.deputy"),
        someone("a.ta", "", "m.mentor"),
        someone("f.staffgov", "governor", "d.deputy"),
        *GOVERNORS,
    ),
)
HEATHFIELD = School(
    "heathfield",
    "A secondary whose policy names the leadership team and the computing team",
    (
        someone("h.head", "headteacher"),
        someone("d.pastoral", "deputy", "h.head"),
        someone("d.studies", "deputy", "h.head"),
        someone("l.lead", "slt", "d.studies"),
        someone("s.dsl", "dsl slt", "d.pastoral"),
        someone("e.ddsl", "deputy_dsl", "s.dsl"),
        someone("b.business", "business_manager", "h.head"),
        someone("i.it", "computing", "b.business"),
        someone("k.curriculum", "", "d.studies"),
        someone("j.it", "computing", "k.curriculum"),
        someone("t.teacher", "", "k.curriculum"),
        someone("a.ta", "", "t.teacher"),
        *GOVERNORS,
    ),
    first_hop="slt",
    site_copy=Post.COMPUTING,
    urgent=frozenset({"harmful_content"}),
)
HEAD_IS_DSL = School(
    "head is DSL",
    "A small school where two people hold six posts",
    (
        someone("h.head", "headteacher slt dsl"),
        someone("d.deputy", "deputy slt deputy_dsl", "h.head"),
        someone("t.teacher", "computing", "h.head"),
        someone("a.ta", "", "t.teacher"),
        *GOVERNORS,
    ),
)
CO_HEADS = School(
    "co-heads",
    "A school whose headship is shared",
    (
        someone("h.one", "headteacher"),
        someone("h.two", "headteacher"),
        someone("d.deputy", "deputy", "h.one"),
        someone("s.dsl", "dsl", "h.two"),
        someone("e.ddsl", "deputy_dsl", "s.dsl"),
        someone("t.teacher", "computing", "h.two"),
        someone("a.ta", "", "t.teacher"),
        *GOVERNORS,
    ),
)
VACANT_CHAIR = replace(without(FULL, "c.chair"), id="vacant chair", name="A primary that waits for a new chair")
BARE = School(
    "bare", "A school that has listed two people", (someone("h.head", "headteacher"), someone("c.chair", "chair"))
)
STAFF_GOVERNORS = School(
    "staff governors",
    "A school where the vice-chair and other governors also work there",
    (
        someone("h.head", "headteacher"),
        someone("d.deputy", "deputy", "h.head"),
        someone("s.dsl", "dsl governor", "d.deputy"),
        someone("e.ddsl", "deputy_dsl", "s.dsl"),
        someone("t.teacher", "computing governor", "d.deputy"),
        someone("a.ta", "", "t.teacher"),
        someone("c.chair", "chair"),
        someone("v.vice", "vice_chair business_manager"),
        someone("g.gov", "governor"),
    ),
)

HALF_TERM = ((date(2026, 10, 26), date(2026, 10, 30)),)
PASTORAL_ON_DUTY = replace(HEATHFIELD, duty=PersonId("d.pastoral"))

VARIANTS = {
    "full, head and DSL away at half-term": changed(changed(FULL, "h.head", away=HALF_TERM), "s.dsl", away=HALF_TERM),
    "full, head has left": changed(FULL, "h.head", active=False),
    "full, no headteacher yet": without(FULL, "h.head"),
    "full, DSL has left": changed(FULL, "s.dsl", active=False),
    "full, deputy is also DSL": changed(
        without(FULL, "s.dsl"), "d.deputy", posts=frozenset({Post.DEPUTY, Post.SLT, Post.DSL})
    ),
    "full, head's manager entered as the deputy": changed(FULL, "h.head", manager=PersonId("d.deputy")),
    "full, head's manager entered as the chair": changed(FULL, "h.head", manager=PersonId("c.chair")),
    "full, chair manages the DSL": changed(FULL, "s.dsl", manager=PersonId("c.chair")),
    "full, staff governor manages the DSL": changed(FULL, "s.dsl", manager=PersonId("f.staffgov")),
    "full, mentor has no manager": changed(FULL, "m.mentor", manager=None),
    "full, two colleagues manage each other": joined(
        FULL, someone("y.one", "", "y.two"), someone("y.two", "", "y.one")
    ),
    "full, chair works in the kitchen": changed(FULL, "c.chair", manager=PersonId("z.caterer")),
    "full, deputy entered as on duty": replace(FULL, duty=PersonId("d.deputy")),
    "heathfield, pastoral deputy on duty": PASTORAL_ON_DUTY,
    "heathfield, pastoral deputy on duty but away": changed(PASTORAL_ON_DUTY, "d.pastoral", away=HALF_TERM),
    "heathfield, pastoral deputy on duty but left": changed(PASTORAL_ON_DUTY, "d.pastoral", active=False),
    "heathfield, business manager on duty": replace(HEATHFIELD, duty=PersonId("b.business")),
    "heathfield, head on duty": replace(HEATHFIELD, duty=PersonId("h.head")),
    "heathfield, DSL on duty": replace(HEATHFIELD, duty=PersonId("s.dsl")),
    "heathfield, nobody known on duty": replace(HEATHFIELD, duty=PersonId("z.nobody")),
    "heathfield, computing under a faculty": joined(
        changed(HEATHFIELD, "k.curriculum", manager=PersonId("z.faculty")), someone("z.faculty", "", "d.studies")
    ),
    "heathfield, one technician has left": changed(HEATHFIELD, "i.it", active=False),
    "staff governors, chair works there too": changed(
        STAFF_GOVERNORS, "c.chair", posts=frozenset({Post.CHAIR, Post.COMPUTING})
    ),
}
SCHOOLS = {
    school.id: school for school in (FULL, HEATHFIELD, HEAD_IS_DSL, CO_HEADS, VACANT_CHAIR, BARE, STAFF_GOVERNORS)
} | VARIANTS
