"""The whole of a clause that was folded in a message, found again by a digest of its words."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.doors.text import digest, whole
from adapters.slack.parts import CLAUSE
from bot.asking import Replies, Reply
from bot.card import Card, Quote, Say
from knowledge.policy import Clause, Policy

ACTION = CLAUSE
CHANGED = Card("That clause has changed", (Say("The policy has changed since. Please ask me again."),))


def replies(policies: Sequence[Policy], name: str) -> Replies:
    """It needs no memory of what was shown: any process can answer, and so can one that has just started."""
    for policy in policies:
        for clause in policy.clauses:
            if digest(whole(clause.text, clause.lead_ins)) == name:
                return (Reply(_card(policy, clause)),)
    return (Reply(CHANGED),)


def _card(policy: Policy, clause: Clause) -> Card:
    citation = policy.cite(clause)
    return Card("The whole clause", (Quote(clause.text, str(citation), clause.lead_ins, citation.link),))
