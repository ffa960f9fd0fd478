"""candour restore: puts a backup back into an empty database, or over an older state of the same one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import backup, erasing
from adapters.assembly import House
from adapters.commands.verify import put_back_lines
from adapters.faults import Faults
from adapters.stores.keys import StoredKeys
from adapters.vault import CHECK

EXAMPLE = "candour restore backups/candour-2026-11-20.db"
KEYS_FIRST = (
    "The key store is empty, so nothing that the backup holds could be opened. Put the key store back first. "
    "If it is lost for good, read docs/key-loss.md, and run: candour keys anew"
)


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="what candour backup wrote")


def run(options: Namespace) -> int:
    house = House.open()
    assert house.shelf  # noqa: S101 - in development it is laid where it is missing; in production it says what to do
    erased = [done for school in house.schools for done in erasing.certificates(house, school).all()]
    if StoredKeys(house.key_store).get(CHECK) is None:  # else a new one would be drawn, and the loss not noticed
        raise Faults([KEYS_FIRST])
    audits = {school: house.audit(school) for school in house.schools}
    found = backup.put_back(Path.cwd() / options.file, house.database, audits, erased, house.clock())
    if found.left_out:
        house.database.purge(("events", "words"))
        print(f"Destroyed since, and left out: {found.left_out}.")
    print(f"Put back: {found}. Unsent reports are as they were.")
    for school, audit in audits.items():
        print(f"{school}: {put_back_lines(audit)[-1]}")
    print("Whether their keys are here: candour keys check", file=sys.stderr)
    return 0
