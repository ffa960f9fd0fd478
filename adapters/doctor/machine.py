"""Checks this machine: its settings, its key, its stores and its disk. Nothing is written or made by looking."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well, worth
from adapters.schoolfile import Registered
from adapters.serverkeys import NO_KEY
from adapters.settings import Settings
from adapters.stores.address import Address, Place
from adapters.stores.rows import Unusable

if TYPE_CHECKING:
    from adapters.stores.migrations import Step
    from adapters.stores.rows import Store

UNUSABLE = "It can't be written: it is locked, damaged, read-only or no database. Free it, or put back a backup."


def machine(house: House) -> Iterator[Finding]:
    yield from mode(house.settings)
    yield from key(house)
    yield from database(house)
    yield from disk(house.settings)
    yield from apart(house.settings)


def mode(settings: Settings) -> Iterator[Finding]:
    if settings.sample and settings.production:
        yield must("settings", "The sample school runs in production, and its people are invented. Run: candour init")
    elif settings.sample:
        yield worth("settings", "This is the sample school: its people and numbers are invented.")
    if settings.production:
        yield well("settings", "CANDOUR_ENV is production.")
    else:
        yield worth("settings", "CANDOUR_ENV is development: write production in .env once real reports may come.")


def key(house: House) -> Iterator[Finding]:
    from adapters.stores.migrations import NotLaid
    from adapters.vault import WrongKey

    settings = house.settings
    if not settings.keys:
        yield _no_key(settings)
        return
    if not made(settings.key_store):
        yield _unlaid("key", settings.key_store, settings)
        return
    try:
        yield well("key", "CANDOUR_KEY opens what is kept here." if _opens(house) else "CANDOUR_KEY is there, unused.")
    except WrongKey as wrong:
        yield must("key", str(wrong))
    except NotLaid:
        yield _unlaid("key", settings.key_store, settings)
    except Unusable as why:
        yield must("key", str(why))
    except (sqlite3.Error, OSError):
        yield must("key", f"{settings.key_store}: {UNUSABLE}")


def _no_key(settings: Settings) -> Finding:
    if settings.sample and not settings.production:
        return worth("key", "There is no CANDOUR_KEY yet: candour chat draws one for the sample school.")
    return must("key", NO_KEY)


def _opens(house: House) -> bool:
    """False where nothing has been sealed yet. Raises WrongKey, NotLaid."""
    from adapters.stores import migrations
    from adapters.stores.keys import StoredKeys
    from adapters.vault import CHECK, Keyring

    _writable(house.key_store, migrations.KEYS)
    wrapped = StoredKeys(house.key_store).get(CHECK)
    return wrapped is not None and bool(Keyring(house.settings.keys).unwrap(wrapped, CHECK))


def database(house: House) -> Iterator[Finding]:
    from adapters.stores import migrations

    place = house.settings.database
    if not made(place):
        yield _unlaid("database", place, house.settings)
        return
    try:
        _writable(house.database, migrations.DATABASE)
    except migrations.NotLaid:
        yield _unlaid("database", place, house.settings)
    except Unusable as why:
        yield must("database", str(why))
    except (sqlite3.Error, OSError):
        yield must("database", f"{place}: {UNUSABLE}")
    else:
        yield well("database", f"{place} is laid and can be written.")


def _writable(store: Store, steps: Sequence[Step]) -> None:
    """Takes the write lock and gives it back. Raises NotLaid."""
    from adapters.stores import migrations

    migrations.check(store, steps)
    with store.transaction():
        pass


def made(place: Place) -> bool:
    """Whether looking would make no file. Only asking tells whether a PostgreSQL database is there."""
    return isinstance(place, Address) or os.path.exists(place)


def _unlaid(check: str, place: Place, settings: Settings) -> Finding:
    if settings.production:
        return must(check, f"{place} is not ready for this release. Run: candour migrate")
    return worth(check, f"{place} is not there or not up to date. It is made when first used, or by: candour migrate")


def disk(settings: Settings) -> Iterator[Finding]:
    if isinstance(settings.database, Address) and isinstance(settings.key_store, Address):
        yield well("disk", "Reports and their keys are in PostgreSQL, and none of them on this disk.")
    elif settings.disk_kept:
        yield well("disk", "CANDOUR_DISK says that this disk outlives a restart.")
    elif settings.production:
        yield must(
            "disk",
            "Nobody has said that this disk outlives a restart: on one that doesn't, reports are lost. "
            "If it does, write CANDOUR_DISK=kept in .env.",
        )


def apart(settings: Settings) -> Iterator[Finding]:
    if isinstance(settings.database, Address) or isinstance(settings.key_store, Address):
        yield _apart_on_servers(settings.key_store, settings.database)
        return
    keys, store = (os.path.realpath(path) for path in (settings.key_store, settings.database))
    if keys == store:
        yield must("key store", "The keys of reports stand in the database itself. Give KEYS_URL a file of its own.")
    elif settings.production and os.path.dirname(keys) == os.path.dirname(store):
        yield worth(
            "key store",
            "The keys of reports stand in the same folder as the database, so one backup may hold both. "
            "Point KEYS_URL to another folder.",
        )
    else:
        yield well("key store", "The keys of reports stand apart from the database.")


def _apart_on_servers(keys: Place, store: Place) -> Finding:
    """Two schemas of one database are two places, and one backup."""
    if isinstance(keys, Address) and isinstance(store, Address) and keys.within("") == store.within(""):
        return worth(
            "key store",
            "The keys of reports stand in the same PostgreSQL database, in a schema of their own, so one backup may "
            "hold both. Give KEYS_URL a database of its own, or leave that schema out of backups.",
        )
    return well("key store", "The keys of reports stand apart from the database.")


Wanted = tuple[str, Callable[[Registered], str], Callable[[Settings], Mapping[str, str]], tuple[tuple[str, ...], ...]]

PLATFORMS: Iterable[Wanted] = (  # of each inner list, one is enough
    (
        "slack_team",
        lambda school: school.slack_team,
        lambda settings: settings.slack,
        (("SLACK_BOT_TOKEN",), ("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")),
    ),
    (
        "teams_tenant",
        lambda school: school.teams_tenant,
        lambda settings: settings.teams,
        (("TEAMS_APP_ID",), ("TEAMS_APP_PASSWORD",), ("TEAMS_TENANT_ID",)),
    ),
)


def unclaimed(house: House) -> Iterator[Finding]:
    """A platform whose secrets are in .env, and which no school calls its own, lets nobody in."""
    for name, told, held, _ in PLATFORMS:
        if (there := held(house.settings)) and not any(map(told, house.schools.values())):
            yield worth("tokens", f"{' and '.join(sorted(there))} set, and no school.toml has a {name}: it stays off.")


def tokens(settings: Settings, registered: Registered) -> Iterator[Finding]:
    for name, told, held, needed in PLATFORMS:
        lacking = [" or ".join(one) for one in needed if not set(one) & set(held(settings))]
        if told(registered) and lacking:
            says = f"school.toml has a {name}, and .env lacks {' and '.join(lacking)}."
            yield (must if settings.production else worth)("tokens", says)
        elif told(registered):
            yield well("tokens", f"The settings for {name} are there.")
