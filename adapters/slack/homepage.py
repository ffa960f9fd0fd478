"""What someone finds when they open the App Home: what they can do, whom to call, the policies, and their own items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from adapters.days import today
from adapters.doors import contacts
from adapters.slack.workspaces import Caller
from bot.card import Button, Card, Facts, Say
from knowledge import health
from knowledge.policy import Policy

DO = Card(
    "Candour",
    (Say("Ask me about a school policy in the Messages tab. I show you the clause, word for word."),),
    buttons=(
        Button("Report something privately", "report"),
        Button("See what has become of my report", "status"),
        Button("Who can see this?", "seen"),
    ),
)


def cards(caller: Caller, clock: Callable[[], datetime]) -> tuple[Card, ...]:
    """It reads the store: call it in a thread. A recipient's items are there only if there are any."""
    workspace = caller.workspace
    day = today(workspace.school, clock())
    return (DO, *_items(caller), contacts.card(workspace.school), policies(workspace.policies(), day))


def policies(known: Sequence[Policy], day: date) -> Card:
    rows = tuple((policy.title, _standing(policy, day)) for policy in known)
    return Card("The policies I know", (Facts(rows),) if rows else (Say("There are none here yet."),))


def _items(caller: Caller) -> tuple[Card, ...]:
    return tuple(reply.card for reply in caller.assistant().items(caller.who))


def _standing(policy: Policy, day: date) -> str:
    version = policy.version
    if version.review is None:
        return "It does not say when it is due for review."
    if health.is_overdue(version, day):
        return f"Overdue for review since {version.review:%B %Y}."
    return f"Due for review in {version.review:%B %Y}."
