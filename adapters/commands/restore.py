"""candour restore: puts a backup back into an empty database, or over an older state of the same one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import backup, erasing
from adapters.assembly import House

EXAMPLE = "candour restore backups/candour-2026-11-20.db"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="what candour backup wrote")


def run(options: Namespace) -> int:
    house = House.open(sealing=False)
    assert house.shelf  # noqa: S101 - in development it is laid where it is missing; in production it says what to do
    erased = [done for school in house.schools for done in erasing.certificates(house, school).all()]
    found = backup.put_back(Path.cwd() / options.file, house.database, house.schools, erased)
    if found.left_out:
        house.database.purge(("events", "words"))
        print(f"Destroyed since, and left out: {found.left_out}.")
    print(f"Put back: {found.reports} reports and {found.policies} policies. Unsent reports are as they were.")
    print("Whether their keys are here: candour keys check", file=sys.stderr)
    return 0
