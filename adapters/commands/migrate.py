"""candour migrate: makes or upgrades the database, and reads the policies that school.toml names."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from adapters import ingest
from adapters.assembly import House
from adapters.formats import Unreadable
from adapters.schoolfile import Registered

EXAMPLE = "candour migrate"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--back", action="store_true", help="put back the copy that the last upgrade kept")


def run(options: Namespace) -> int:
    from adapters.stores import migrations

    house = House.open()
    if options.back:
        house.database.put_back()
        print(f"{house.settings.database}: as it was before the last upgrade. Now install the release you had before.")
        return 0
    steps = migrations.migrate(house.database, migrations.DATABASE)
    if house.settings.keys:
        steps += migrations.migrate(house.key_store, migrations.KEYS)
    print(f"{house.settings.database}: {f'{steps} steps taken' if steps else 'nothing to do'}.")
    well = [stocked(house, registered) for registered in house.schools.values()]  # every one, whatever the others do
    return 0 if all(well) else 2


def stocked(house: House, registered: Registered) -> bool:
    """Take in the policies that school.toml names; False where one can't be read, with a sentence for each."""
    school, well = registered.school.id, True
    for policy in registered.policies:
        if policy.path is None:
            continue
        try:
            taken = ingest.take(house.shelf, school, policy.path, policy.id, policy.title)
        except Unreadable as why:
            print(why, file=sys.stderr)
            well = False
        else:
            if taken.new:
                print(f"{school}: {taken.policy.title}, {len(taken.policy.clauses)} clauses.", file=sys.stderr)
    house.library(school)
    return well
