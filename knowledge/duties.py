"""Finds the clauses that say whom to tell, and what about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.duty_phrases import (
    ABOUT_HEAD,
    ACCUSED,
    ANY_RECIPIENT,
    ANYTHING,
    DOCUMENTS,
    HANDLING,
    NARROWER,
    NOT,
    NOT_STAFF,
    OFFICIAL_ACTS,
    PERMISSION,
    RECIPIENT,
    TELLING,
    TOPICS,
    WHO,
)
from knowledge.policy import Clause, Kind, Policy
from knowledge.sought import Sought


@dataclass(frozen=True)
class Duty:
    """What a clause says in its own words; found by wording alone, so a person should look it over once."""

    clause: Clause
    policy: Policy
    posts: frozenset[str]  # headteacher, chair, slt …: whoever is to be told
    topics: frozenset[str]  # kinds of report: cyberbullying, policy_breach …
    about_head: bool  # it speaks of reports about the headteacher
    subjects: frozenset[str]  # roles it speaks of: colleague, pupil …; empty where it names none
    handles: bool = False  # it says who deals with it, and not whom staff tell


# What is handled is not always what staff report; for these it is.
HANDLED = frozenset({"cyberbullying", "harassment", "policy_breach", "harmful_content", "threat"})
_SENTENCE_END = Sought(r"(?<=[.;!?])\s+(?=[A-Z“‘\"'(])")
_RECIPIENT = Sought(RECIPIENT, flags=re.IGNORECASE)
_ANY_RECIPIENT = Sought(ANY_RECIPIENT, flags=re.IGNORECASE)
_TOPICS = tuple((kind, tuple(Sought(words, flags=re.IGNORECASE) for words in rows)) for kind, rows in TOPICS)
_FOR_THE_CHILD = frozenset({"child_safeguarding", "pupil_contact_colleague", "indecent_image"})
_OWN = frozenset({"pupil_contact_self", "prohibited_site_self"})


def duties(policies: Sequence[Policy]) -> Iterator[Duty]:
    """In the order of the policies and their clauses. A clause without a recipient or a topic gives none."""
    for policy in policies:
        for clause in policy.clauses:
            if clause.kind in {Kind.CLAUSE, Kind.ITEM}:
                yield from dict.fromkeys(of_clause(clause, policy))


def topics(text: str) -> frozenset[str]:
    """The kinds of report that a text speaks of, whoever it names as recipient."""
    words = DOCUMENTS.sub(" ", _ANY_RECIPIENT.sub(" ", text))
    found = {kind for kind, rows in _TOPICS if all(row.search(words) for row in rows)}
    return frozenset(found - {NARROWER[kind] for kind in found if kind in NARROWER})


def of_clause(clause: Clause, policy: Policy) -> Iterator[Duty]:
    """One for each sentence that names a recipient; the same one may come twice."""
    context = (clause.text, *reversed(clause.lead_ins), *reversed(clause.headings))
    lead_in = _SENTENCE_END.split(clause.lead_ins[-1])[-1].rstrip(":–- ") if clause.lead_ins else ""
    first, *rest = _SENTENCE_END.split(clause.text)
    for sentence in (f"{lead_in} {first}".strip(), *rest):
        told = _told(sentence, after=len(lead_in) if sentence.endswith(first) else 0)
        handles = not told
        spoken = next((found for text in (sentence, *context) if (found := topics(text))), frozenset[str]())
        if not spoken and (ANYTHING.search(sentence) or ABOUT_HEAD.search(sentence)):
            spoken = frozenset({"policy_breach"})  # where a report on something else goes too
        if handles:
            told, spoken = _handlers(sentence), topics(sentence) & HANDLED
        if told and spoken:
            for duty in _split(clause, policy, told, spoken, sentence):
                yield replace(duty, handles=handles)


def _split(clause: Clause, policy: Policy, told: frozenset[str], spoken: frozenset[str], said: str) -> Iterator[Duty]:
    """One sentence may name the headteacher, and someone else for reports about the headteacher."""
    for_head = told - {"headteacher", "slt"} if ABOUT_HEAD.search(said) else frozenset()
    if others := told - for_head:
        yield Duty(clause, policy, others, spoken, False, _accused(said, spoken))
    if for_head:
        yield Duty(clause, policy, for_head, spoken, True, frozenset({"head"}))


def _told(sentence: str, after: int) -> frozenset[str]:
    """The posts that staff are to tell, where the words that name them end after `after`."""
    if NOT_STAFF.search(sentence) or PERMISSION.search(sentence):
        return frozenset()
    return frozenset(
        post
        for pattern in TELLING
        for match in pattern.finditer(sentence)
        if match.end("who") > after and not _someone_elses(sentence[: match.start()])
        for post in _posts(match["who"])
    )


def _someone_elses(before: str) -> bool:
    return bool(NOT.search(before) or OFFICIAL_ACTS.search(before))


def _handlers(sentence: str) -> frozenset[str]:
    match = HANDLING.search(sentence)
    return _posts(match["who"]) if match and not PERMISSION.search(sentence) else frozenset()


def _posts(words: str) -> frozenset[str]:
    return frozenset(str(match.lastgroup) for match in _RECIPIENT.finditer(words))


def _accused(sentence: str, spoken: frozenset[str]) -> frozenset[str]:
    """Whom it speaks of as having done it; a child at risk, and staff who tell of themselves, have done nothing."""
    if spoken & _OWN:
        return frozenset()
    found = {str(who.lastgroup) for said in ACCUSED.finditer(sentence) for who in WHO.finditer(said.group())}
    return frozenset(found - {"pupil"} if spoken & _FOR_THE_CHILD else found)
