"""candour doctor: what must be put right before reports can come, what is worth knowing, and what is well."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from adapters.assembly import House
from adapters.doctor import readiness
from adapters.doctor.findings import Finding, Weight
from adapters.doctor.slack import slack
from adapters.doctor.teams import teams
from bot.plain import one_line

EXAMPLE = "candour doctor --school st-osmunds --all"
HEADINGS = {Weight.MUST: "Must be put right", Weight.WORTH: "Worth knowing", Weight.WELL: "Well"}
WIDEST, UNBROKEN = 100, 1_000_000  # columns, in a terminal and through a pipe


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; without it, every school")
    parser.add_argument("--all", action="store_true", help="list every kind of report that a finding is about")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    house = House.open()
    schools = [house.school(options.school)] if options.school else list(house.schools.values())
    doors = (each for one in schools for each in (*slack(house, one), *teams(house, one)))
    found = (*readiness.findings(house, schools), *doors)
    well = not any(finding.weight is Weight.MUST for finding in found)
    if options.json:
        print(json.dumps({"ok": well, "findings": [_object(finding) for finding in found]}, ensure_ascii=False))
    else:
        print("\n".join(_lines(found, options.all, len(schools) > 1)))
    return 0 if well else 1


def _lines(found: Sequence[Finding], everything: bool, several: bool) -> Iterator[str]:
    width = min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else UNBROKEN
    for weight, heading in HEADINGS.items():
        group = [finding for finding in found if finding.weight is weight]
        yield f"{heading}: {len(group) or 'nothing'}"
        for finding in group:
            name = f"{finding.school}, {finding.check}" if several and finding.school else finding.check
            yield from _wrapped(f"  {name}: ", finding.says, width)
            if everything:
                for detail in finding.details:
                    yield from _wrapped("      - ", detail, width)
        yield ""
    hidden = sum(bool(finding.details) for finding in found)
    if hidden and not everything:
        yield "Which kinds of report, about whom: add --all."


def _wrapped(before: str, text: str, width: int) -> list[str]:
    indent = " " * (len(before) - len(before.lstrip()) + 2)
    return textwrap.wrap(before + one_line(text), width, subsequent_indent=indent, break_long_words=False)


def _object(finding: Finding) -> dict[str, object]:
    return {
        "weight": finding.weight.value,
        "school": finding.school,
        "check": finding.check,
        "says": finding.says,
        "details": list(finding.details),
    }
