"""A new school key takes over every data key: resumable, beside running processes, and without bringing any back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from adapters.rotation import Standing, rotate, standing
from adapters.stores import migrations
from adapters.stores.keys import StoredKeys
from adapters.vault import CHECK, GONE, Keyring, Vault, WrongKey
from tests.databases import KINDS, empty

OLD, NEW, NEWEST = bytes(32), bytes(range(32)), bytes(range(1, 33))
NAMES = [f"C{n}" for n in range(20)]
WORDS = b"kingfisher"


@pytest.fixture(params=KINDS)
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoredKeys]:
    with empty(request.param, tmp_path) as store:
        migrations.migrate(store("keys"), migrations.KEYS)
        yield StoredKeys(store("keys"))


def vault(keys: StoredKeys, *known: bytes) -> Vault:
    return Vault(Keyring(known), keys)


def filled(keys: StoredKeys) -> dict[str, bytes]:
    """What was sealed under each key, all of them under the old key of the school."""
    safe = vault(keys, OLD)
    safe.check()
    return {name: safe.seal(name, WORDS, name) for name in NAMES}


def test_every_key_is_wrapped_under_the_newest_and_all_that_was_sealed_still_opens(keys: StoredKeys) -> None:
    sealed = filled(keys)
    both = Keyring((NEW, OLD))
    assert standing(both, keys) == Standing(older=len(NAMES) + 1)
    assert rotate(both, keys) == len(NAMES) + 1
    assert standing(both, keys) == Standing(newest=len(NAMES) + 1)
    assert all(vault(keys, NEW).open(name, body, name) == WORDS for name, body in sealed.items())
    assert rotate(both, keys) == 0


def test_with_the_new_key_alone_nothing_is_wrapped_anew(keys: StoredKeys) -> None:
    filled(keys)
    with pytest.raises(WrongKey):
        rotate(Keyring((NEW,)), keys)
    assert standing(Keyring((OLD,)), keys).newest == len(NAMES) + 1


class CutOff(Exception):
    """The machine was switched off."""


@dataclass
class Dying:
    """Passes everything on, and is cut off after so many keys."""

    keys: StoredKeys
    left: int
    log: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        return getattr(self.keys, name)

    def replace(self, name: str, old: bytes, new: bytes) -> bool:
        if not self.left:
            raise CutOff
        self.left -= 1
        return self.keys.replace(name, old, new)


@pytest.mark.parametrize("after", [0, 1, 7, 20])
def test_cut_short_anywhere_it_goes_on_and_nothing_is_closed_meanwhile(keys: StoredKeys, after: int) -> None:
    sealed = filled(keys)
    both = Keyring((NEW, OLD))
    with pytest.raises(CutOff):
        rotate(both, Dying(keys, after))  # type: ignore[arg-type]  # it stands before the real one
    assert all(vault(keys, NEW, OLD).open(name, body, name) == WORDS for name, body in sealed.items())
    assert rotate(both, keys) == len(NAMES) + 1 - after
    assert all(vault(keys, NEW).open(name, body, name) == WORDS for name, body in sealed.items())


def test_until_it_begins_a_process_that_knows_both_writes_what_one_that_knows_the_old_reads(keys: StoredKeys) -> None:
    filled(keys)
    sealed = vault(keys, NEW, OLD).seal("LATER", WORDS, "here")
    assert vault(keys, OLD).open("LATER", sealed, "here") == WORDS


def test_once_it_has_begun_a_process_that_knows_only_the_old_writes_nothing(keys: StoredKeys) -> None:
    filled(keys)
    behind = vault(keys, OLD)
    with pytest.raises(CutOff):
        rotate(Keyring((NEW, OLD)), Dying(keys, 1))  # type: ignore[arg-type]  # it stands before the real one
    with pytest.raises(WrongKey):
        behind.seal("LATER", WORDS, "here")
    assert keys.get("LATER") is None
    vault(keys, NEW, OLD).seal("LATER", WORDS, "here")
    assert Keyring((NEW,)).which(keys.get("LATER") or b"", "LATER") == 0


def test_a_key_that_is_destroyed_while_it_is_wrapped_anew_does_not_come_back(keys: StoredKeys) -> None:
    filled(keys)

    class Destroying(Dying):
        def replace(self, name: str, old: bytes, new: bytes) -> bool:
            if name == "C3":
                self.keys.destroy(name)
            if name == "C4":
                self.keys.replace(name, old, GONE)
            return self.keys.replace(name, old, new)

    rotate(Keyring((NEW, OLD)), Destroying(keys, 99))  # type: ignore[arg-type]  # it stands before the real one
    assert keys.get("C3") is None
    assert keys.get("C4") == GONE
    assert standing(Keyring((NEW,)), keys) == Standing(newest=len(NAMES) - 1, erased=1)


def test_a_damaged_key_holds_up_no_other_and_is_counted(keys: StoredKeys) -> None:
    filled(keys)
    keys.replace("C3", keys.get("C3") or b"", b"\1" * 60)
    both = Keyring((NEW, OLD))
    assert rotate(both, keys) == len(NAMES)
    assert standing(both, keys) == Standing(newest=len(NAMES), damaged=("C3",))


def test_two_rotations_at_once_end_in_one(keys: StoredKeys) -> None:
    from concurrent.futures import ThreadPoolExecutor

    sealed = filled(keys)
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: rotate(Keyring((NEW, OLD)), keys), range(2)))
    assert sum(done) == len(NAMES) + 1
    assert all(vault(keys, NEW).open(name, body, name) == WORDS for name, body in sealed.items())


def test_keys_of_three_generations_end_under_the_newest(keys: StoredKeys) -> None:
    sealed = filled(keys)
    with pytest.raises(CutOff):
        rotate(Keyring((NEW, OLD)), Dying(keys, 8))  # type: ignore[arg-type]  # it stands before the real one
    rotate(Keyring((NEWEST, NEW, OLD)), keys)
    assert all(vault(keys, NEWEST).open(name, body, name) == WORDS for name, body in sealed.items())
    assert Keyring((NEWEST,)).which(keys.get(CHECK) or b"", CHECK) == 0
