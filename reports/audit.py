"""What the audit says of an act: when, who, which deed and which case; never what anybody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reports.people import PersonId, Post, School
from reports.rounding import quarter

REPORTER = "a reporter"  # each of them, named or not: the audit does not tell which reports are anonymous
CANDOUR = "candour"  # what happens by itself, when time runs out
KEEPER = "whoever runs candour"  # a command on the server, which knows nobody's name
ENDED = "head:"  # before the hash with which another record ended


class Deed(StrEnum):
    """Of a reporter there are three: the audit does not tell what they added, nor that they gave their name."""

    FILED = "filed"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    DELIVERED = "delivered"
    UNDELIVERED = "not delivered"
    REMINDED = "reminded"
    OPENED = "opened"
    READ = "read"
    REFUSED = "refused"
    MISTAKEN = "not made for them"  # they pressed or sent what was drawn for somebody else
    ACKNOWLEDGED = "acknowledged"
    PASSED_ON = "passed on"
    HANDED_OVER = "handed over"
    GIVEN = "given"
    ASKED = "asked"
    NOTED = "noted"
    CLOSED = "closed"
    LAPSED = "lapsed"
    EXHAUSTED = "nobody left"
    ERASED = "erased"
    CHECKED = "checked"  # once a day, by itself
    TO_TAKE = "to take a post"
    TO_LEAVE = "to leave a post"
    LEFT = "left a post"
    KEYS = "keys changed"
    HELD = "held"
    RELEASED = "released"
    EXPORTED = "exported"
    BACKED_UP = "backed up"
    RESTORED = "restored"
    ENROLLED = "let in to the desk"
    FORGOTTEN = "kept out of the desk"


# By the name of an event: each deed, and who did it or to whom: a field of the event, or the very words.
OF_EVENTS: Mapping[str, tuple[tuple[Deed, str], ...]] = {
    "Filed": ((Deed.FILED, REPORTER),),
    "Delivered": ((Deed.DELIVERED, "to"),),
    "Undeliverable": ((Deed.UNDELIVERED, "to"),),
    "Reminded": ((Deed.REMINDED, "to"),),
    "Opened": ((Deed.OPENED, "by"),),
    "Acknowledged": ((Deed.ACKNOWLEDGED, "by"),),
    "Lapsed": ((Deed.LAPSED, CANDOUR),),
    "Exhausted": ((Deed.EXHAUSTED, CANDOUR),),
    "Recused": ((Deed.PASSED_ON, "by"),),
    "Transferred": ((Deed.HANDED_OVER, "by"), (Deed.GIVEN, "to")),
    "Asked": ((Deed.ASKED, "by"),),
    "Noted": ((Deed.NOTED, "by"),),
    "Closed": ((Deed.CLOSED, "by"),),
    "Withdrawn": ((Deed.WITHDRAWN, REPORTER),),
    **dict.fromkeys(("Added", "Involved", "Wished", "Named", "Treated"), ((Deed.ADDED, REPORTER),)),
}


@dataclass(frozen=True)
class Act:
    """`who` is a person's id, REPORTER, CANDOUR or KEEPER.

    `case` is empty where the act is about none that there is. Of a post it is "post:" and the post; of an export and of
    the desk, "person:" and whose data or way in it was; of a backup that was put back, ENDED and the end of the record
    that stood here.
    """

    at: datetime
    who: str
    deed: Deed
    case: str = ""

    @property
    def told_at(self) -> datetime:
        """By the quarter-hour whatever it is: a finer time would tell which reports are urgent, and who wrote when."""
        return quarter(self.at)


def acts(case: str, events: Iterable[object]) -> tuple[Act, ...]:
    """In the order of the events. Raises KeyError for an event that OF_EVENTS lacks: no act goes without a line."""
    return tuple(
        Act(_at(event), getattr(event, who, who), deed, case)
        for event in events
        for deed, who in OF_EVENTS[type(event).__name__]
    )


def _at(event: object) -> datetime:
    at: datetime = event.at if hasattr(event, "at") else event.report.at  # type: ignore[attr-defined]
    return at


# Who is shown how the record stands: the first who is at work of those who lead, and of those who govern.
WATCHING = ((Post.HEADTEACHER, Post.DEPUTY, Post.DSL), (Post.CHAIR, Post.VICE_CHAIR))


def watchers(school: School) -> frozenset[PersonId]:
    """Two people, so that neither can hide from the other what became of the record."""
    found = ([p.id for post in posts for p in school.receiving(post) if p.active] for posts in WATCHING)
    return frozenset(first for first, *_ in filter(None, found))
