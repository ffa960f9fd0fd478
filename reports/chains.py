"""Who receives a report, by its kind and by the highest standing of those it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reports.people import Post
from reports.report import Kind
from reports.subjects import Standing


class Body(StrEnum):
    """The body outside the school that the reporter is told of."""

    LA = "LA"
    LADO = "LADO"
    CSC = "CSC"


# Why someone is told where no clause of the school's own policies says so.
PRACTICES: Mapping[str, str] = {
    "holiday-contact-first": "While the school is shut, reports go first to the person who looks at them then.",
    "head-receives": "The headteacher is responsible for staff and pupils, so reports start there.",
    "duty-leader-receives": "The senior leader on duty receives reports for the senior leadership team.",
    "deputy-backs-up-head": "The deputy headteacher acts when the headteacher can't.",
    "chair-backs-up-head": "The chair of governors is next when the headteacher can't act.",
    "chair-for-head": "A report that is, or may be, about the headteacher goes to the chair of governors.",
    "chair-for-governors": "The chair of governors deals with reports about a governor.",
    "vice-chair-backs-up-chair": "The vice-chair of governors acts when the chair can't.",
    "vice-chair-for-chair": "The vice-chair of governors deals with reports about the chair.",
    "vice-chair-for-head-and-chair": "A report about the headteacher and the chair goes to the vice-chair.",
    "head-for-chair": "The headteacher is next when a report is about the chair of governors.",
    "dsl-for-children": "The designated safeguarding lead receives every worry about a child.",
    "deputy-dsl-backs-up-dsl": "The deputy safeguarding lead acts when the safeguarding lead can't.",
    "head-backs-up-dsl": "The headteacher is next when the safeguarding leads can't act.",
    "head-for-adults-with-children": "Worries about how an adult here treats a child go to the headteacher.",
    "handed-over": "Someone who had the report handed it to a person who may deal with it.",
}


@dataclass(frozen=True)
class Seat:
    """One place in a chain: whoever holds this post, and the practice that puts them there."""

    post: Post
    practice: str

    def __post_init__(self) -> None:
        if self.practice not in PRACTICES:
            raise ValueError(f"Give “{self.practice}” a sentence in PRACTICES: each seat needs a reason.")


@dataclass(frozen=True)
class Chain:
    """Seats in order; each is told when the one before has not acknowledged."""

    seats: tuple[Seat, ...]
    outside: Body
    duty_may_lead: bool = False  # where the school starts with the senior leader on duty


CHILD_KINDS = frozenset({Kind.PUPIL_CONTACT_COLLEAGUE, Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE})
DSL_COPY_KINDS = frozenset({Kind.CYBERBULLYING, Kind.HARASSMENT, Kind.HARMFUL_CONTENT, Kind.THREAT})

_DEPUTY = Seat(Post.DEPUTY, "deputy-backs-up-head")
_CHAIR_NEXT = Seat(Post.CHAIR, "chair-backs-up-head")
_VICE_CHAIR_NEXT = Seat(Post.VICE_CHAIR, "vice-chair-backs-up-chair")
_HEAD = Seat(Post.HEADTEACHER, "head-receives")
_HEAD_ABOUT_ADULTS = Seat(Post.HEADTEACHER, "head-for-adults-with-children")
_ABOUT_HEAD = (Seat(Post.CHAIR, "chair-for-head"), _VICE_CHAIR_NEXT)
_ABOUT_CHAIR = Seat(Post.VICE_CHAIR, "vice-chair-for-chair")

GENERAL_CHAINS: Mapping[Standing, Chain] = {
    Standing.ANYONE: Chain((_HEAD, _DEPUTY, _CHAIR_NEXT), Body.LA, duty_may_lead=True),
    Standing.COLLEAGUE: Chain((_HEAD, _DEPUTY, _CHAIR_NEXT), Body.LA, duty_may_lead=True),
    Standing.LEADER: Chain((_HEAD, _CHAIR_NEXT), Body.LA, duty_may_lead=True),
    Standing.GOVERNOR: Chain((Seat(Post.CHAIR, "chair-for-governors"), _VICE_CHAIR_NEXT), Body.LA),
    Standing.CHAIR: Chain((_ABOUT_CHAIR, Seat(Post.HEADTEACHER, "head-for-chair")), Body.LA),
    Standing.HEAD: Chain(_ABOUT_HEAD, Body.LA),
    Standing.HEAD_AND_CHAIR: Chain((Seat(Post.VICE_CHAIR, "vice-chair-for-head-and-chair"),), Body.LA),
}

CHILD_CHAINS: Mapping[Standing, Chain] = {
    Standing.ANYONE: Chain(
        (
            Seat(Post.DSL, "dsl-for-children"),
            Seat(Post.DEPUTY_DSL, "deputy-dsl-backs-up-dsl"),
            Seat(Post.HEADTEACHER, "head-backs-up-dsl"),
            _DEPUTY,
        ),
        Body.CSC,
    ),
    Standing.COLLEAGUE: Chain((_HEAD_ABOUT_ADULTS, _CHAIR_NEXT), Body.LADO),
    Standing.LEADER: Chain((_HEAD_ABOUT_ADULTS, _CHAIR_NEXT), Body.LADO),
    Standing.GOVERNOR: Chain((_HEAD_ABOUT_ADULTS, _CHAIR_NEXT), Body.LADO),
    Standing.CHAIR: Chain((_HEAD_ABOUT_ADULTS, _ABOUT_CHAIR), Body.LADO),
    Standing.HEAD: Chain(_ABOUT_HEAD, Body.LADO),
    Standing.HEAD_AND_CHAIR: Chain((), Body.LADO),
}


def chain_for(kind: Kind, standing: Standing) -> Chain:
    return (CHILD_CHAINS if kind in CHILD_KINDS else GENERAL_CHAINS)[standing]
