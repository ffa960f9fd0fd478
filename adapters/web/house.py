"""Makes the web application of a house: every door that this release has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from aiohttp import web

from adapters.assembly import House
from adapters.faults import Faults
from adapters.stores import migrations
from adapters.stores.desk_authenticators import StoredAuthenticators
from adapters.stores.desk_links import StoredLinks
from adapters.stores.desk_sessions import StoredSessions
from adapters.stores.due import due
from adapters.stores.rows import Unusable
from adapters.vault import WrongKey
from adapters.web.app import app
from adapters.web.counters import Counters
from adapters.web.desk.desk import Desk
from adapters.web.desk.door import DeskDoor
from adapters.web.desk.gate import Gate
from adapters.web.desk.letters import Mail
from adapters.web.desk.sending import sender
from adapters.web.door import Door
from adapters.web.health import Health
from adapters.web.origin import origin
from adapters.web.policies import Policies
from bot.assistant import Assistant
from reports.people import School

THE_DESK = "this page"
THE_DESK_SEEN = "On a school device or network, the school may record your screen or your traffic."


def served(house: House, port: int, *others: Door, troubles: Callable[[], Sequence[str]] = tuple) -> web.Application:
    """As `candour serve` serves it. In production there is no desk until PUBLIC_URL says where it is reached."""
    settings = house.settings
    address = settings.public_url or f"http://localhost:{port}"
    desk = (desk_door(house, address),) if settings.public_url or not settings.production else ()
    return application(house, address, *desk, *others, troubles=troubles)


def application(
    house: House, address: str, *others: Door, troubles: Callable[[], Sequence[str]] = tuple
) -> web.Application:
    """`address`: where this server is reached from outside. `others`: the desk's door, and those of platforms."""
    settings, counters = house.settings, Counters()
    errands = partial(_errands_due, house)
    health = Health(lambda: ready(house), errands, counters, settings.metrics_key, troubles)
    policies = Policies(house.schools, lambda: house.shelf, house.clock, settings.policy_pages)
    return app((health, policies, *others), counters, address.startswith("https:"))


def desk_door(house: House, address: str, mail: Mail | None = None) -> DeskDoor:
    """Without `mail`, letters go as SMTP_URL says."""
    post = mail or sender(house)
    return DeskDoor(lambda: recipient_desk(house, address, post), origins(house, address), address.startswith("https:"))


def recipient_desk(house: House, address: str, mail: Mail) -> Desk:
    """Raises Faults and WrongKey where there is no key to open anything with."""
    return Desk(gate(house, address, mail), partial(_assistant, house), house.clock, house.settings.policy_pages)


def gate(house: House, address: str, mail: Mail) -> Gate:
    store = house.database
    authenticators = StoredAuthenticators(store, house.vault)
    links, sessions = StoredLinks(store), StoredSessions(store)
    return Gate(house.schools, links, sessions, authenticators, mail, house.clock, address)


def origins(house: House, address: str) -> frozenset[str]:
    """In development somebody may type either name of this machine."""
    local = address.replace("//localhost", "//127.0.0.1")
    return frozenset({origin(address)} | ({origin(local)} if not house.settings.production else set()))


def _errands_due(house: House) -> int:
    return due(house.database, house.clock())


def _assistant(house: House, school: School) -> Assistant:
    """Made anew for each page: the desk is for a few people, and never behind the policies and posts of the day."""
    registered = house.schools[school.id]
    there = replace(house.setting(registered), platform=THE_DESK, could_see=THE_DESK_SEEN)
    return house.assistant(registered, setting=there)


def ready(house: House) -> bool:
    """Whether the stores answer, are laid for this release, and open with this key."""
    try:
        _ = house.shelf  # in development, this lays the tables
        house.vault.check()
        migrations.check(house.database, migrations.DATABASE)
    except (Faults, Unusable, WrongKey, migrations.NotLaid, migrations.Ahead, sqlite3.Error):
        return False
    return True
