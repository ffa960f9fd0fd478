"""candour erased: certificates of what was destroyed: which report, when, by which rule. It never says what it was."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from adapters import erasing
from adapters.assembly import House
from adapters.stores.certificates import Certificate
from reports.ageing import RULES

EXAMPLE = "candour erased --school st-osmunds --json"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--json", action="store_true", help="print one JSON object, with the hashes")


def run(options: Namespace) -> int:
    house = House.open(sealing=False)
    school = house.school(options.school).school.id
    done = erasing.certificates(house, school).all()
    if options.json:
        print(json.dumps({"school": school, "erased": [_object(one) for one in done]}))
    else:
        print(f"Destroyed: {len(done) or 'nothing'}")
        for one in done:
            print("\n".join(f"  {line}" for line in _lines(one)))
    return 0 if all(one.scrubbed for one in done) else 1


def _lines(one: Certificate) -> Iterator[str]:
    yield f"{one.case}, {one.at.date()}: {RULES[one.rule]}."
    yield f"  Nobody can read it. {'It is out of every file.' if one.scrubbed else NOT_YET}"


NOT_YET = "Its bytes are not yet scrubbed, because somebody was reading; the worker tries again each minute."


def _object(one: Certificate) -> dict[str, str | None]:
    scrubbed = one.scrubbed.isoformat() if one.scrubbed else None
    hashes = {"sealed_sha256": one.sealed, "key_sha256": one.wrapped}
    return {"case": one.case, "at": one.at.isoformat(), "rule": one.rule, "scrubbed": scrubbed, **hashes}
