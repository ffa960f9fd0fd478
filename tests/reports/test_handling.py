"""What whoever has a case may do with it, told as given, when, then."""

from dataclasses import replace

import pytest

from reports import decisions, handling
from reports.case import Acknowledged, Case, Closed, Delivered, Exhausted, Lapsed
from reports.errands import NOTHING, Decision, Verb
from reports.events import Asked, Noted, Recused, Transferred
from reports.people import PersonId
from reports.route import Hop
from tests.reports.test_decisions import CHAIR, DEPUTY, DSL, HEAD, NOW, PRACTICE, SCHOOL, filed, given

REACHED = given(filed(), Delivered(NOW, HEAD, "m"))
HANDLED = REACHED.after(Acknowledged(NOW, HEAD))
COPIED = given(filed(copies=(DSL,)), Delivered(NOW, HEAD, "m"), Delivered(NOW, DSL, "m"))
ABLE = frozenset({DEPUTY, CHAIR, DSL})


def after(case: Case, decision: Decision) -> Case:
    for event in decision.events:
        case = case.after(event)
    return case


@pytest.mark.parametrize("case", [REACHED, HANDLED], ids=["before acknowledging", "after"])
def test_f24_who_passes_it_on_never_has_it_again_and_the_next_hop_is_told_at_once(case: Case) -> None:
    decision = handling.recuse(case, HEAD, NOW, SCHOOL)
    assert decision.events == (Recused(NOW, HEAD), Lapsed(NOW, 0))
    assert (decision.errands[0].verb, decision.errands[0].to, decision.errands[0].due) == (Verb.DELIVER, CHAIR, NOW)
    passed = after(case, decision)
    assert passed.bars(HEAD, "any mark")
    assert passed.acknowledged is None
    assert decisions.deliver(passed, HEAD, "m2", NOW) == NOTHING
    assert handling.recuse(passed, HEAD, NOW, SCHOOL) == NOTHING


def test_one_head_of_two_who_passes_it_on_leaves_it_with_the_other() -> None:
    both = replace(filed(), route=replace(filed().route, hops=(Hop((HEAD, DEPUTY), PRACTICE), Hop((CHAIR,), PRACTICE))))
    case = given(both, Delivered(NOW, HEAD, "m"), Delivered(NOW, DEPUTY, "m"))
    assert handling.recuse(case, HEAD, NOW, SCHOOL) == Decision((Recused(NOW, HEAD),))


def test_who_has_only_a_copy_may_have_a_conflict_too() -> None:
    assert handling.recuse(COPIED, DSL, NOW, SCHOOL) == Decision((Recused(NOW, DSL),))


def test_who_passes_on_the_last_hop_leaves_the_outside_body() -> None:
    case = given(filed(hops=(HEAD,)), Delivered(NOW, HEAD, "m"))
    assert handling.recuse(case, HEAD, NOW, SCHOOL).events == (Recused(NOW, HEAD), Lapsed(NOW, 0), Exhausted(NOW))


@pytest.mark.parametrize("person", [CHAIR, DSL])
def test_what_never_came_to_someone_is_not_theirs_to_pass_on(person: PersonId) -> None:
    assert handling.recuse(REACHED, person, NOW, SCHOOL) == NOTHING


def test_who_is_handed_it_gets_a_turn_of_their_own_before_the_next_hop() -> None:
    decision = handling.transfer(HANDLED, HEAD, DEPUTY, ABLE, NOW, SCHOOL)
    assert decision.events == (Transferred(NOW, HEAD, DEPUTY),)
    assert [(errand.verb, errand.to, errand.hop) for errand in decision.errands] == [
        (Verb.DELIVER, DEPUTY, 1),
        (Verb.REMIND, DEPUTY, 1),
        (Verb.CHASE, "", 1),
    ]
    handed = after(HANDLED, decision)
    assert handed.acknowledged is None
    assert not handed.answerable
    assert decisions.lapse(handed, 1, NOW, SCHOOL).errands[0].to == CHAIR
    assert decisions.lapse(handed, 0, NOW, SCHOOL) == NOTHING  # the clock of the hop before


def test_who_is_handed_it_in_their_later_turn_is_not_told_again_then() -> None:
    handed = after(HANDLED, handling.transfer(HANDLED, HEAD, CHAIR, ABLE, NOW, SCHOOL))
    assert decisions.lapse(handed, 1, NOW, SCHOOL).events == (Lapsed(NOW, 2), Exhausted(NOW))


def test_what_was_handed_over_may_be_handed_back_and_is_then_delivered_anew() -> None:
    there = after(HANDLED, handling.transfer(HANDLED, HEAD, DEPUTY, ABLE, NOW, SCHOOL))
    there = there.after(Delivered(NOW, DEPUTY, "m"))
    decision = handling.transfer(there, DEPUTY, HEAD, frozenset({HEAD}), NOW, SCHOOL)
    back = after(there, decision)
    assert HEAD not in back.reached
    assert decisions.deliver(back, HEAD, decision.errands[0].message, NOW).events
    assert len({errand.message for errand in decision.errands if errand.to == HEAD}) == 2


@pytest.mark.parametrize(("by", "to"), [(HEAD, PersonId("b.barred")), (CHAIR, DEPUTY), (DSL, DEPUTY)])
def test_it_is_handed_only_by_whoever_has_it_and_only_to_the_eligible(by: PersonId, to: PersonId) -> None:
    case = COPIED.after(Acknowledged(NOW, HEAD))
    assert handling.transfer(case, by, to, ABLE, NOW, SCHOOL) == NOTHING


def test_a_question_is_sent_once_however_often_it_is_sent() -> None:
    once = handling.ask(HANDLED, HEAD, "said1", NOW)
    assert once == Decision((Asked(NOW, HEAD, "said1"),))
    asked = after(HANDLED, once)
    assert handling.ask(asked, HEAD, "said1", NOW) == NOTHING
    assert [line.words for line in asked.unanswered] == ["said1"]


def test_asking_is_not_acknowledging() -> None:
    asked = after(REACHED, handling.ask(REACHED, HEAD, "said1", NOW))
    assert decisions.lapse(asked, 0, NOW, SCHOOL).events == (Lapsed(NOW, 0),)


def test_what_was_done_is_kept_for_the_file() -> None:
    assert handling.note(HANDLED, HEAD, "said1", NOW) == Decision((Noted(NOW, HEAD, "said1"),))


@pytest.mark.parametrize("person", [DSL, CHAIR])
def test_only_who_deals_with_it_asks_notes_or_closes(person: PersonId) -> None:
    case = COPIED.after(Acknowledged(NOW, HEAD))
    assert handling.ask(case, person, "w", NOW) == NOTHING
    assert handling.note(case, person, "w", NOW) == NOTHING
    assert handling.close(case, person, "w", True, NOW) == NOTHING


def test_it_is_closed_once_and_only_after_it_was_acknowledged() -> None:
    assert handling.close(REACHED, HEAD, "w", True, NOW) == NOTHING
    once = handling.close(HANDLED, HEAD, "w", True, NOW)
    assert once == Decision((Closed(NOW, HEAD, "w", told=True),))
    assert handling.close(after(HANDLED, once), HEAD, "v", True, NOW) == NOTHING


def test_in_a_closed_case_nothing_more_is_done() -> None:
    closed = HANDLED.after(Closed(NOW, HEAD, "w", told=True))
    assert handling.recuse(closed, HEAD, NOW, SCHOOL) == NOTHING
    assert handling.transfer(closed, HEAD, DEPUTY, ABLE, NOW, SCHOOL) == NOTHING
    assert handling.ask(closed, HEAD, "v", NOW) == NOTHING
    assert decisions.lapse(closed, 0, NOW, SCHOOL) == NOTHING
