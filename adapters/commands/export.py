"""candour export: what is held about one person, for whoever answers their request to see it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import noting, subject_access
from adapters.assembly import House
from adapters.faults import Faults
from adapters.schoolfile import Registered
from reports.audit import Deed
from reports.case import Case
from reports.people import Person
from reports.sealed import Sealed

EXAMPLE = "candour export --school st-osmunds --person t.teacher --to answer.md"
IN_PRODUCTION = "--as: in production people come through Slack, Teams or the recipient desk, not this terminal."


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--person", required=True, metavar="PERSON", help="whose data: an id in school.toml")
    parser.add_argument("--to", type=Path, metavar="FILE", help="write it there, for its owner alone")
    parser.add_argument("--as", dest="who", metavar="RECIPIENT", help="draft what the reports of this recipient hold")


def run(options: Namespace) -> int:
    house = House.open()
    registered = house.school(options.school)
    person = _person(registered, "--person", options.person)
    if options.who and house.settings.production:
        raise Faults([IN_PRODUCTION])
    if options.who:
        recipient = _person(registered, "--as", options.who)
        text = subject_access.draft(house.desk(registered), recipient.id, person, house.clock())
    else:
        noting.note(house, registered.school.id, Deed.EXPORTED, f"person:{person.id}")
        text = subject_access.document(registered.school, person, _received(house, registered, person), house.clock())
    if options.to:
        _write(options.to, text)
    else:
        print(text)
    return 0


def _person(registered: Registered, option: str, id: str) -> Person:
    found = registered.school.person(id)
    if found is None:
        known = ", ".join(person.id for person in registered.school.people)
        raise Faults([f"{option}: “{id}” is not a person of {registered.school.id}. Wanted one of: {known}."])
    return found


def _received(house: House, registered: Registered, person: Person) -> list[Case]:
    """Those delivered to them, as far as they can be opened."""
    cases = house.cases(registered.school.id)
    found = []
    for id in cases.delivered_to(person.id):
        try:
            found.append(cases.load(id))
        except Sealed:
            continue
    return found


def _write(file: Path, text: str) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        opened.write(text + "\n")
    print(f"Wrote {file}")
