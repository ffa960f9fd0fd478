"""A question is read as it was meant: without the school's own name, without slips, and by the company of its words."""

from __future__ import annotations

from dataclasses import replace

from adapters.tables import shipped
from knowledge.library import Answer, Library, fit
from knowledge.policy import Clause, Kind, Policy, Version
from knowledge.vocabulary import Vocabulary


def policy(title: str, *texts: str) -> Policy:
    clauses = tuple(Clause(words, label=str(number)) for number, words in enumerate(texts, 1))
    return Policy(title.lower(), title, Version("0"), clauses)


def test_the_name_that_a_school_goes_by_says_nothing_although_no_policy_tells_it() -> None:
    phones = policy("Phones", "Phones are kept in bags.", "A sound system stands in the hall.", "Bells ring.")
    told = Library([phones], fit([phones]), shipped(), school="St Osmund's Primary School")
    assert told.ask("where are phones kept at st osmunds").ranked == told.ask("where are phones kept").ranked


def test_a_mistyped_question_about_the_policy_itself_is_known() -> None:
    line = Clause("Written by: the Bursar", label="author", kind=Kind.METADATA)
    boats = policy("Boats", "Boats are blue.")
    boats = replace(boats, clauses=(*boats.clauses, line))
    told = Library([boats], fit([boats]), shipped())
    found = told.ask("who worte this polcy")
    assert isinstance(found, Answer)
    assert found.passages[0].clause == line


def test_a_word_that_no_clause_knows_is_heard_by_the_company_it_keeps() -> None:
    words = ["implies .9 x tenner on a horse > #gambling", "means .9 x #gambling > placing bets"]
    bets = policy("Computers", "Placing bets is never allowed.", "Screens are locked.", "Bags are blue.")
    told = Library([bets], fit([bets]), replace(shipped(), vocabulary=Vocabulary.of(words), kin=None))
    assert told.ask("can I use a tenner").ranked[0].clause.text == "Placing bets is never allowed."
