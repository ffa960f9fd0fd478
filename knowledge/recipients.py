"""Tells whom a clause says to tell, in words for whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge import duties
from knowledge.policy import Clause, Kind, Policy, Version
from knowledge.sought import Sought
from knowledge.words import fold

NAMES: Mapping[str, str] = {
    "headteacher": "the headteacher",
    "deputy": "the deputy headteacher",
    "slt": "a senior leader",
    "dsl": "the designated safeguarding lead",
    "deputy_dsl": "the deputy safeguarding lead",
    "computing": "the computing team",
    "business_manager": "the business manager",
    "chair": "the chair of governors",
    "vice_chair": "the vice-chair of governors",
    "governor": "a governor",
    "line_manager": "the line manager",
}
# The router knows no line manager; whoever reads a clause does.
_LINE_MANAGER = Sought(
    r"\b(?:inform|tell|notify|speak (?:to|with)|report (?:this|it|them|to|\w+ to)|discuss \w+ with)"
    r" (?:the |their |your |his |her |to )*(?:line )?manager\b"
)
_ANY = Policy("", "", Version(""), ())  # whose clause it is makes no difference to whom it names
# Without one of these no post is named; a look at them saves the long one.
_SOME_POST = Sought(
    r"(?i:head|principal|deput|vice|senior|lead|safeguard|protection|designated|dsl|comput|manager|bursar|chair|govern"
    r"|slt|smt|technician)|\bICT?\b|\bIT\b"
)


@dataclass(frozen=True)
class Told:
    """Posts by their names in school.toml, and what about."""

    posts: tuple[str, ...]
    topics: frozenset[str] = frozenset()
    about_head: bool = False  # where a report about the headteacher goes
    handles: bool = False  # they deal with it; whether staff tell them is not said

    def __str__(self) -> str:
        names = [NAMES[post] for post in self.posts]
        either = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        if self.handles:
            return f"it is dealt with by {either}"
        return f"if it is about the headteacher, tell {either}" if self.about_head else f"tell {either}"


@lru_cache(maxsize=4_096)
def told(clause: Clause) -> tuple[Told, ...]:
    """In the order of the clause's sentences; empty where it names nobody."""
    said = " ".join((*clause.lead_ins[-1:], clause.text))
    if clause.kind not in {Kind.CLAUSE, Kind.ITEM} or not _SOME_POST.search(said):
        return ()
    found = [
        Told(tuple(post for post in NAMES if post in duty.posts), duty.topics, duty.about_head, duty.handles)
        for duty in duties.of_clause(clause, _ANY)
    ]
    if _LINE_MANAGER.search(fold(clause.text)):
        found.append(Told(("line_manager",), duties.topics(clause.text)))
    return tuple(dict.fromkeys(found))
