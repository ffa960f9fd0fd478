"""One contract for what the recipient desk keeps, on every database: links, sessions, authenticators."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from adapters.stores.desk_authenticators import StoredAuthenticators
from adapters.stores.desk_links import StoredLinks
from adapters.stores.desk_sessions import CODE, IDLE, IN, LONGEST, Session, StoredSessions
from adapters.stores.keys import StoredKeys
from adapters.stores.rows import Store
from adapters.vault import Keyring, Vault
from reports.people import PersonId

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CHAIR, HEAD = PersonId("c.chair"), PersonId("h.head")
SECRET_WORD = "JBSWY3DPEHPK3PXP"  # noqa: S105 - a test's own


@pytest.fixture
def store(laid: Callable[[str], Store]) -> Store:
    return laid("candour")


@pytest.fixture
def authenticators(laid: Callable[[str], Store]) -> StoredAuthenticators:
    vault = Vault(Keyring([b"k" * 32]), StoredKeys(laid("keys")))
    return StoredAuthenticators(laid("candour"), vault)


def numbered(secret: str, code: str) -> int | None:
    """Codes of this contract are their own numbers: "7" is the seventh."""
    assert secret == SECRET_WORD
    return int(code) if code.isdecimal() else None


def test_a_link_is_used_once_for_its_own_purpose_and_in_its_own_time(store: Store) -> None:
    links = StoredLinks(store)
    links.add("t", "in", "s", CHAIR, NOON + 15 * MINUTE)
    assert links.use("t", "enrol", NOON) is None
    assert links.use("t", "in", NOON + 15 * MINUTE) is None
    assert links.use("t", "in", NOON + 14 * MINUTE) == ("s", CHAIR)
    assert links.use("t", "in", NOON) is None


def test_of_many_who_use_one_link_at_once_one_is_let_in(laid: Callable[[str], Store]) -> None:
    StoredLinks(laid("candour")).add("t", "in", "s", CHAIR, NOON + MINUTE)
    stores = [StoredLinks(laid("candour")) for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        used = list(pool.map(lambda n: stores[n % 4].use("t", "in", NOON), range(16)))
    assert [found for found in used if found] == [("s", CHAIR)]


def test_live_links_are_counted_for_one_person_of_one_school(store: Store) -> None:
    links = StoredLinks(store)
    for token, school, person, minutes in (("a", "s", CHAIR, 5), ("b", "s", CHAIR, 9), ("c", "s", HEAD, 9)):
        links.add(token, "in", school, person, NOON + minutes * MINUTE)
    links.add("d", "in", "other", CHAIR, NOON + 9 * MINUTE)
    assert links.live("in", "s", CHAIR, NOON) == 2
    assert links.live("in", "s", CHAIR, NOON + 5 * MINUTE) == 1
    links.sweep(NOON + 6 * MINUTE)
    links.revoke("in", "s", CHAIR)
    assert [links.use(token, "in", NOON) for token in "abcd"] == [None, None, ("s", HEAD), ("other", CHAIR)]


def test_a_session_lives_while_it_is_used_and_no_longer_than_a_day_at_work(store: Store) -> None:
    sessions = StoredSessions(store)
    sessions.begin("t", Session("s", CHAIR, IN), NOON)
    now = NOON
    while now < NOON + LONGEST:
        assert sessions.touch("t", now) == Session("s", CHAIR, IN)
        now += 14 * MINUTE
    assert sessions.touch("t", NOON + LONGEST) is None
    assert sessions.touch("none", NOON) is None


def test_a_session_that_lay_idle_is_over_and_swept(store: Store) -> None:
    sessions = StoredSessions(store)
    sessions.begin("t", Session("s", CHAIR, CODE, b"\0sealed"), NOON)
    assert sessions.touch("t", NOON) == Session("s", CHAIR, CODE, b"\0sealed")
    assert sessions.touch("t", NOON + IDLE) is None
    sessions.sweep(NOON + IDLE)
    assert sessions.touch("t", NOON) is None


def test_a_locked_session_needs_a_code_again_and_no_other_does(store: Store) -> None:
    sessions = StoredSessions(store)
    for token in ("t", "u"):
        sessions.begin(token, Session("s", CHAIR, IN), NOON)
    sessions.lock("t")
    assert [sessions.touch(token, NOON) for token in "tu"] == [Session("s", CHAIR, CODE), Session("s", CHAIR, IN)]


def test_sessions_end_one_by_one_or_all_of_one_person(store: Store) -> None:
    sessions = StoredSessions(store)
    for token, school, person in (("a", "s", CHAIR), ("b", "s", CHAIR), ("c", "s", HEAD), ("d", "other", CHAIR)):
        sessions.begin(token, Session(school, person, IN), NOON)
    sessions.end("a")
    assert sessions.touch("a", NOON) is None
    assert sessions.touch("b", NOON)
    sessions.end_all("s", CHAIR)
    assert [bool(sessions.touch(token, NOON)) for token in "bcd"] == [False, True, True]


def enrolled(authenticators: StoredAuthenticators, school: str = "s") -> None:
    sealed = authenticators.seal(school, CHAIR, SECRET_WORD)
    authenticators.enrol(school, CHAIR, sealed, 0, NOON)


def test_a_code_is_used_once_and_an_older_one_never(authenticators: StoredAuthenticators) -> None:
    enrolled(authenticators)
    right = [authenticators.attempt("s", CHAIR, code, numbered, NOON).right for code in ("5", "5", "4", "6", "x")]
    assert right == [True, False, False, True, False]


def test_of_many_who_give_one_code_at_once_one_is_let_in(authenticators: StoredAuthenticators) -> None:
    enrolled(authenticators)
    with ThreadPoolExecutor(8) as pool:
        tried = list(pool.map(lambda _: authenticators.attempt("s", CHAIR, "5", numbered, NOON), range(5)))
    assert [found.right for found in tried].count(True) == 1


def test_after_five_wrong_codes_even_the_right_one_waits_longer_each_time(authenticators: StoredAuthenticators) -> None:
    enrolled(authenticators)
    held = [authenticators.attempt("s", CHAIR, "x", numbered, NOON).held for _ in range(5)]
    assert held == [None] * 4 + [NOON + MINUTE]
    refused = authenticators.attempt("s", CHAIR, "9", numbered, NOON + MINUTE / 2)
    assert (refused.right, refused.held) == (False, NOON + MINUTE)
    now, waits = NOON, []
    for _ in range(9):
        now = authenticators.attempt("s", CHAIR, "x", numbered, now).held or now
        before = now
        now = authenticators.attempt("s", CHAIR, "x", numbered, now).held or now
        waits.append((now - before) // MINUTE)
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (2, 60)
    assert authenticators.attempt("s", CHAIR, "9", numbered, now).right
    assert authenticators.attempt("s", CHAIR, "x", numbered, now).held is None


def test_many_wrong_codes_at_once_are_no_more_than_five(authenticators: StoredAuthenticators) -> None:
    enrolled(authenticators)
    looked: list[str] = []

    def looking(_: str, code: str) -> None:
        looked.append(code)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: authenticators.attempt("s", CHAIR, str(n), looking, NOON), range(40)))
    assert len(looked) == 5


def test_a_secret_opens_for_its_own_school_and_person_only(authenticators: StoredAuthenticators) -> None:
    sealed = authenticators.seal("s", CHAIR, SECRET_WORD)
    assert SECRET_WORD.encode() not in sealed
    assert authenticators.opened("s", CHAIR, sealed) == SECRET_WORD
    authenticators.seal("other", CHAIR, "x")
    from cryptography.exceptions import InvalidTag

    with pytest.raises(InvalidTag):
        authenticators.opened("other", CHAIR, sealed)


def test_nobody_is_enrolled_until_they_are_and_after_they_are_forgotten(authenticators: StoredAuthenticators) -> None:
    assert not authenticators.enrolled("s", CHAIR)
    assert not authenticators.attempt("s", CHAIR, "5", numbered, NOON).right
    enrolled(authenticators)
    assert authenticators.enrolled("s", CHAIR)
    assert not authenticators.enrolled("other", CHAIR)
    authenticators.forget("s", CHAIR)
    assert not authenticators.enrolled("s", CHAIR)
    assert not authenticators.attempt("s", CHAIR, "5", numbered, NOON).right


def test_a_new_authenticator_takes_the_place_of_the_old_one_and_starts_anew(
    authenticators: StoredAuthenticators,
) -> None:
    enrolled(authenticators)
    for _ in range(5):
        authenticators.attempt("s", CHAIR, "x", numbered, NOON)
    enrolled(authenticators)
    assert authenticators.attempt("s", CHAIR, "1", numbered, NOON).right
