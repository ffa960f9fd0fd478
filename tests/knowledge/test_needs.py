"""A question for a number, a date or a name is not answered by a clause that shows none."""

from __future__ import annotations

import pytest

from knowledge.about import asked_for, post
from knowledge.needs import lacks, shows, wanted


@pytest.mark.parametrize(
    ("question", "lacking", "showing"),
    [
        ("how many days do I get?", "Leave is given for a funeral, since 1996.", "Up to five days are given."),
        ("how long should we keep the notes", "Notes are kept at once.", "Notes are kept for six years."),
        ("how soon must I hear back", "You will hear from us.", "You will hear within 5 school days."),
        ("how much does it cost", "Lunch is served at noon.", "Lunch costs £2.50."),
        ("how often is it checked", "It is checked.", "It is checked every term."),
        ("what is the phone number for support", "Support is there for you.", "Ring 01962 555 0100."),
        ("which form do i use", "Ask the Headteacher.", "Use the form at Appendix 1."),
        ("how many wheels must a trolley have", "Trolleys have wheels.", "Trolleys have at least fourteen wheels."),
        ("how many badgers were seen last year", "Report a badger within six weeks.", "Forty-one badgers were seen."),
        ("how many spoons may I keep", "Spoons cost £4 by 3.15 pm.", "Each cook keeps three spoons."),
        ("how many days may I fish", "Fishing is calm.", "Fishing is allowed for eighteen days."),
        ("how many times a year do we row", "Boats are painted within two months.", "We row twice in summer."),
        ("within what time must I return the boat", "Boats are returned.", "Return it within a week."),
        ("by when do i sign up", "Sign up at the office.", "Sign up no later than the twelfth week."),
        ("how soon do they ring back", "They ring back.", "They ring back within twenty-two working days."),
        ("how much fishing pay do I get", "Fishing is paid at the normal rate.", "Fishing brings half pay."),
        (
            "when do I get paid each month",
            "Full pay is for fifty working days.",
            "Pay is sent on the last working day.",
        ),
        ("when is the next regatta", "A regatta needs ten days of notice.", "The regatta is on 3 June 2024."),
        ("what is the head cook called", "The head cook is told first.", "The head cook is Mrs Salt."),
        ("which make of boat do we get", "A boat is lent to each cook.", "Every boat is of the make Merlin."),
        ("who pays for the boat", "A boat is mended by a trained hand.", "Boats are mended at the club's cost."),
        ("will the school pay if my oar breaks", "Oars are kept in the shed.", "A broken oar is repaid in full."),
        ("do I get compensation for a lost hat", "Hats are kept for a year.", "Nothing is paid for lost hats."),
        ("whats the wifi code for cooks", "Cooks may use the wifi, by its code.", "The wifi code is on the gate."),
        ("what's the gate password for cooks", "Cooks keep passwords to themselves.", "The password is on the gate."),
    ],
)
def test_a_clause_must_show_what_is_asked_for(question: str, lacking: str, showing: str) -> None:
    assert lacks(wanted(question), lacking)
    assert not lacks(wanted(question), showing)


@pytest.mark.parametrize(
    "clause",
    [
        "From the ninth day a permit is needed.",
        "A permit is needed after dark.",
        "You need a permit if you fish alone.",
    ],
)
def test_a_question_when_something_is_needed_is_answered_by_a_condition(clause: str) -> None:
    assert not lacks(wanted("when is a permit needed?"), clause)


def test_a_clause_on_money_is_no_likelier_for_a_question_who_pays() -> None:
    assert not shows(wanted("who pays for the boat"), "Boats are mended at the club's cost.")


@pytest.mark.parametrize("question", ["what is the password policy", "what is the longest password i can have"])
def test_a_question_for_the_rules_on_passwords_is_not_one_for_a_password(question: str) -> None:
    assert not lacks(wanted(question), "Passwords are long.")


def test_a_question_for_no_such_thing_is_answered_by_any_clause() -> None:
    assert not lacks(wanted("can I wear jeans"), "Jeans are not smart.")


@pytest.mark.parametrize(
    "question",
    [
        "who wrote this policy",
        "When is the policy next reviewed?",
        "how often does the policy get looked at again",
        "when was it approved, this policy",
        "is our policy out of date",
        "what version is this",
    ],
)
def test_a_question_about_the_policy_itself_is_known(question: str) -> None:
    assert asked_for(question)


@pytest.mark.parametrize(
    "question",
    [
        "who do I tell",
        "when can I post photos",
        "how often can I be off ill",
        "who approves leave",
        "a boy asked me when his coursework is due",
        "when must the boats be looked at",
    ],
)
def test_a_question_about_its_matter_is_not_one_about_the_policy(question: str) -> None:
    assert not asked_for(question)


def test_who_approved_a_policy_is_told_by_whom_before_when() -> None:
    first, *others = asked_for("who approved this policy")
    assert first.search("approved by: the governors")
    assert not first.search("date approved: 4 may 2023")
    assert any(told.search("date approved: 4 may 2023") for told in others)


def test_where_a_thing_is_is_told_by_a_clause_that_shows_a_place() -> None:
    assert lacks(wanted("where is the boat"), "the boat leaves when the bell rings")
    assert not lacks(wanted("where is the boat"), "the boat is tied up beside the bridge")


@pytest.mark.parametrize("question", ["who is the bursar", "who's our bursar these days", "who is the bursar?"])
def test_a_question_for_the_name_of_who_holds_a_post_is_known(question: str) -> None:
    assert post(question) == "bursar"


def test_a_question_for_whom_to_tell_asks_no_name() -> None:
    assert not post("who is the person that i tell when the boat has a hole")
