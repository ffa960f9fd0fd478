"""One contract for every store of unsent reports: they are taken up as they were left, and destroyed when idle."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta

from adapters.stores.keys import StoredKeys
from adapters.stores.rows import Store
from adapters.stores.talks import StoredTalks
from adapters.vault import Keyring, Vault
from bot.conversation import IDLE, Gone
from tests.contracts.stores import ANN, NOW, TALK, Stores, kept


def test_a_conversation_is_taken_up_as_it_was_left(stores: Stores) -> None:
    assert stores.talks().load(ANN) is None
    assert stores.talks().save(ANN, TALK)
    assert stores.talks().load(ANN) == replace(TALK, version=1)


def test_of_two_answers_at_once_the_first_wins(stores: Stores) -> None:
    stores.talks().save(ANN, TALK)
    held = stores.talks().load(ANN)
    assert stores.talks().save(ANN, replace(held, answers={"about": ("pupil",)}))
    assert not stores.talks().save(ANN, replace(held, answers={"about": ("head",)}))
    assert stores.talks().load(ANN).answers == {"about": ("pupil",)}


def test_a_closed_conversation_leaves_nothing(stores: Stores) -> None:
    stores.talks().save(ANN, TALK)
    stores.talks().close(ANN)
    assert stores.talks().load(ANN) is None
    assert stores.talks().save(ANN, TALK)


def test_an_idle_conversation_is_destroyed_and_said_to_be(stores: Stores) -> None:
    stores.talks().save(ANN, TALK)
    assert stores.talks().forget_idle(NOW + IDLE) == 0
    assert stores.talks().forget_idle(NOW + IDLE + timedelta(seconds=1)) == 1
    assert stores.talks().load(ANN) == Gone()
    stores.talks().close(ANN)
    assert stores.talks().load(ANN) is None


def test_a_conversation_that_is_to_be_kept_for_a_day_is(stores: Stores) -> None:
    stores.talks().save(ANN, replace(TALK, kept=True))
    assert stores.talks().forget_idle(NOW + timedelta(hours=23)) == 0
    assert stores.talks().load(ANN) == replace(TALK, kept=True, version=1)
    assert stores.talks().forget_idle(NOW + timedelta(hours=25)) == 1


@dataclass(frozen=True)
class Hurried(Vault):
    """In which something happens just before a key is destroyed."""

    meanwhile: Callable[[], object] = bool

    def destroy(self, name: str) -> None:
        self.meanwhile()
        super().destroy(name)


def test_an_answer_that_comes_while_an_idle_conversation_is_destroyed_is_refused_and_not_lost(
    opened: Callable[[str], Store],
) -> None:
    stores, answers = kept(opened), []
    stores.talks().save(ANN, TALK)
    held = stores.talks().load(ANN)
    vault = Hurried(Keyring((bytes(32),)), StoredKeys(opened("keys")), lambda: answers.append(save()))

    def save() -> bool:
        done: bool = stores.talks().save(ANN, replace(held, touched=NOW + IDLE))
        return done

    assert StoredTalks(opened("candour"), vault, "s").forget_idle(NOW + IDLE + timedelta(seconds=1)) == 1
    assert answers == [False]
    assert stores.talks().load(ANN) == Gone()


def test_of_many_saves_at_once_one_wins(opened: Callable[[str], Store]) -> None:
    stores = kept(opened)
    stores.talks().save(ANN, TALK)
    held = stores.talks().load(ANN)
    talks = [stores.talks() for _ in range(4)]

    def save(n: int) -> bool:
        done: bool = talks[n % 4].save(ANN, replace(held, answers={"about": (str(n),)}))
        return done

    with ThreadPoolExecutor(4) as pool:
        won = [n for n, done in enumerate(pool.map(save, range(16))) if done]
    assert len(won) == 1
    assert stores.talks().load(ANN).answers == {"about": (str(won[0]),)}
