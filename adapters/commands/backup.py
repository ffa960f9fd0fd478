"""candour backup: one file with all that the database holds, and never a key."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import backup, noting
from adapters.assembly import House
from adapters.faults import Faults
from reports.audit import Deed

EXAMPLE = "candour backup backups/candour-2026-11-20.db"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it; it must not be there yet")


def run(options: Namespace) -> int:
    house, file = House.open(), Path.cwd() / options.file
    keys = house.settings.key_store
    if isinstance(keys, Path) and file.resolve().parent == keys.resolve().parent:
        raise Faults([f"FILE: {file} stands beside the keys, where one copy would take both. Wanted another folder."])
    noting.note_everywhere(house, Deed.BACKED_UP)  # before, so that the backup itself says where it ends
    kept = backup.keep(house.database, file)
    print(f"{file}: {kept}, sealed as they are in the database.")
    print("It holds no key, and no report that nobody has sent. Keep CANDOUR_KEY and the key store somewhere else.")
    return 0
