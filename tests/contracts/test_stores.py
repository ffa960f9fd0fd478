"""One contract for every store of cases, receipts and unsent reports: the tests cannot tell them apart."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, LiteralString

import pytest

from adapters.stores import migrations
from adapters.stores.cases import StoredCases
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.keys import StoredKeys
from adapters.stores.receipts import StoredReceipts
from adapters.stores.rows import Store
from adapters.stores.talks import StoredTalks
from adapters.vault import Keyring, Vault
from bot.conversation import IDLE, Conversation, Gone
from reports.case import Acknowledged, Case, Delivered, Exhausted, Filed, Lapsed, Opened, Undeliverable
from reports.errands import Decision, Errand, Verb
from reports.events import (
    Added,
    Asked,
    Closed,
    Involved,
    Named,
    Noted,
    Recused,
    Reminded,
    Transferred,
    Treated,
    Wished,
    Withdrawn,
)
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Because, Body, Hop, Route
from reports.sealed import Sealed
from tests.databases import KINDS, empty
from tests.fakes import MemoryCases, MemoryReceipts, MemoryTalks

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
HEAD, CHAIR, ANN = PersonId("h.head"), PersonId("c.chair"), PersonId("a.ann")
ID = CaseId("C1")
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:b.bob"}), ANN, frozenset({PersonId("w")}))
ROUTE = Route(
    (Hop((HEAD,), Because("Policy, 5(ii)")), Hop((CHAIR,), Because(practice="chair-backs-up-head"))),
    (PersonId("s.dsl"),),
    Body.LA,
    frozenset({ANN, PersonId("b.bob")}),
)
BOB = frozenset({PersonId("b.bob")})
FILED = Filed(Report(ID, NOW, CONCERN, False), ROUTE, False, "mark", "The diocese, 01632 960000", BOB)
EVERY_EVENT = (
    FILED,
    Delivered(NOW, HEAD, "m1"),
    Undeliverable(NOW, CHAIR, "unreachable"),
    Opened(NOW, HEAD),
    Acknowledged(NOW, HEAD),
    Lapsed(NOW, 0),
    Exhausted(NOW),
    Reminded(NOW, HEAD, "m2", feedback=True),
    Recused(NOW, CHAIR),
    Transferred(NOW, HEAD, CHAIR),
    Involved(NOW, frozenset({"person:b.bob"}), frozenset({PersonId("w")}), BOB),
    Asked(NOW, HEAD, "said1"),
    Noted(NOW, HEAD, "said2"),
    Added(NOW, "said3", "said1"),
    Wished(NOW),
    Closed(NOW, HEAD, "said4", told=False),
    Named(NOW, ANN),
    Treated(NOW, "unsaid"),
    Withdrawn(NOW),
)
DELIVER = Errand(ID, Verb.DELIVER, NOW, HEAD)


@dataclass
class Stores:
    """Opens the same stores as another process would."""

    cases: Callable[[], Any]
    receipts: Callable[[], Any]
    talks: Callable[[], Any]
    school: Callable[[str], "Stores"]


def in_memory() -> Stores:
    cases, receipts, talks = MemoryCases(), MemoryReceipts(), MemoryTalks()
    return Stores(lambda: cases, lambda: receipts, lambda: talks, lambda _: in_memory())


def kept(opened: Callable[[str], Store], school: str = "s") -> Stores:
    def vault() -> Vault:
        return Vault(Keyring((bytes(32),)), StoredKeys(opened("keys")))

    def erasure() -> Erasure:
        return Erasure(opened("candour"), StoredCertificates(opened("keys"), school), vault(), school)

    migrations.migrate(opened("candour"), migrations.DATABASE)
    migrations.migrate(opened("keys"), migrations.KEYS)
    return Stores(
        lambda: StoredCases(opened("candour"), vault(), school, erasure()),
        lambda: StoredReceipts(opened("candour"), vault(), school, cost=2**4),
        lambda: StoredTalks(opened("candour"), vault(), school),
        lambda other: kept(opened, other),
    )


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with empty(request.param, tmp_path) as store:
        yield store


@pytest.fixture(params=["memory", *KINDS])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    if request.param == "memory":
        yield in_memory()
    else:
        with empty(request.param, tmp_path) as store:
            yield kept(store)


def test_every_event_is_loaded_as_it_was_recorded(stores: Stores) -> None:
    assert stores.cases().record(Case(ID), Decision(EVERY_EVENT), {})
    assert stores.cases().load(ID) == Case.of(ID, EVERY_EVENT)


def test_words_are_read_as_they_were_kept(stores: Stores) -> None:
    words = {"account": "“Ça va?” 🙂\n\nשלום"}
    assert stores.cases().record(Case(ID), Decision((FILED,)), words)
    assert stores.cases().words(ID) == words


def test_a_stale_decision_leaves_nothing_behind(stores: Stores) -> None:
    assert stores.cases().record(Case(ID), Decision((FILED,)), {})
    assert not stores.cases().record(Case(ID), Decision((FILED,), (DELIVER,)), {"account": "late"})
    assert stores.cases().claim(NOW, LATER) is None
    assert stores.cases().words(ID) == {}


def test_a_case_that_never_was_is_empty(stores: Stores) -> None:
    assert stores.cases().load(CaseId("none")) == Case(CaseId("none"))


def test_what_was_delivered_is_in_that_persons_inbox_once_and_in_order(stores: Stores) -> None:
    cases = stores.cases()
    for id in (CaseId("C2"), ID):
        cases.record(Case(id), Decision((FILED, Delivered(NOW, HEAD, "m"), Delivered(NOW, HEAD, "m"))), {})
    assert list(stores.cases().delivered_to(HEAD)) == ["C2", "C1"]
    assert list(stores.cases().delivered_to(CHAIR)) == []


def test_an_errand_is_hidden_while_claimed_and_comes_back_when_the_claim_lapses(stores: Stores) -> None:
    one, two = stores.cases(), stores.cases()
    one.record(Case(ID), Decision((FILED,), (DELIVER,)), {})
    assert one.claim(NOW, LATER)[1] == DELIVER
    assert two.claim(NOW, LATER) is None
    number, _ = two.claim(LATER, LATER + timedelta(minutes=5))
    two.done(number)
    assert one.claim(LATER + timedelta(days=1), LATER) is None


def test_an_errand_that_is_put_off_waits(stores: Stores) -> None:
    cases = stores.cases()
    cases.record(Case(ID), Decision((FILED,), (DELIVER,)), {})
    number, _ = cases.claim(NOW, LATER)
    cases.put_off(number, LATER + timedelta(hours=1))
    assert cases.claim(LATER, LATER) is None
    assert cases.claim(LATER + timedelta(hours=1), LATER) is not None


def test_urgent_errands_come_first_then_those_longest_due(stores: Stores) -> None:
    early = replace(DELIVER, due=NOW - timedelta(hours=1), to=PersonId("early"))
    urgent = replace(DELIVER, urgent=True, to=PersonId("urgent"))
    cases = stores.cases()
    cases.record(Case(ID), Decision((FILED,), (DELIVER, early, urgent)), {})
    assert [cases.claim(NOW, LATER)[1].to for _ in range(3)] == ["urgent", "early", HEAD]


def test_an_errand_that_is_not_due_is_not_claimed(stores: Stores) -> None:
    cases = stores.cases()
    cases.record(Case(ID), Decision((FILED,), (DELIVER,)), {})
    assert cases.claim(NOW - timedelta(seconds=1), LATER) is None


def test_the_same_person_has_another_mark_in_another_case(stores: Stores) -> None:
    cases = stores.cases()
    assert cases.mark(ID, ANN) == stores.cases().mark(ID, ANN)
    assert len({cases.mark(ID, ANN), cases.mark(CaseId("C2"), ANN), cases.mark(ID, HEAD)}) == 3


def test_a_code_finds_its_case_and_no_other_does(stores: Stores) -> None:
    stores.receipts().keep("CODE", ID)
    stores.receipts().keep("CODE", ID)
    assert stores.receipts().find("CODE") == ID
    assert stores.receipts().find("CODF") is None


def test_a_new_code_takes_the_place_of_the_old_one(stores: Stores) -> None:
    stores.receipts().keep("CODE", ID)
    stores.receipts().keep("OTHER", CaseId("C2"))
    stores.receipts().renew("CODE", "NEW", ID)
    assert stores.receipts().find("NEW") == ID
    assert stores.receipts().find("CODE") is None
    assert stores.receipts().find("OTHER") == "C2"
    stores.receipts().destroy("NEW")
    assert stores.receipts().find("NEW") is None


def test_a_code_that_was_expected_is_kept_and_found_like_any_other(stores: Stores) -> None:
    receipts = stores.receipts()
    for code in ("CODE", "CODE", "OTHER"):
        receipts.expect(code)
    assert receipts.find("CODE") is None
    receipts.keep("CODE", ID)
    receipts.forget("CODE")
    receipts.forget("NEVER")
    assert receipts.find("CODE") == stores.receipts().find("CODE") == ID
    assert receipts.find("OTHER") is None


TALK = Conversation("C1", "report", {"about": ("head", "chair"), "skipped": ()}, NOW, "CODE", misses=2, hidden=True)


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


def test_f50_one_school_never_sees_anothers_cases_although_their_ids_are_the_same(stores: Stores) -> None:
    other = stores.school("other")
    stores.cases().record(Case(ID), Decision((FILED, Delivered(NOW, HEAD, "m")), (DELIVER,)), {"account": "words"})
    stores.receipts().keep("CODE", ID)
    stores.talks().save(ANN, TALK)
    assert other.cases().load(ID) == Case(ID)
    assert other.cases().words(ID) == {}
    assert list(other.cases().delivered_to(HEAD)) == []
    assert other.cases().claim(NOW, LATER) is None
    assert other.receipts().find("CODE") is None
    assert other.talks().load(ANN) is None


def test_f05_many_writers_lose_nothing_and_do_nothing_twice(stores: Stores) -> None:
    opened = [stores.cases() for _ in range(4)]

    def file(n: int) -> bool:
        id = CaseId(f"C{n % 20}")
        done: bool = opened[n % 4].record(
            Case(id), Decision((FILED,), (replace(DELIVER, case=id, to=PersonId(id)),)), {"account": "x"}
        )
        return done

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(file, range(80))) == 20
        claimed = list(pool.map(lambda n: opened[n % 4].claim(NOW, LATER), range(40)))
    assert sorted(found[1].case for found in claimed if found) == sorted(f"C{n}" for n in range(20))


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


TABLES: tuple[LiteralString, ...] = (
    "SELECT * FROM events",
    "SELECT * FROM words",
    "SELECT * FROM errands",
    "SELECT * FROM inbox",
    "SELECT * FROM receipts",
    "SELECT * FROM talks",
)


def everything(store: Store) -> str:
    """All that the tables hold, bytes as hex digits."""
    with store.reading() as rows:
        held = [value for table in TABLES for row in rows.query(table) for value in row.values()]
    return " ".join(value.hex() if isinstance(value, bytes) else str(value) for value in held)


def test_in_the_database_stand_no_words_no_kind_no_subject_and_no_reporter(
    opened: Callable[[str], Store], tmp_path: Path
) -> None:
    stores = kept(opened)
    stores.cases().record(Case(ID), Decision((FILED,), (DELIVER,)), {"account": "canary words"})
    stores.talks().save(ANN, replace(TALK, answers={"happened": ("canary words",)}))
    stores.receipts().keep("AAAABBBBCCCCDDDD", ID)
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    held = everything(opened("candour"))
    for word in ("canary", "harassment", "b.bob", "a.ann", "colleague", "AAAABBBB", "5(ii)"):
        assert word not in held
        assert word.encode().hex() not in held
        assert word.encode() not in files
    assert "h.head" in held  # a recipient stands in clear, as the design says


def test_a_sealed_row_moved_to_another_case_does_not_open(opened: Callable[[str], Store]) -> None:
    stores = kept(opened)
    stores.cases().record(Case(ID), Decision((FILED,)), {})
    stores.cases().record(Case(CaseId("C2")), Decision((FILED,)), {})
    with opened("candour").transaction() as rows:
        (first,) = rows.find("events", {"case_id": "C1"})
        rows.change("events", {"case_id": "C2"}, {"sealed": first["sealed"]})
    assert stores.cases().load(ID).filed == FILED
    with pytest.raises(Sealed):
        stores.cases().load(CaseId("C2"))
