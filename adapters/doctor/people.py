"""Checks the people of a school: posts, managers, how to reach them, and who is outside to call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from adapters.days import written
from adapters.doctor.findings import Finding, must, well, worth
from bot.telling import POST_LABELS
from reports.coverage import receivers
from reports.exclusion import subordinates
from reports.people import Outside, Person, Post, School, ids
from reports.route import Body

NEEDED = (Post.HEADTEACHER, Post.CHAIR, Post.DSL)
WANTED = (Post.DEPUTY, Post.DEPUTY_DSL, Post.VICE_CHAIR)
YEAR = timedelta(days=365)
EXAMPLE_DAY = date(2000, 1, 1)  # stands in school.example.toml until somebody has rung the number
LEADS_NOWHERE = re.compile(r"@(?:.+\.)?example(?:\.(?:com|net|org))?$", re.IGNORECASE)  # kept for examples: RFC 2606
RINGS_NOWHERE = re.compile(r"01632\s?960\s?\d{3}|0808\s?157\s?0\d{3}")  # kept by Ofcom for drama


def people(school: School, today: date, sample: bool = False) -> Iterator[Finding]:
    yield from posts(school)
    yield from managers(school)
    yield from reach(school, sample)
    yield from duty(school)
    yield from outside(school, today, sample)


def posts(school: School) -> Iterator[Finding]:
    found = [*_vacant(school)]
    if school.site_copy and not _holders(school, school.site_copy):
        found.append(worth("posts", f"routes.site_copy is “{school.site_copy}”, and nobody holds that post."))
    yield from found or [well("posts", "Every post that receives reports is held.")]


def _vacant(school: School) -> Iterator[Finding]:
    for post in (*NEEDED, *WANTED):
        if not _holders(school, post):
            says = f"Nobody is {POST_LABELS[post]}: give somebody at work the post “{post}” in school.toml."
            yield (must if post in NEEDED else worth)("posts", says)


def _holders(school: School, post: Post) -> list[Person]:
    return [person for person in school.holders(post) if person.active]


def managers(school: School) -> Iterator[Finding]:
    """Who is left out of a report follows the lines of management: a line that is broken leaves nobody out."""
    heads = ids(school.holders(Post.HEADTEACHER))
    led = subordinates(heads, school)
    staff = [p for p in school.people if p.active and p.id not in heads and not p.only_governs]
    astray = [person for person in staff if (person.id not in led if heads else person.manager is None)]
    left = [person for person in staff if (above := school.person(person.manager or "")) and not above.active]
    receiving = ids(receivers(school))
    for says, found in (
        ("They receive reports, and no line of management leads from them to the headteacher", True),
        ("No line of management leads from them to the headteacher", False),
    ):
        lost = [person for person in astray if (person.id in receiving) is found]
        if lost:
            advice = "so a report about their managers can't leave them out. Give each a manager"
            yield (must if found else worth)("managers", f"{says}, {advice}: {named(lost)}.")
    if left:
        yield worth("managers", f"Their manager has left: {named(left)}.")
    if not astray and not left:
        yield well("managers", "Every line of management leads to the headteacher.")


def reach(school: School, sample: bool) -> Iterator[Finding]:
    receiving = receivers(school)
    silent = [person for person in receiving if not (person.email or person.slack or person.teams)]
    invented = [person for person in receiving if LEADS_NOWHERE.search(person.email or "") and not sample]
    if silent:
        yield must("reach", f"They receive reports, and have no email, slack or teams: {named(silent)}.")
    if invented:
        yield must("reach", f"They receive reports, and have the example's email. Put in their own: {named(invented)}.")
    if not silent and not invented:
        yield well("reach", "Everyone who receives reports can be reached.")


def duty(school: School) -> Iterator[Finding]:
    for key, id in (("routes.duty", school.duty), ("calendar.holiday_contact", school.holiday_contact)):
        person = school.person(id) if id else None
        if id and not (person and person.active):
            yield must("duty", f"{key} is “{id}”, who has left. Name somebody at work.")
    if school.duty and school.first_hop != "slt":
        yield worth("duty", "routes.duty counts only where school.first_hop is “slt”.")


def outside(school: School, today: date, sample: bool) -> Iterator[Finding]:
    found = [*_missing(school), *(f for body in school.outside for f in _body(body, today, sample))]
    yield from found or [well("outside", "LADO, LA and CSC are there, and every number was rung within a year.")]


def _missing(school: School) -> Iterator[Finding]:
    for body in Body:
        if not (there := school.outside_body(body)):
            yield must("outside", f"[outside.{body}] is missing from school.toml: reporters are told to call it.")
        elif not there.phone:
            yield must("outside", f"[outside.{body}] has no phone.")


def _body(body: Outside, today: date, sample: bool) -> Iterator[Finding]:
    where, rung = f"[outside.{body.body}]", body.checked
    if rung == EXAMPLE_DAY or (RINGS_NOWHERE.search(body.phone) and not sample):
        yield must("outside", f"{where} still has the example's number or date. Put in the real one, and ring it.")
    elif rung is None:
        yield worth("outside", f"{where} doesn't say when its number was last rung (checked).")
    elif rung > today:
        yield worth("outside", f"{where} was checked on {written(rung)}, which is still to come.")
    elif today - rung > YEAR:
        yield worth("outside", f"{where} was last checked on {written(rung)}, over a year ago. Ring it again.")


def named(people: list[Person]) -> str:
    return ", ".join(f"{person.name} ({person.id})" for person in people)
