"""candour chat: the bot in a terminal, as one of the school's people."""

from __future__ import annotations

import sys
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from adapters import logs, sealing
from adapters.assembly import House
from adapters.commands import typing
from adapters.commands.interrupts import Interrupts
from adapters.commands.migrate import stocked
from adapters.console import Screen
from adapters.conversation import Talk
from adapters.faults import Faults
from adapters.schoolfile import Registered
from reports.people import PersonId

EXAMPLE = "candour chat --school sample --as t.teacher"
ANYONE = "t.teacher"  # of the sample school


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--as", dest="who", metavar="PERSON", help="a person's id in school.toml")


def run(options: Namespace, first: str = "") -> int:
    house, keyless = sealing.opened(_warn)
    logs.begin(house.settings.log_level, house.schools)
    if house.settings.production:
        raise Faults(["--as: in production people come through Slack, Teams or the recipient desk, not this terminal."])
    registered = house.school(options.school)
    if house.settings.sample and not keyless:
        house = _with_key(house)
    if not house.shelf.current(registered.school.id) or house.settings.sample:
        stocked(house, registered)
    sealed = not keyless and sealing.reports_are_on(house, _warn)
    talk = _talk(house, registered, _who(registered, options.who, house.settings.sample), sealed)
    interrupts = Interrupts()
    with interrupts.kept(), _carrying(house, registered) if sealed else _Nothing() as settle:
        talk.settle = settle
        talk.begin(first)
        talk.run(typing.lines(sys.stdin, interrupts))
    return 0


def _warn(why: str) -> None:
    print(why, file=sys.stderr)


def _with_key(house: House) -> House:
    """The sample school needs no preparation: its key is drawn here, once, into .env."""
    from adapters import firstkey

    return House.open() if firstkey.drawn(house.settings) else house


def _who(registered: Registered, asked: str | None, sample: bool) -> PersonId:
    id = asked or (ANYONE if sample else "")
    if registered.school.person(id):
        return PersonId(id)
    known = ", ".join(person.id for person in registered.school.people)
    raise Faults([f"--as: “{id}” is not a person of {registered.school.id}. Wanted one of: {known}."])


def _talk(house: House, registered: Registered, who: PersonId, sealed: bool) -> Talk:
    notices = house.notices(registered.school.id)
    people = frozenset(person.id for person in registered.school.people)
    return Talk(house.assistant(registered, sealed), Screen(), house.clock, notices.unseen, who, people)


class _Nothing:
    def __enter__(self) -> Callable[[], object]:
        return lambda: None

    def __exit__(self, *_: object) -> None:
        pass


class _carrying:
    """A worker beside the talk, so that one terminal is enough; what is due when it ends is still carried."""

    def __init__(self, house: House, registered: Registered) -> None:
        from adapters.worker import Worker

        self._worker = Worker((house.round(registered),), house.clock)
        self._thread = threading.Thread(target=self._worker.run, daemon=True, name="worker")

    def __enter__(self) -> Callable[[], object]:
        self._thread.start()
        return self._worker.drain

    def __exit__(self, *_: object) -> None:
        self._worker.stopped.set()
        self._thread.join(timeout=5)
        self._worker.drain()
