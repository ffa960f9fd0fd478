"""What a clause is found by: its own words first, then the lead-ins it completes, its headings, its policy's title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.policy import Clause, Policy
from knowledge.words import content_terms, is_content, letters, pairs, stem, tokens

BODY, LEAD_IN, HEADING, TITLE = 4, 2, 1, 1  # how often each word is counted; BM25F: Robertson, Zaragoza & Taylor 2004


def bag(policy: Policy, clause: Clause) -> list[str]:
    """Words, neighbouring pairs and runs of letters, each as often as it weighs."""
    found: list[str] = []
    for text, weight in _fields(policy, clause):
        words = tokens(text)
        content = content_terms(words)
        found += [stem(word) for word in words] * weight
        found += pairs(content) * weight + pairs(content[::2]) + pairs(content[1::2])
        if weight > HEADING:
            found += letters(word for word in words if is_content(word))
    return found


def bags(policies: Sequence[Policy]) -> list[list[str]]:
    """One bag for every clause of every policy, in order: the clauses' numbers in the index are places in this list."""
    return [bag(policy, clause) for policy in policies for clause in policy.clauses]


def _fields(policy: Policy, clause: Clause) -> Iterator[tuple[str, int]]:
    yield clause.text, BODY
    yield from ((text, LEAD_IN) for text in clause.lead_ins)
    yield from ((text, HEADING) for text in clause.headings)
    yield policy.title, TITLE
