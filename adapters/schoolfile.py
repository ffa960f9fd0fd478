"""Makes a school of one school.toml's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.agreement import disagreements
from adapters.fields import Field, Fields, Unfit, identifier, read_fields, shown
from adapters.schooltables import (
    CALENDAR,
    DEADLINES,
    OUTSIDE,
    PERSON,
    RETENTION,
    ROUTES,
    SCHOOL,
    policy_fields,
)
from reports.calendar import Calendar
from reports.people import Outside, Person, School
from reports.retention import Retention

BODIES = ("LADO", "LA", "CSC", "police")  # support lines have keys of their own
PARTS = dict.fromkeys(
    ("school", "people", "outside", "routes", "deadlines", "calendar", "retention", "policies"),
    Field(lambda value: value),
)
NAMELESS = {"id": "", "name": ""}  # stands in until the fault that says so is raised


@dataclass(frozen=True)
class PolicyFile:
    """A policy that school.toml names. No title means the one that the file itself prints."""

    id: str
    title: str = ""
    path: Path | None = None  # None where it comes by `candour ingest`


@dataclass(frozen=True)
class Registered:
    """A school, and what only the adapters need to know of it."""

    school: School
    path: Path
    policies: tuple[PolicyFile, ...] = ()
    slack_team: str = ""
    teams_tenant: str = ""


@dataclass(frozen=True)
class Document:
    """One file's tables, and the faults found in them so far."""

    file: Path
    parts: Mapping[str, Any]
    faults: list[str]

    def table(self, name: str, fields: Fields) -> dict[str, Any]:
        return read_fields(fields, self.parts.get(name, {}), f"{self.file}: {name}", self.faults)

    def tables(self, name: str, fields: Fields) -> list[dict[str, Any]]:
        """Each [[entry]], numbered from one as a reader counts them."""
        entries = self.parts.get(name, [])
        if not isinstance(entries, list):
            self.faults.append(
                f"{self.file}: {name}: {shown(entries)} is not a list. Wanted [[{name}]] above each one."
            )
            return []
        return [
            read_fields(fields, entry, f"{self.file}: {name}[{number}]", self.faults)
            for number, entry in enumerate(entries, start=1)
        ]


def read_school(file: Path, content: Mapping[str, Any]) -> tuple[Registered, list[str]]:
    """The school as far as it could be read, and every fault; it is fit for use only if there is none."""
    faults: list[str] = []
    document = Document(file, read_fields(PARTS, content, f"{file}", faults), faults)
    about = document.table("school", SCHOOL)
    people = document.tables("people", PERSON)
    outside = _outside(document)
    routes = document.table("routes", ROUTES)
    deadlines = document.table("deadlines", DEADLINES)
    calendar = document.table("calendar", CALENDAR)
    kept = document.table("retention", RETENTION)
    policies = document.tables("policies", policy_fields(file.parent))
    faults.extend(f"{file}: {fault}" for fault in disagreements(people, policies, routes, calendar))

    platforms = {key: about.pop(key) for key in ("slack_team", "teams_tenant") if key in about}
    school = School(
        **NAMELESS | about | routes | deadlines,
        people=tuple(Person(**NAMELESS | person) for person in people),
        outside=outside,
        holiday_contact=calendar.pop("holiday_contact", None),
        calendar=Calendar(**calendar),
        retention=Retention(kept.pop("default", Retention.default), tuple(kept.items())),
    )
    return Registered(school, file, tuple(map(_policy, policies)), **platforms), faults


def _policy(entry: Mapping[str, Any]) -> PolicyFile:
    return PolicyFile(entry.get("id", ""), entry.get("title", ""), entry.get("file"))


def _outside(document: Document) -> tuple[Outside, ...]:
    entries = document.parts.get("outside", {})
    if not isinstance(entries, dict):
        document.faults.append(f"{document.file}: outside: {shown(entries)} is not a table. Wanted [outside.LADO].")
        return ()
    return tuple(_body(body, entry, document) for body, entry in entries.items())


def _body(body: str, entry: object, document: Document) -> Outside:
    at = f"{document.file}: outside.{shown(body)[1:-1]}"
    known = next((name for name in BODIES if name.casefold() == body.casefold()), body)
    if known != body:
        document.faults.append(f'{at}: {shown(body)} is not a body known here. Did you mean "{known}"?')
    try:
        identifier(body)
    except Unfit as unfit:
        document.faults.extend(f"{document.file}: outside: {sentence}" for sentence in unfit.sentences)
    return Outside(body, **{"name": ""} | read_fields(OUTSIDE, entry, at, document.faults))
