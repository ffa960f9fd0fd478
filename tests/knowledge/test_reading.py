"""A question is read as it was meant: without the school's own name, without slips, and by the company of its words."""

from __future__ import annotations

from dataclasses import replace

from adapters.tables import shipped
from knowledge.library import Answer, Library, fit
from knowledge.likeness import NOTHING
from knowledge.policy import Clause, Kind, Policy, Version
from knowledge.tables import LEAST_IMPORTANT
from knowledge.vocabulary import Vocabulary


def policy(title: str, *texts: str) -> Policy:
    clauses = tuple(Clause(words, label=str(number)) for number, words in enumerate(texts, 1))
    return Policy(title.lower(), title, Version("0"), clauses)


def test_the_name_that_a_school_goes_by_says_nothing_although_no_policy_tells_it() -> None:
    phones = policy("Phones", "Phones are kept in bags.", "A sound system stands in the hall.", "Bells ring.")
    told = Library([phones], fit([phones], shipped()), shipped(), school="St Osmund's Primary School")
    assert told.ask("where are phones kept at st osmunds").ranked == told.ask("where are phones kept").ranked


def test_a_mistyped_question_about_the_policy_itself_is_known() -> None:
    line = Clause("Written by: the Bursar", label="author", kind=Kind.METADATA)
    boats = policy("Boats", "Boats are blue.")
    boats = replace(boats, clauses=(*boats.clauses, line))
    told = Library([boats], fit([boats], shipped()), shipped())
    found = told.ask("who worte this polcy")
    assert isinstance(found, Answer)
    assert found.passages[0].clause == line


def test_a_word_that_no_clause_knows_is_heard_by_the_company_it_keeps() -> None:
    words = ["implies .9 x tenner on a horse > #gambling", "means .9 x #gambling > placing bets"]
    bets = policy("Computers", "Placing bets is never allowed.", "Screens are locked.", "Bags are blue.")
    told = Library([bets], fit([bets], shipped()), replace(shipped(), vocabulary=Vocabulary.of(words), kin=None))
    assert told.ask("can I use a tenner").ranked[0].clause.text == "Placing bets is never allowed."


def test_the_words_within_a_phrase_lead_where_they_would_lead_alone() -> None:
    words = ["implies .9 x lift home > journey", "mutual .9 x lift, elevator"]
    lifts = policy("Buildings", "Elevators are slow.", "Screens are locked.", "Bags are blue.")
    told = Library([lifts], fit([lifts], shipped()), replace(shipped(), vocabulary=Vocabulary.of(words), kin=None))
    assert told.ask("can I get a lift home").ranked[0].clause.text == "Elevators are slow."


def test_a_word_of_the_title_tells_the_clauses_that_say_it_from_those_that_do_not() -> None:
    boats = policy("Boats", "Boats are blue.", "Paddles are long.", "Ropes are short.", "Lakes are deep.")
    by_words = replace(shipped(), likeness=NOTHING)
    first, second, *_ = Library([boats], fit([boats], by_words), by_words).ask("boats").ranked
    assert first.clause.text == "Boats are blue."
    assert first.score > 3 * second.score


def test_a_clock_time_a_sum_and_a_day_say_little() -> None:
    assert {shipped().importance(word) for word in ("2pm", "50", "9c", "tuesday")} == {LEAST_IMPORTANT}


def test_who_holds_a_post_is_told_by_the_line_that_names_them() -> None:
    line = Clause("Designated Safeguarding Lead: Ms Bly", label="Designated Safeguarding Lead", kind=Kind.METADATA)
    boats = policy("Boats", "Boats are blue.")
    boats = replace(boats, clauses=(*boats.clauses, line))
    told = Library([boats], fit([boats], shipped()), shipped())
    assert [passage.clause for passage in told.ask("who's the DSL these days").ranked] == [line]
    assert not isinstance(told.ask("who is the caretaker"), Answer)


def test_the_name_of_somebody_says_nothing() -> None:
    phones = policy("Phones", "Phones are kept in bags.", "A sound system stands in the hall.", "Bells ring.")
    told = Library([phones], fit([phones], shipped()), shipped())
    assert told.ask("where does Mrs Okafor's phone belong").ranked == told.ask("where does phone belong").ranked
