"""One contract for every store of cases and receipts: the tests cannot tell them apart."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from reports.case import Case, Delivered
from reports.errands import Decision
from reports.people import PersonId
from reports.report import CaseId
from tests.contracts.stores import ANN, CHAIR, DELIVER, EVERY_EVENT, FILED, HEAD, ID, LATER, NOW, TALK, Stores


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
