"""What stands on a screen in a report's place: a tip about policies, like any other that a bot of a school shows."""

from __future__ import annotations

from datetime import date

from bot.card import Card, Say

TITLE = "Candour"
"""The title of every window: it names no person, no kind and no step, whoever looks over a shoulder."""

TIPS = (
    "Ask me about a school policy in your own words, like: can I use my own phone on a trip?",
    "I show the policy's own clause, word for word, and the section it stands in.",
    "Type policies to see which of the school's policies I know.",
    "When a policy is overdue for review, I say so beside its clause.",
    "If I find nothing in the policies, I say so: I never make up an answer.",
)


def tip(day: date) -> Card:
    """Another each day, so that the same one is no sign of anything. It asks nothing and has no button."""
    return Card("Policy tip", (Say(TIPS[day.toordinal() % len(TIPS)]),))
