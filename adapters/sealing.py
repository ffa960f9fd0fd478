"""Starts with what there is: where reports can't be sealed, a sentence says why, and questions are still answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from adapters.assembly import House
from adapters.faults import Faults
from adapters.stores.migrations import NotLaid
from adapters.stores.rows import Unusable
from adapters.vault import WrongKey

Warn = Callable[[str], object]


def opened(warn: Warn) -> tuple[House, bool]:
    """And whether the key can't be read, which turns reports off and nothing else. Raises Faults for any other."""
    try:
        return House.open(), False
    except Faults as faults:
        house = House.open(sealing=False)
        warn(f"Reports are off: {faults}")
        return house, True


def unsealed(house: House) -> str:
    """Why reports can be neither taken nor opened; empty where they can. Asked anew each time, for it may mend."""
    try:
        house.vault.check()
    except (Faults, NotLaid, Unusable, WrongKey) as why:
        return str(why)
    except (OSError, sqlite3.Error):
        return f"{house.settings.key_store} can't be read: it is damaged, locked, or not this user's."
    return ""


def reports_are_on(house: House, warn: Warn) -> bool:
    why = unsealed(house)
    if why:
        warn(f"Reports are off: {why}")
    return not why
