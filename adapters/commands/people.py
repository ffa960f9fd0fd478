"""candour people import: adds or updates people in school.toml, from a spreadsheet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters.assembly import House

EXAMPLE = "candour people import staff.csv --school st-osmunds"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("verb", choices=["import"], help="what to do")
    parser.add_argument(
        "file", type=Path, metavar="CSV", help="columns: id, name, posts, manager, email, slack, teams, active"
    )
    parser.add_argument("--school", help="the school's id, where there are several")


def run(options: Namespace) -> int:
    from adapters import people_import

    school = House.open(sealing=False).school(options.school)
    done = people_import.merge(school.path, people_import.rows(options.file))
    print(f"{school.path}: {len(done.added)} added, {len(done.changed)} changed.")
    for word, ids in (("added", done.added), ("changed", done.changed)):
        if ids:
            print(f"{word}: {', '.join(ids)}")
    return 0
