"""candour desk: lets a person set up the authenticator with which they sign in to the recipient desk."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from adapters import noting
from adapters.assembly import House
from adapters.faults import Faults
from reports.audit import Deed
from reports.people import Person, School

if TYPE_CHECKING:
    from adapters.web.desk.gate import Gate

EXAMPLE = "candour desk enrol c.chair --school sample"
HERE = "http://localhost:8000"  # where `candour serve` listens, if nothing else was said


def add(parser: ArgumentParser) -> None:
    parser.add_argument("act", choices=("enrol", "forget"), help="enrol: print a link that works once; forget: undo")
    parser.add_argument("person", metavar="PERSON", help="a person's id in school.toml")
    parser.add_argument("--school", help="the school's id; not needed where there is only one")


def run(options: Namespace) -> int:
    from adapters.web.desk.sending import sender
    from adapters.web.house import gate

    house = House.open()
    school = house.school(options.school).school
    person = _person(school, options.person)
    act, deed = ACTS[options.act]
    if act is _enrol:
        _can_be_told(person)
    address = _address(house) if act is _enrol else HERE  # to forget somebody sends nothing
    noting.note(house, school.id, deed, f"person:{person.id}")
    print(act(gate(house, address, sender(house)), school, person))
    return 0


def _enrol(gate: Gate, school: School, person: Person) -> str:
    return (
        f"{gate.invite(school.id, person.id)}\n\n"
        f"Give this link to {person.name} yourself, and to nobody else. It works once, for 2 days.\n"
        "With it they set up an authenticator app. They are told of it by e-mail."
    )


def _forget(gate: Gate, school: School, person: Person) -> str:
    gate.authenticators.forget(school.id, person.id)
    gate.sessions.end_all(school.id, person.id)
    return f"{person.name} can't sign in to the desk any more, until they are enrolled again."


ACTS: Mapping[str, tuple[Callable[[Gate, School, Person], str], Deed]] = {
    "enrol": (_enrol, Deed.ENROLLED),
    "forget": (_forget, Deed.FORGOTTEN),
}


def _address(house: House) -> str:
    if house.settings.production and not house.settings.public_url:
        raise Faults(["PUBLIC_URL is missing, so nobody could follow the link. Set it in .env."])
    return house.settings.public_url or HERE


def _person(school: School, id: str) -> Person:
    person = school.person(id)
    if person is None:
        known = ", ".join(person.id for person in school.people)
        raise Faults([f"desk: “{id}” is not a person of {school.id}. Wanted one of: {known}."])
    return person


def _can_be_told(person: Person) -> None:
    if not person.active:
        raise Faults([f"desk: {person.name} is not active in school.toml, so nothing can be sent to them."])
    if not person.email:
        raise Faults([f"desk: {person.name} has no email in school.toml, so no link can be sent to them. Add it."])
