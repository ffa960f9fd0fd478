"""Who receives reports changes a day after school.toml says so, so that nobody takes a post unseen.

Whoever is to leave a post keeps it for that day, and whoever is to take it counts as holding it for every bar, but
receives nothing by it. Someone who is at work no longer has left at once: the next on the route takes their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reports.coverage import RECEIVING
from reports.people import PersonId, Post, School

WAIT = timedelta(hours=24)
DUTY, HOLIDAY, SITE_COPY = "duty", "holiday_contact", "site_copy"


@dataclass(frozen=True)
class Holding:
    """One person in one seat: the value of a Post, DUTY or HOLIDAY. In SITE_COPY stands a post in a person's place."""

    seat: str
    person: PersonId
    since: datetime  # in force from then on
    until: datetime | None = None  # and no longer from then on

    def at(self, now: datetime) -> bool:
        return self.since <= now and (self.until is None or now < self.until)


@dataclass(frozen=True)
class Change:
    seat: str
    person: PersonId
    comes: bool
    force: datetime


def seats(school: School) -> frozenset[tuple[str, PersonId]]:
    """Every seat in which a report, or a copy of one, may be received, as school.toml has them."""
    posts = RECEIVING | ({school.site_copy} if school.site_copy else frozenset())
    held = {(post.value, person.id) for person in school.people if person.active for post in person.posts & posts}
    named = {(DUTY, school.duty if school.first_hop == "slt" else None), (HOLIDAY, school.holiday_contact)}
    at_work = {person.id for person in school.people if person.active}
    held |= {(seat, person) for seat, person in named if person and person in at_work}
    return frozenset(held | ({(SITE_COPY, PersonId(school.site_copy.value))} if school.site_copy else set()))


def changed(known: Sequence[Holding], school: School, now: datetime) -> tuple[tuple[Holding, ...], tuple[Change, ...]]:
    """What is kept from now on, and what of it is news. The first time, school.toml is in force as it stands."""
    wanted = seats(school)
    if not known:
        return tuple(Holding(seat, person, now) for seat, person in sorted(wanted)), ()
    stays = tuple(held for before in known if (held := _after(before, wanted, school, now)))
    new = wanted - {(held.seat, held.person) for held in stays}
    kept = (*stays, *(Holding(seat, person, now + WAIT) for seat, person in sorted(new)))
    return kept, tuple(_news(known, kept, now))


def _after(held: Holding, wanted: frozenset[tuple[str, PersonId]], school: School, now: datetime) -> Holding | None:
    if (held.seat, held.person) in wanted:
        return replace(held, until=None)
    if held.since > now or _gone(held, school):
        return None
    if held.until:
        return held if now < held.until else None
    return replace(held, until=now + WAIT)


def _gone(held: Holding, school: School) -> bool:
    person = school.person(held.person)
    return held.seat != SITE_COPY and not (person and person.active)


def _news(known: Sequence[Holding], kept: Sequence[Holding], now: datetime) -> Iterator[Change]:
    before = {(held.seat, held.person): held for held in known if held.until is None or now < held.until}
    after = {(held.seat, held.person): held for held in kept}
    for seat, person in sorted(before | after):
        was, held = before.get((seat, person)), after.get((seat, person))
        if held is None:
            yield Change(seat, person, False, now)
        elif was is None:
            yield Change(seat, person, True, held.since)
        elif was.until != held.until:
            yield Change(seat, person, held.until is None, held.until or now)


def told(known: Sequence[Holding], kept: Sequence[Holding], news: Sequence[Change]) -> frozenset[PersonId]:
    """The old and the new holders of every seat that changes."""
    moved = {change.seat for change in news}
    return frozenset(held.person for held in (*known, *kept) if held.seat in moved - {SITE_COPY})


def in_force(school: School, kept: Sequence[Holding], now: datetime) -> School:
    """The school as reports are sent today. Posts are those of school.toml and those still held."""
    if not kept:
        return school
    live = {(held.seat, held.person) for held in kept if held.at(now)}
    posts = set(map(str, Post))
    waiting = frozenset((person, Post(seat)) for seat, person in seats(school) - live if seat in posts)
    duty = _named(DUTY, school.duty, live)
    copy = _named(SITE_COPY, PersonId(school.site_copy.value) if school.site_copy else None, live)
    return replace(
        school,
        people=tuple(
            replace(p, posts=p.posts | {Post(s) for s, who in live if who == p.id and s in posts})
            for p in school.people
        ),
        waiting=waiting,
        duty=duty,
        first_hop="slt" if duty else school.first_hop,
        holiday_contact=_named(HOLIDAY, school.holiday_contact, live),
        site_copy=Post(copy) if copy else None,
    )


def _named(seat: str, wanted: PersonId | None, live: Iterable[tuple[str, PersonId]]) -> PersonId | None:
    """Whoever has it today: the one that school.toml names, if their time has come."""
    able = sorted(person for named, person in live if named == seat)
    return wanted if wanted in able else next(iter(able), None)
