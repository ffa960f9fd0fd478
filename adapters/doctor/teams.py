"""Checks Teams: whether Microsoft gives us a token, whether its signing keys can be read, and who has met the bot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well, worth
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.stores.rows import Unusable
from adapters.vault import WrongKey

CHECK = "teams"


def teams(house: House, registered: Registered) -> Iterator[Finding]:
    """Nothing where the school is not on Teams, or where the settings alone say what is missing."""
    held = house.settings.teams
    if not (registered.teams_tenant and held.get("TEAMS_APP_ID") and held.get("TEAMS_APP_PASSWORD")):
        return
    yield from _settings(house, registered, held)
    yield from _known(house)
    yield from _met(house, registered)


def _settings(house: House, registered: Registered, held: Mapping[str, str]) -> Iterator[Finding]:
    from adapters.teams.opening import FLAG

    if held.get("TEAMS_TENANT_ID", "").casefold() != registered.teams_tenant.casefold():
        yield must(CHECK, "TEAMS_TENANT_ID is another than this school's teams_tenant. Wanted the same id in both.")
    if held.get(FLAG):
        weigh = must if house.settings.production else worth
        yield weigh(CHECK, f"{FLAG} is set: whoever is on this machine may pose as anyone. Take it out of .env.")
    if not house.settings.public_url.startswith("https://"):
        yield worth(CHECK, "PUBLIC_URL has no https address, so Teams can't reach this server.")


def _known(house: House) -> Iterator[Finding]:
    import requests

    from adapters.teams import opening, tokens
    from adapters.teams.credentials import NotLetIn

    try:
        opening.wire(house.settings).credentials.get_access_token()
    except NotLetIn as fault:
        yield must(CHECK, str(fault))
    except (requests.RequestException, ValueError, LookupError):
        yield worth(CHECK, "Microsoft can't be reached from here, so the bot's registration was not tried.")
    else:
        yield well(CHECK, "Microsoft knows the bot's registration.")
    try:
        tokens.fetched(opening.metadata(house.settings))
    except (requests.RequestException, ValueError):
        yield worth(CHECK, "Microsoft's signing keys can't be read from here, so no message of Teams' can be believed.")


def _met(house: House, registered: Registered) -> Iterator[Finding]:
    """A recipient whom the bot has never met can't be written to."""
    from adapters.doctor.people import named
    from adapters.stores.references import StoredReferences
    from reports.coverage import receivers

    try:
        kept = StoredReferences(house.database, house.vault, registered.school.id) if house.shelf else None
    except (Faults, WrongKey, Unusable):
        return  # another check says so
    waiting = [each for each in receivers(registered.school) if kept and each.teams and not kept.find(each.id)]
    if waiting:
        yield worth(CHECK, f"They receive reports, and have not added Candour in Teams yet: {named(waiting)}.")
