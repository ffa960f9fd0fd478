"""What is sealed opens only with its own key, in its own place, and never again once that key is destroyed."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from cryptography.exceptions import InvalidTag

from adapters.vault import BUCKET, Erased, Keyring, Vault, WrongKey

OLD, NEW = bytes(32), bytes(range(32))
WORDS = "“Ça va?” kingfisher".encode()


@dataclass
class Kept:
    """Wrapped keys in memory."""

    keys: dict[str, bytes] = field(default_factory=dict)

    def get(self, name: str) -> bytes | None:
        return self.keys.get(name)

    def add(self, name: str, wrapped: bytes) -> None:
        self.keys.setdefault(name, wrapped)

    def destroy(self, name: str) -> None:
        self.keys.pop(name, None)


def vault(*keys: bytes, kept: Kept | None = None) -> Vault:
    return Vault(Keyring(keys or (OLD,)), kept or Kept())


@pytest.mark.parametrize("body", [b"", b"x", WORDS, bytes(BUCKET), bytes(100_000)], ids=len)
def test_what_is_sealed_is_opened_as_it_was(body: bytes) -> None:
    safe = vault()
    assert safe.open("case", safe.seal("case", body, "here"), "here") == body


def test_the_same_words_are_never_sealed_alike() -> None:
    safe = vault()
    assert safe.seal("case", WORDS, "here") != safe.seal("case", WORDS, "here")


def test_what_is_sealed_holds_nothing_of_the_words() -> None:
    assert b"kingfisher" not in vault().seal("case", WORDS, "here")


def test_a_short_report_and_a_shorter_one_are_of_one_size() -> None:
    safe = vault()
    assert len(safe.seal("case", b"x", "here")) == len(safe.seal("case", b"x" * (BUCKET - 4), "here"))
    assert len(safe.seal("case", b"x" * BUCKET, "here")) > len(safe.seal("case", b"x", "here"))


def test_a_sealed_thing_does_not_open_in_another_place_nor_under_another_name() -> None:
    safe = vault()
    sealed = safe.seal("case", WORDS, "here")
    safe.seal("other", WORDS, "here")
    for name, context in (("case", "there"), ("other", "here")):
        with pytest.raises(InvalidTag):
            safe.open(name, sealed, context)


@pytest.mark.parametrize("place", [0, 12, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    safe = vault()
    sealed = bytearray(safe.seal("case", WORDS, "here"))
    sealed[place] ^= 1
    with pytest.raises(InvalidTag):
        safe.open("case", bytes(sealed), "here")


def test_a_wrapped_key_that_is_put_under_another_name_does_not_open() -> None:
    kept = Kept()
    safe = vault(kept=kept)
    sealed = safe.seal("case", WORDS, "here")
    kept.keys["other"] = kept.keys["case"]
    with pytest.raises(WrongKey):
        safe.open("other", sealed, "here")


def test_once_its_key_is_destroyed_nobody_opens_it_although_the_name_is_used_again() -> None:
    safe = vault()
    sealed = safe.seal("case", WORDS, "here")
    safe.destroy("case")
    with pytest.raises(Erased, match="nobody can read it"):
        safe.open("case", sealed, "here")
    safe.seal("case", b"new", "here")
    with pytest.raises(InvalidTag):
        safe.open("case", sealed, "here")


def test_a_wrong_school_key_is_known_at_once() -> None:
    kept = Kept()
    vault(OLD, kept=kept).check()
    vault(OLD, kept=kept).check()
    with pytest.raises(WrongKey, match="used before"):
        vault(NEW, kept=kept).check()


def test_a_new_school_key_goes_first_and_the_old_one_still_opens() -> None:
    kept = Kept()
    sealed = vault(OLD, kept=kept).seal("case", WORDS, "here")
    both = vault(NEW, OLD, kept=kept)
    assert both.open("case", sealed, "here") == WORDS
    later = both.seal("later", WORDS, "here")
    assert vault(NEW, kept=kept).open("later", later, "here") == WORDS


def test_of_two_keys_drawn_at_once_the_first_that_is_kept_is_used() -> None:
    kept = Kept()

    class Quicker(Kept):
        def add(self, name: str, wrapped: bytes) -> None:
            kept.add(name, vault().keyring.wrap(NEW, name))  # another process was quicker
            kept.add(name, wrapped)

        def get(self, name: str) -> bytes | None:
            return kept.get(name)

    sealed = vault(kept=Quicker()).seal("case", WORDS, "here")
    assert vault(kept=kept).open("case", sealed, "here") == WORDS


def test_a_mark_is_the_same_each_time_and_another_under_another_name() -> None:
    safe = vault()
    assert safe.mark("case", "a.ann") == safe.mark("case", "a.ann")
    assert len({safe.mark("case", "a.ann"), safe.mark("case", "b.bob"), safe.mark("other", "a.ann")}) == 3
