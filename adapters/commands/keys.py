"""candour keys: whether the keys of reports can be opened, and wrapping them under a new key of the school's."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from adapters import noting
from adapters.assembly import House
from adapters.faults import Faults
from adapters.keycount import Count, counted
from adapters.rotation import rotate
from adapters.stores import migrations
from adapters.stores.keys import StoredKeys
from adapters.vault import CHECK, Keyring, Vault
from reports.audit import KEEPER, Act, Deed

EXAMPLE = "candour keys check"
DOES = {
    "check": "count the keys, and what they open",
    "rotate": "wrap every key under the first of CANDOUR_KEY",
    "anew": "begin with an empty key store, when the old one is lost for good",
}
DRILL = "What they sealed can't be opened. Read docs/key-loss.md."
LATER = "They came after the backup that was put back, or were never finished."
WAIT = "Keep the older key in CANDOUR_KEY, and run: candour keys rotate"
READY = "Once every process was started with both keys, the older may be taken out of CANDOUR_KEY."


def add(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=DOES, help="; ".join(f"{name}: {does}" for name, does in DOES.items()))
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    house = House.open()
    keys, keyring = _keys(house), Keyring(house.settings.keys)
    if options.what == "anew":
        return _anew(house, keyring, keys)
    done = _rotated(house, keyring, keys) if options.what == "rotate" else None
    count = counted(keyring, keys, house.database)
    said = json.dumps(_object(count, done)) if options.json else "\n".join(_lines(count, done, len(keyring.keys) > 1))
    print(said)
    return 1 if count.closed or count.standing.damaged else 0


def _keys(house: House) -> StoredKeys:
    """Raises Faults and NotLaid."""
    if not house.settings.keys:
        raise Faults(["CANDOUR_KEY is missing, so no key can be opened. Put it back in .env, or run: candour init"])
    migrations.check(house.key_store, migrations.KEYS)
    migrations.check(house.database, migrations.DATABASE)
    return StoredKeys(house.key_store)


def _rotated(house: House, keyring: Keyring, keys: StoredKeys) -> int:
    noting.note_everywhere(house, Deed.KEYS)
    return rotate(keyring, keys)


def _anew(house: House, keyring: Keyring, keys: StoredKeys) -> int:
    if keys.get(CHECK) is not None:
        raise Faults(["The key store is in use, so it can't be begun anew. If its key is lost, move it aside first."])
    Vault(keyring, keys).check()
    for school in house.schools:
        house.audit(school).begin_anew(Act(house.clock(), KEEPER, Deed.KEYS))
    print("The key store is begun anew. What was sealed before stays closed, and new reports can come.")
    return 0


def _lines(count: Count, done: int | None, several: bool) -> Iterator[str]:
    found = count.standing
    if done is not None:
        yield f"Wrapped anew under the first key of CANDOUR_KEY: {done}."
    yield f"Keys that can be opened: {found.kept}; of these under an older key: {found.older}."
    if several:
        yield WAIT if found.older else READY
    if found.damaged:
        yield f"Damaged keys: {len(found.damaged)}. {DRILL}"
    if count.missing:
        yield f"Reports whose key is missing: {count.missing}. {DRILL}"
    if count.unused:
        yield f"Keys of reports that are not in this database: {count.unused}. {LATER}"
    yield f"Reports destroyed on purpose: {found.erased}."


def _object(count: Count, done: int | None) -> dict[str, object]:
    found = count.standing
    counts = {"newest": found.newest, "older": found.older, "damaged": len(found.damaged), "erased": found.erased}
    return {"ok": not count.closed, "rotated": done, **counts, "missing": count.missing, "unused": count.unused}
