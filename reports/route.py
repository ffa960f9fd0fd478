"""Who will be told of a report, in which order, and why them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports.chains import DSL_COPY_KINDS, Chain, chain_for
from reports.chains import PRACTICES as PRACTICES
from reports.chains import Body as Body
from reports.exclusion import barred, subordinates
from reports.people import Person, PersonId, Post, School, ids
from reports.report import ALWAYS_URGENT, Concern, Kind, Role
from reports.subjects import Standing, Subjects, subjects


@dataclass(frozen=True)
class Because:
    """Why someone is told: a clause as it is cited, or where the policies are silent, a key of PRACTICES."""

    citation: str = ""
    practice: str = ""

    def __post_init__(self) -> None:
        if bool(self.citation) == bool(self.practice):
            raise ValueError("Give a reason either a citation or a practice.")


@dataclass(frozen=True)
class Hop:
    """Those who are told together, once those before them have not acknowledged."""

    people: tuple[PersonId, ...]
    because: Because


@dataclass(frozen=True)
class Route:
    """Nobody in `excluded` stands anywhere else in it; no hops means that only the outside body is left."""

    hops: tuple[Hop, ...]
    copies: tuple[PersonId, ...]
    outside: Body
    excluded: frozenset[PersonId]


@dataclass(frozen=True)
class Mandate:
    """A clause of the school's policies that names the recipient."""

    kinds: frozenset[Kind]
    about: frozenset[Role]  # empty: whoever it is about, except the headteacher
    posts: frozenset[Post]
    citation: str


@dataclass(frozen=True)
class _Place:
    people: tuple[PersonId, ...]
    posts: frozenset[Post]  # through which they were chosen: a mandate must name one
    practice: str


def choose(
    concern: Concern,
    school: School,
    mandates: Sequence[Mandate] = (),
    day: date | None = None,
    shut: bool = False,
) -> Route:
    """The route that the rules give; with `day`, without those who are away then; `shut` in the school's holidays.

    Raises ValueError for a subject that is neither a role nor "person:ID".
    """
    about = subjects(concern, school)
    excluded = barred(concern, about, school)
    able = tuple(
        person
        for person in school.people
        if person.active and person.id not in excluded and not (day and person.is_away(day))
    )
    chain = chain_for(concern.kind, about.standing)
    fitting = [mandate for mandate in mandates if _fits(mandate, concern.kind, about)]
    hops = tuple(_hops(_places(chain, about.standing, able, school), fitting))
    if shut and not rushed(concern, school):
        hops = _contact_first(hops, _impartial(able, about.standing), school)
    told = {id for hop in hops for id in hop.people}
    copied = _copied(concern, about, school) - told
    return Route(hops, tuple(person.id for person in able if person.id in copied), chain.outside, excluded)


def urgent(kind: Kind, school: School) -> bool:
    return kind in ALWAYS_URGENT or kind in school.urgent


def rushed(concern: Concern, school: School) -> bool:
    """Whether its clock never stops: by its kind, or because pupils were there."""
    return concern.pupils_present or urgent(concern.kind, school)


def _places(chain: Chain, standing: Standing, able: Sequence[Person], school: School) -> Iterator[_Place]:
    """The chain's seats and who is in them, after the senior leader on duty where the school starts there."""
    able = _impartial(able, standing)
    on_duty = chain.duty_may_lead and school.first_hop == "slt"
    if on_duty:
        yield _Place(tuple(p.id for p in able if p.id == school.duty), frozenset({Post.SLT}), "duty-leader-receives")
    for seat in chain.seats:
        for_team = on_duty and seat.post is Post.HEADTEACHER  # who leads the team that the clause names
        posts = frozenset({seat.post, Post.SLT} if for_team else {seat.post})
        yield _Place(tuple(person.id for person in able if school.receives(person, seat.post)), posts, seat.practice)


def _impartial(able: Sequence[Person], standing: Standing) -> Sequence[Person]:
    """Nobody who works for the headteacher judges the headteacher."""
    return [person for person in able if not person.is_staff] if standing >= Standing.HEAD else able


def _contact_first(hops: tuple[Hop, ...], able: Sequence[Person], school: School) -> tuple[Hop, ...]:
    """The holiday contact goes before a chain, if they may be told at all, and never makes one where there is none."""
    contact = next((person.id for person in able if person.id == school.holiday_contact), None)
    if contact is None or not hops:
        return hops
    later = (replace(hop, people=tuple(id for id in hop.people if id != contact)) for hop in hops)
    first = Hop((contact,), Because(practice="holiday-contact-first"))
    return (first, *(hop for hop in later if hop.people))


def _hops(places: Iterable[_Place], mandates: Sequence[Mandate]) -> Iterator[Hop]:
    """An empty place is dropped, and whoever stands in two keeps the earlier."""
    told: set[PersonId] = set()
    for place in places:
        people = tuple(id for id in place.people if id not in told)
        if people:
            told.update(people)
            yield Hop(people, _because(place, mandates))


def _because(place: _Place, mandates: Sequence[Mandate]) -> Because:
    clause = next((mandate.citation for mandate in mandates if mandate.posts & place.posts), "")
    return Because(citation=clause) if clause else Because(practice=place.practice)


def _fits(mandate: Mandate, kind: Kind, about: Subjects) -> bool:
    """A clause that does not speak of the headteacher says nothing on a report about the headteacher."""
    if kind not in mandate.kinds:
        return False
    return bool(mandate.about & about.spoken_of) if mandate.about else about.standing < Standing.HEAD


def _copied(concern: Concern, about: Subjects, school: School) -> frozenset[PersonId]:
    copied = safeguarding(concern, school)
    if concern.kind is Kind.PROHIBITED_SITE_SELF and about.standing < Standing.LEADER:
        copied |= _site_team(concern, about, school)
    return copied | _line_manager(concern, school)


def safeguarding(concern: Concern, school: School) -> frozenset[PersonId]:
    """Those who lead safeguarding, where a copy is for them as such: such a copy is whole."""
    about_a_pupil = Role.PUPIL in concern.subjects and concern.kind in DSL_COPY_KINDS
    return ids(school.receiving(Post.DSL)) if about_a_pupil or concern.pupils_present else frozenset()


def _line_manager(concern: Concern, school: School) -> frozenset[PersonId]:
    reporter = school.person(concern.reporter) if concern.tell_manager else None
    return frozenset({reporter.manager}) if reporter and reporter.manager else frozenset()


def _site_team(concern: Concern, about: Subjects, school: School) -> frozenset[PersonId]:
    """Nobody at all if one of the team, or anyone they answer to, is whom it is about."""
    team = ids(school.holders(school.site_copy)) if school.site_copy else frozenset()
    judged = about.people | ({concern.reporter} if Role.ME in about.roles else frozenset())
    able = frozenset(id for id in team if (id, school.site_copy) not in school.waiting)
    return frozenset() if team & (judged | subordinates(judged, school)) else able
