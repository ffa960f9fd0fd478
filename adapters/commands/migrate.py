"""candour migrate: makes or upgrades the database, and reads the policies that school.toml names."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from adapters import ingest
from adapters.assembly import House
from adapters.formats import Unreadable
from adapters.schoolfile import Registered
from adapters.stores import migrations
from adapters.stores.audit import StoredAudit
from reports.audit import ENDED, KEEPER, Act, Deed

EXAMPLE = "candour migrate"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--back", action="store_true", help="put back the copy that the last upgrade kept")


def run(options: Namespace) -> int:
    house = House.open()
    if options.back:
        _put_back(house)
        print(f"{house.settings.database}: as it was before the last upgrade. Now install the release you had before.")
        return 0
    steps = migrations.migrate(house.database, migrations.DATABASE)
    if house.settings.keys:
        steps += migrations.migrate(house.key_store, migrations.KEYS)
    print(f"{house.settings.database}: {f'{steps} steps taken' if steps else 'nothing to do'}.")
    well = [stocked(house, registered) for registered in house.schools.values()]  # every one, whatever the others do
    return 0 if all(well) else 2


def _put_back(house: House) -> None:
    """The audit goes back too, and says so, if there was one at that time. Raises Faults, Unusable and WrongKey."""
    ended = {school: audit.head().hash for school, audit in _audits(house).items()}
    house.database.put_back()
    for school, audit in _audits(house).items():
        audit.note(Act(house.clock(), KEEPER, Deed.RESTORED, f"{ENDED}{ended[school]}"))


def _audits(house: House) -> dict[str, StoredAudit]:
    """None where the tables are older than the audit."""
    if house.database.taken() <= migrations.DATABASE.index(migrations.audit):
        return {}
    return {school: StoredAudit(house.database, house.vault, school) for school in house.schools}


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
