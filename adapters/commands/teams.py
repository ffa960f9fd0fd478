"""candour teams: what Teams needs of us."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from adapters.assembly import House
from adapters.faults import Faults

EXAMPLE = "candour teams package candour-teams.zip --school st-osmunds"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def add(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("package",), help="make the app to upload to Teams")
    parser.add_argument("file", metavar="FILE", help="where to write the zip")
    parser.add_argument("--school", help="the school's id; needed where there are several")


def run(options: Namespace) -> int:
    from adapters.teams.package import package

    house = House.open(sealing=False)
    school = house.school(options.school).school
    app, address = house.settings.teams.get("TEAMS_APP_ID", ""), house.settings.public_url
    if faults := list(_faults(app, address)):
        raise Faults(faults)
    try:
        Path(options.file).write_bytes(package(app, address, school))
    except OSError as fault:
        reason = (fault.strerror or "it cannot be written").lower()
        raise Faults([f"{options.file}: cannot be written ({reason}). Wanted a file such as candour.zip."]) from None
    print(f"{options.file}: upload it in the Teams admin centre, under Teams apps, Manage apps.")
    return 0


def _faults(app: str, address: str) -> Iterator[str]:
    if not ID.fullmatch(app):
        yield "TEAMS_APP_ID: missing, or no id. Wanted the application (client) id of the bot's registration."
    if not address.startswith("https://"):
        yield "PUBLIC_URL: missing, or without https. Wanted the web address at which Teams reaches this server."
