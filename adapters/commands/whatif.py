"""candour whatif: the whole routing matrix, for governors: who would be told of what, about whom, and why."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from adapters.assembly import House
from adapters.days import today
from adapters.faults import Faults, did_you_mean
from adapters.mandates import mandates
from adapters.schoolfile import Registered
from adapters.whatif.words import Matrix
from reports.coverage import STAND_IN, Cell, matrix, without
from reports.people import PersonId, School
from reports.route import Because

EXAMPLE = "candour whatif --school sample --away h.head --html routes.html"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--away", action="append", default=[], metavar="PERSON", help="as if away; may be repeated")
    parser.add_argument("--reporter", metavar="PERSON", help="as if they reported, not somebody without a post")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page to read, print or pass on")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    house = House.open()
    found = supposed(house, house.school(options.school), options.away, options.reporter)
    if options.html:
        from adapters.whatif.page import page

        options.html.write_text(page(found), encoding="utf-8")
    if options.json:
        print(json.dumps(_object(found), ensure_ascii=False))
    elif options.html:
        print(f"Wrote {options.html}")
    else:
        _show(found)
    return 0


def supposed(house: House, registered: Registered, away: Sequence[str] = (), reporter: str | None = None) -> Matrix:
    """The matrix as it would be with these people away, and with this reporter. Raises Faults for a stranger."""
    school = registered.school
    gone = tuple(_known(school, "--away", id) for id in away)
    who = _known(school, "--reporter", reporter) if reporter else STAND_IN
    held = house.shelf.current(school.id)
    if not held and house.settings.sample:
        from adapters.commands.migrate import stocked

        stocked(house, registered)  # as `candour chat` does: the sample school needs no preparation
        held = house.shelf.current(school.id)
    cells = matrix(without(school, *gone), mandates(held), who)
    return Matrix(school, cells, today(school, house.clock()), gone, who)


def _known(school: School, option: str, id: str) -> PersonId:
    if school.person(id):
        return PersonId(id)
    known = [person.id for person in school.people]
    near = did_you_mean(id, known) or f" Wanted one of: {', '.join(known)}."
    raise Faults([f"{option}: “{id}” is not a person of {school.id}.{near}"])


def _show(found: Matrix) -> None:
    from adapters.whatif import table

    if sys.stdout.isatty():
        from rich.console import Console

        table.show(found, Console(highlight=False, markup=False, emoji=False))
    else:
        print("\n".join(table.lines(found)))


def _object(found: Matrix) -> dict[str, object]:
    return {
        "school": found.school.id,
        "name": found.school.name,
        "date": found.day.isoformat(),
        "away": list(found.away),
        "reporter": found.reporter,
        "cells": [_cell(cell) for cell in found.cells],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "kind": cell.kind.value,
        "about": [role.value for role in cell.about],
        "hops": [list(hop.people) for hop in cell.hops],
        "copies": list(cell.copies),
        "outside": cell.outside.value,
        "because": [_because(hop.because) for hop in cell.hops],
        "state": cell.state.name.lower(),
    }


def _because(because: Because) -> dict[str, str]:
    return {"citation": because.citation} if because.citation else {"practice": because.practice}
