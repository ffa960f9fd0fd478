"""Keys are worked out once, before they are needed, one at a time, and are held no longer than they may be needed."""

import threading
import time
from functools import partial

from adapters.stores.derivation import HELD, Ahead


def test_what_was_expected_is_worked_out_once_however_often() -> None:
    asked = iter(("key", "another key"))
    ahead: Ahead[str] = Ahead()
    for _ in range(3):
        ahead.expect("CODE", lambda: next(asked))
    assert ahead.get("CODE") == ahead.get("CODE") == "key"
    assert next(asked) == "another key"


def test_nothing_is_known_of_what_was_not_expected_or_was_forgotten() -> None:
    ahead: Ahead[str] = Ahead()
    ahead.expect("CODE", lambda: "key")
    ahead.forget("CODE")
    assert ahead.get("CODE") is None
    assert ahead.get("OTHER") is None


def test_only_so_many_are_held_and_those_that_are_still_written_stay() -> None:
    ahead: Ahead[int] = Ahead()
    ahead.expect("first", lambda: -1)
    for number in range(HELD):
        ahead.expect("first", lambda: -2)
        ahead.expect(str(number), partial(int, number))
    assert ahead.get("first") == -1
    assert ahead.get("0") is None
    assert ahead.get(str(HELD - 1)) == HELD - 1


def test_to_expect_returns_at_once_and_to_get_waits() -> None:
    ahead: Ahead[str] = Ahead()
    gate = threading.Event()
    ahead.expect("CODE", lambda: "key" if gate.wait(10) else "")
    threading.Timer(0.05, gate.set).start()
    begun = time.monotonic()
    assert ahead.get("CODE") == "key"
    assert time.monotonic() - begun < 5


def test_they_are_worked_out_one_at_a_time() -> None:
    ahead: Ahead[int] = Ahead()
    running, most = 0, 0

    def derive() -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.005)
        running -= 1
        return 1

    for number in range(8):
        ahead.expect(str(number), derive)
    assert [ahead.get(str(number)) for number in range(8)] == [1] * 8
    assert most == 1
