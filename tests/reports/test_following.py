"""What the reporter may do once it is sent, told as given, when, then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reports import decisions, following
from reports.case import Acknowledged, Case, Closed, Delivered, Exhausted, Lapsed, Opened, Withdrawn
from reports.errands import NOTHING, Decision, Verb
from reports.events import Added, Asked, Involved, Named, Treated, Wished
from reports.report import Kind
from tests.reports.test_decisions import ANN, CHAIR, HEAD, NOW, SCHOOL, filed, given

LATE = NOW + timedelta(days=9)
REACHED = given(filed(), Delivered(NOW, HEAD, "m"))
HANDLED = REACHED.after(Acknowledged(NOW, HEAD))
MORE = Added(NOW, "said1")
ABOUT_HEAD = Involved(NOW, frozenset({"person:h.head"}), frozenset(), frozenset({HEAD}))


def of_kind(kind: Kind, case: Case = REACHED) -> Case:
    assert case.concern
    return replace(case, concern=replace(case.concern, kind=kind))


def after(case: Case, decision: Decision) -> Case:
    for event in decision.events:
        case = case.after(event)
    return case


def test_whoever_deals_with_it_is_told_that_there_is_more_and_once() -> None:
    decision = following.add(HANDLED, MORE, None, NOW, SCHOOL)
    assert decision.events == (MORE,)
    assert [(errand.verb, errand.to) for errand in decision.errands] == [(Verb.TELL, HEAD)]
    assert following.add(after(HANDLED, decision), MORE, None, NOW, SCHOOL) == NOTHING


@pytest.mark.parametrize("case", [REACHED, HANDLED], ids=["before acknowledging", "after"])
def test_f23_who_turns_out_to_have_a_part_in_it_loses_it_before_the_message_is_kept(case: Case) -> None:
    decision = following.add(case, MORE, ABOUT_HEAD, NOW, SCHOOL)
    assert decision.events == (ABOUT_HEAD, Lapsed(NOW, 0), MORE)
    assert {errand.to for errand in decision.errands} == {CHAIR, ""}
    left = after(case, decision)
    assert left.bars(HEAD, "any mark")
    assert not left.acknowledged


def test_when_everyone_left_turns_out_to_have_a_part_in_it_the_reporter_is_told_of_the_outside_body() -> None:
    both = replace(ABOUT_HEAD, excluded=frozenset({HEAD, CHAIR}))
    decision = following.add(HANDLED, MORE, both, NOW, SCHOOL)
    assert decision.events == (both, Lapsed(NOW, 1), Exhausted(NOW), MORE)
    assert decision.errands == ()


def test_an_answer_answers_its_question() -> None:
    asked = HANDLED.after(Asked(NOW, HEAD, "q1")).after(Asked(NOW, HEAD, "q2"))
    answered = after(asked, following.add(asked, replace(MORE, answers="q1"), None, NOW, SCHOOL))
    assert [line.words for line in answered.unanswered] == ["q2"]


def test_nobody_has_replied_can_be_said_the_moment_the_time_is_over_and_not_before() -> None:
    times = decisions.times_of(REACHED, SCHOOL)
    assert times
    assert following.nobody_replied(REACHED, times.lapse - timedelta(seconds=1), SCHOOL) == NOTHING
    decision = following.nobody_replied(REACHED, times.lapse, SCHOOL)
    assert decision.events == (Lapsed(times.lapse, 0),)
    assert decision.errands[0].to == CHAIR


def test_the_chase_that_comes_after_it_does_nothing() -> None:
    moved = after(REACHED, following.nobody_replied(REACHED, LATE, SCHOOL))
    assert decisions.lapse(moved, 0, LATE, SCHOOL) == NOTHING


def test_it_can_be_said_of_someone_who_acknowledged_it_and_gave_no_feedback_in_three_months() -> None:
    assert following.nobody_replied(HANDLED, NOW + timedelta(days=80), SCHOOL) == NOTHING
    decision = following.nobody_replied(HANDLED, NOW + timedelta(days=100), SCHOOL)
    assert decision.errands[0].to == CHAIR
    assert after(HANDLED, decision).acknowledged is None


def test_what_nobody_opened_is_withdrawn_and_erased_later_if_not_now() -> None:
    decision = following.withdraw(REACHED, NOW)
    assert decision.events == (Withdrawn(NOW),)
    assert [errand.verb for errand in decision.errands] == [Verb.ERASE]
    gone = after(REACHED, decision)
    assert gone.bars(HEAD, "any mark")
    assert decisions.open_case(gone, HEAD, NOW) == NOTHING
    assert following.withdraw(gone, NOW) == NOTHING


@pytest.mark.parametrize("event", [Opened(NOW, HEAD), Acknowledged(NOW, HEAD)])
def test_what_was_seen_is_not_withdrawn_but_the_wish_is_passed_on_once(event: Opened | Acknowledged) -> None:
    seen = REACHED.after(event)
    decision = following.withdraw(seen, NOW)
    assert decision.events == (Wished(NOW),)
    assert [(errand.verb, errand.to) for errand in decision.errands] == [(Verb.TELL, HEAD)]
    assert following.withdraw(after(seen, decision), NOW) == NOTHING


@pytest.mark.parametrize("kind", [Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE, Kind.PUPIL_CONTACT_COLLEAGUE])
def test_a_report_about_a_child_at_risk_is_never_withdrawn(kind: Kind) -> None:
    assert following.withdraw(of_kind(kind), NOW).events == (Wished(NOW),)


def test_an_anonymous_reporter_may_put_their_name_to_it_and_never_take_it_back() -> None:
    report = replace(filed().report, anonymous=True)
    hidden = given(replace(filed(), report=report))
    decision = following.sign(hidden, ANN, NOW)
    assert decision == Decision((Named(NOW, ANN),))
    named = after(hidden, decision)
    assert not named.anonymous
    assert following.sign(named, ANN, NOW) == NOTHING


def test_a_report_that_had_a_name_keeps_it() -> None:
    assert following.sign(REACHED, HEAD, NOW) == NOTHING


def test_whether_they_were_treated_fairly_is_asked_once_and_after_closing() -> None:
    assert following.treated(HANDLED, "yes", NOW) == NOTHING
    closed = HANDLED.after(Closed(NOW, HEAD, "w", told=True))
    assert following.treated(closed, "perhaps", NOW) == NOTHING
    once = following.treated(closed, "no", NOW)
    assert once == Decision((Treated(NOW, "no"),))
    assert following.treated(after(closed, once), "yes", NOW) == NOTHING


def test_a_closed_case_takes_nothing_more() -> None:
    closed = HANDLED.after(Closed(NOW, HEAD, "w", told=True))
    assert following.add(closed, MORE, None, NOW, SCHOOL) == NOTHING
    assert following.withdraw(closed, NOW) == NOTHING
    assert following.nobody_replied(closed, NOW + timedelta(days=365), SCHOOL) == NOTHING
