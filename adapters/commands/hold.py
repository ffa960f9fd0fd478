"""candour hold: keeps a report from being destroyed while the law needs it, and lets it go again. It shows no word."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from adapters import erasing, noting
from adapters.assembly import House
from adapters.faults import Faults
from reports.audit import Deed
from reports.report import CaseId

EXAMPLE = "candour hold 7KXQ2MPRTA --school st-osmunds"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("case", nargs="?", metavar="CASE", help="a report's reference; without it, all that are held")
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--release", action="store_true", help="let it be destroyed again when its time is over")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    house = House.open(sealing=bool(options.case))  # to look needs no key
    school = house.school(options.school).school.id
    certificates = erasing.certificates(house, school)
    if options.case and options.release:
        with noting.noted(house, school, Deed.RELEASED, options.case):
            if not certificates.release(CaseId(options.case)):
                raise Faults([f"{options.case}: it is not held."])
    elif options.case:
        with noting.noted(house, school, Deed.HELD, options.case):
            certificates.hold(CaseId(options.case), house.clock())
    held = [{"case": id, "since": since.date().isoformat()} for id, since in certificates.holds()]
    if options.json:
        print(json.dumps({"school": school, "held": held}))
    else:
        print(
            "\n".join([f"Held: {len(held) or 'nothing'}", *(f"  {one['case']} since {one['since']}" for one in held)])
        )
    return 0
