"""Every case that the invariants are tried on: schools, styles, kinds, reporters and sets of up to three subjects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations, islice, product

from reports.people import PersonId, Post, School
from reports.report import PERSON, Concern, Kind, Role
from tests.reports.invariants import Case, broken
from tests.reports.schools import SCHOOLS
from tests.reports.staff import Staff, staff_of
from tests.reports.tables import Choose

NAMED = {
    "full": "h.head d.deputy m.mentor s.dsl",
    "head is DSL": "h.head d.deputy t.teacher v.vice",
    "co-heads": "h.one h.two s.dsl v.vice",
    "vacant chair": "h.head l.lead b.business f.staffgov",
    "bare": "h.head c.chair t.teacher z.stranger",
    "staff governors": "h.head d.deputy v.vice t.teacher",
}
OTHERS = (  # the reporter, witnesses, those affected, those declared; strangers where the school lists no such person
    ("a.ta", "", "", ""),
    ("t.teacher", "h.head h.one", "", "c.chair"),
    ("d.deputy", "s.dsl", "v.vice", ""),
    ("h.head", "", "m.mentor", "e.ddsl z.stranger"),
)
OTHERS_EACH = 2  # of those, for each school, style and kind, in rotation
SUBJECTS_AT_MOST = 3
SUBJECT_SETS = 1 + 18 + 153 + 816  # of fourteen types and four people, none to three at a time
ALL = len(NAMED) * 2 * len(Kind) * OTHERS_EACH * SUBJECT_SETS  # 237,120
SAMPLE_EVERY = 9


@dataclass(frozen=True)
class Block:
    """All sets of subjects for one school, kind and reporter."""

    school: School
    staff: Staff
    concern: Concern

    def cases(self, first: int = 0, every: int = 1) -> Iterator[Case]:
        items = [*(role.value for role in Role), *named(self.school)]
        sets = chain.from_iterable(combinations(items, size) for size in range(SUBJECTS_AT_MOST + 1))
        for subjects in islice(sets, first, None, every):
            yield Case(self.school, self.staff, replace(self.concern, subjects=frozenset(subjects)))


def named(school: School) -> list[str]:
    return [PERSON + id for id in NAMED[school.id].split()]


def in_both_styles(school: School) -> tuple[School, School]:
    leaders = replace(school, first_hop="slt", duty=PersonId("d.deputy"), site_copy=Post.COMPUTING)
    return replace(school, first_hop="headteacher"), leaders


def concern(kind: Kind, reporter: str, *others: str) -> Concern:
    witnesses, affected, declared = (frozenset(PersonId(id) for id in ids.split()) for ids in others)
    return Concern(kind, frozenset(), PersonId(reporter), witnesses, affected, declared)


@cache
def blocks() -> tuple[Block, ...]:
    made = []
    for school in (SCHOOLS[id] for id in NAMED):
        staff = staff_of(school)
        for (turn, kind), (style, styled) in product(enumerate(Kind), enumerate(in_both_styles(school))):
            for others in range(OTHERS_EACH):
                made.append(Block(styled, staff, concern(kind, *OTHERS[(turn + style + others) % len(OTHERS)])))
    return tuple(made)


def tried(choose: Choose, every: int = 1) -> Iterator[list[str]]:
    """Tries one case in `every`: for each, a sentence for every invariant that it breaks."""
    for number, block in enumerate(blocks()):
        excluded: dict[frozenset[str], frozenset[str]] = {}
        for case in block.cases(-number * SUBJECT_SETS % every, every):
            yield list(broken(choose, case, excluded))
