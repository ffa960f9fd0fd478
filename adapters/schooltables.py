"""The keys that each table of a school.toml may hold, and how each is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.fields import (
    Field,
    Fields,
    Unfit,
    clock,
    day,
    each,
    email,
    flag,
    identifier,
    line,
    one_of,
    shown,
    span,
    whole,
)
from reports.people import Post
from reports.report import Kind

DAYS = span(day, '["2026-10-26", "2026-10-30"]')
HOURS = span(clock, '["08:00", "16:30"]', instants=True)
KEPT = whole(1, 36_500, " days")
BODIES = ("LADO", "LA", "CSC", "police")  # support lines have keys of their own


def timezone(value: object) -> str:
    name = line(value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Unfit(f'{shown(value)} is not a time zone. Wanted one like "Europe/London".') from None
    return name


def file_beside(folder: Path) -> Callable[[object], Path]:
    def read(value: object) -> Path:
        path = folder / line(value)
        if not os.path.isfile(path):  # Path.is_file raises where a name is too long
            raise Unfit(f"{shown(value)} is not there. Wanted a file, its place told from the folder of school.toml.")
        return path

    return read


SCHOOL: Fields = {
    "id": Field(identifier, 'a short id such as "st-osmunds"'),
    "name": Field(line, "the school's name"),
    "timezone": Field(timezone),
    "first_hop": Field(one_of(("headteacher", "slt"), "a first recipient")),
    "slack_team": Field(line),
    "teams_tenant": Field(line),
}
PERSON: Fields = {
    "id": Field(identifier, 'a short id such as "h.head"'),
    "name": Field(line, "the person's name"),
    "posts": Field(each(one_of(Post, "a post"), frozenset)),
    "manager": Field(identifier),
    "email": Field(email),
    "slack": Field(line),
    "teams": Field(line),
    "active": Field(flag),
    "away": Field(each(DAYS)),
}
OUTSIDE: Fields = {"name": Field(line, "the body's name"), "phone": Field(line), "checked": Field(day)}
ROUTES: Fields = {
    "duty": Field(identifier),
    "site_copy": Field(one_of(Post, "a post")),
    "urgent": Field(each(one_of(Kind, "a kind of report"), frozenset)),
}
DEADLINES: Fields = {
    "urgent_minutes": Field(whole(1, 60, "; a deadline may be shortened, never lengthened")),
    "standard_working_days": Field(whole(1, 2, "; a deadline may be shortened, never lengthened")),
}
CALENDAR: Fields = {
    "terms": Field(each(DAYS)),
    "closed": Field(each(day, frozenset)),
    "half_days": Field(each(day, frozenset)),
    "day": Field(HOURS),
    "holiday_contact": Field(identifier),
}
RETENTION: Fields = {"default": Field(KEPT)} | {str(kind): Field(KEPT) for kind in Kind}


def policy_fields(folder: Path) -> Fields:
    return {
        "id": Field(identifier, 'a short id such as "social-media"'),
        "title": Field(line),
        "file": Field(file_beside(folder)),
    }
