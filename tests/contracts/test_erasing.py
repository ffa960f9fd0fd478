"""One contract for every store of what is left of an erased case: that its id was used, and nothing to read."""

from datetime import timedelta
from typing import get_args

import pytest

from adapters.stores.cases import EVENTS
from adapters.stores.packing import pack, unpack
from reports.case import Case, Delivered, Event
from reports.errands import Decision
from reports.report import CaseId
from tests.contracts.stores import CHAIR, DELIVER, EVERY_EVENT, FILED, HEAD, ID, LATER, NOW, Stores


def recorded(stores: Stores, id: CaseId = ID) -> Case:
    cases = stores.cases()
    cases.record(Case(id), Decision((FILED, Delivered(NOW, HEAD, "m")), (DELIVER,)), {"account": "words"})
    case: Case = cases.load(id)
    return case


def test_nothing_of_an_erased_case_can_be_read_listed_or_done(stores: Stores) -> None:
    recorded(stores)
    stores.cases().erase(ID, NOW)
    assert stores.cases().load(ID) == Case(ID, 1, erased=True)
    assert dict(stores.cases().words(ID)) == {}
    assert list(stores.cases().delivered_to(HEAD)) == []
    assert stores.cases().claim(NOW + timedelta(days=9), LATER) is None


def test_an_erased_case_can_be_erased_again_and_one_that_never_was_leaves_no_trace(stores: Stores) -> None:
    recorded(stores)
    for _ in range(2):
        stores.cases().erase(ID, NOW)
        stores.cases().erase(CaseId("none"), NOW)
    assert list(stores.cases().ids()) == []
    assert stores.cases().load(CaseId("none")) == Case(CaseId("none"))


def test_the_id_of_an_erased_case_takes_no_other_report(stores: Stores) -> None:
    recorded(stores)
    stores.cases().erase(ID, NOW)
    assert not stores.cases().record(Case(ID), Decision((FILED,)), {"account": "again"})
    assert stores.cases().load(ID).version > 0


@pytest.mark.parametrize("late", [1, 2])
def test_a_decision_on_the_case_as_it_was_before_leaves_nothing_behind(stores: Stores, late: int) -> None:
    """An erased case has no row: a decision that began before must not pass for a fresh one."""
    recorded(stores)
    stores.cases().erase(ID, NOW)
    stale = Case.of(ID, (FILED, Delivered(NOW, HEAD, "m"))[:late])
    assert not stores.cases().record(stale, Decision((Delivered(NOW, CHAIR, "m"),), (DELIVER,)), {"account": "late"})
    assert dict(stores.cases().words(ID)) == {}
    assert stores.cases().claim(NOW + timedelta(days=9), LATER) is None


def test_other_cases_are_as_they_were(stores: Stores) -> None:
    recorded(stores)
    before = recorded(stores, CaseId("C2"))
    stores.cases().erase(ID, NOW)
    recorded(stores, CaseId("C3"))
    assert stores.cases().load(CaseId("C2")) == before
    assert stores.cases().words(CaseId("C2")) == {"account": "words"}
    assert list(stores.cases().delivered_to(HEAD)) == ["C2", "C3"]
    assert sorted(stores.cases().ids()) == ["C2", "C3"]


def test_one_school_cannot_erase_anothers_case(stores: Stores) -> None:
    before = recorded(stores)
    stores.school("other").cases().erase(ID, NOW)
    assert stores.cases().load(ID) == before
    assert list(stores.school("other").cases().ids()) == []


def test_a_code_that_was_forgotten_finds_nothing(stores: Stores) -> None:
    stores.receipts().keep("CODE", ID)
    stores.receipts().keep("OTHER", CaseId("C2"))
    stores.receipts().destroy("CODE")
    stores.receipts().destroy("CODE")
    assert stores.receipts().find("CODE") is None
    assert stores.receipts().find("OTHER") == "C2"


def test_there_is_an_example_of_every_event() -> None:
    assert {type(event) for event in EVERY_EVENT} == set(get_args(Event)) == set(EVENTS)


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_an_event_is_unpacked_as_it_was_packed(event: Event) -> None:
    assert unpack(pack(event), *EVENTS) == event


def test_what_an_older_release_filed_is_still_read() -> None:
    packed = pack(FILED)
    older = packed.replace(b', "judged": ["b.bob"]', b"")
    assert older != packed
    filed = unpack(older, *EVENTS)
    assert filed.judged == frozenset()
    assert filed.report == FILED.report
