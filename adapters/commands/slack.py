"""candour slack: what Slack needs of us, and what we need of Slack."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace

from adapters.assembly import House
from adapters.faults import Faults

EXAMPLE = "candour slack manifest > manifest.json\n  candour slack token --team T0123ABCD < token.txt"
BEGINS = "xoxb-"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=("manifest", "token"), help="print the manifest, or keep a token")
    parser.add_argument("--http", action="store_true", help="Slack reaches this server at PUBLIC_URL; else by a socket")
    parser.add_argument("--team", help="the workspace whose token is read from standard input")


def run(options: Namespace) -> int:
    return _manifest(options.http) if options.what == "manifest" else _token(options.team or "")


def _manifest(http: bool) -> int:
    from adapters.slack.door import PATH
    from adapters.slack.manifest import manifest

    address = House.open(sealing=False).settings.public_url if http else ""
    if http and not address:
        raise Faults(["PUBLIC_URL: missing. Wanted the web address at which Slack reaches this server."])
    print(json.dumps(manifest(f"{address}{PATH}" if address else ""), indent=2))
    return 0


def _token(team: str) -> int:
    """Sealed under CANDOUR_KEY. It is read from standard input, so that no shell remembers it."""
    from adapters.stores.workspaces import StoredWorkspaces

    house = House.open()
    known = sorted(registered.slack_team for registered in house.schools.values() if registered.slack_team)
    if team not in known:
        wanted = f"Wanted one of: {', '.join(known)}." if known else "Write it there first, under [school]."
        raise Faults([f"--team: no school.toml has this slack_team. {wanted}"])
    token = sys.stdin.readline().strip()
    if not token.startswith(BEGINS):
        raise Faults([f"The token doesn't begin with {BEGINS} (it is not shown). Wanted the bot's token."])
    if house.shelf:  # it lays the tables, where that is its part
        StoredWorkspaces(house.database, house.vault).keep(team, token)
    print(f"{team}: the token is kept, sealed.")
    return 0
