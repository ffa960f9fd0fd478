"""Opens the vault of a house, or says why it can't be opened."""

from __future__ import annotations

from adapters.assembly import House
from adapters.faults import Faults
from adapters.serverkeys import NO_KEY
from adapters.stores.keys import StoredKeys
from adapters.vault import CHECK, Keyring, KeysLost, Vault


def vault(house: House) -> Vault:
    """Raises Faults where there is no key, and WrongKey where it is not the one used before, or others are lost."""
    if not house.settings.keys:
        raise Faults([NO_KEY])
    house.lay_keys()
    vault = Vault(Keyring(house.settings.keys), StoredKeys(house.key_store))
    if vault.wrapped.get(CHECK) is None and _holds_reports(house):
        raise KeysLost(KeysLost.__doc__)
    vault.check()
    return vault


def _holds_reports(house: House) -> bool:
    house.lay()
    with house.database.reading() as rows:
        return bool(rows.query("SELECT case_id FROM events LIMIT 1"))
