"""candour privacy: the impact assessment, the privacy notice and the data map, with the school's own values in them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from adapters.assembly import House
from adapters.privacy.documents import DOCUMENTS, written

EXAMPLE = "candour privacy --school st-osmunds --backup-days 30 --to privacy"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--to", type=Path, metavar="DIR", default=Path("privacy"), help="the folder; default: privacy")
    parser.add_argument("--backup-days", type=_days, metavar="N", help="how long a backup of the database is kept")


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is no number of days. Wanted a whole number from 1.")
    return int(text)


def run(options: Namespace) -> int:
    house = House.open(sealing=False)
    registered = house.school(options.school)
    options.to.mkdir(parents=True, exist_ok=True)
    for name in DOCUMENTS:
        file = options.to / f"{registered.school.id}-{name}.md"
        file.write_text(written(name, house, registered, options.backup_days), encoding="utf-8")
        print(f"Wrote {file}")
    print("They are drafts: your data protection officer checks and signs them. Make them anew when anything changes.")
    return 0
