"""Lays the tables, one named step at a time. Stores never do: only `candour migrate` and a first start call this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from adapters.stores.rows import Laying, Store, utc
from bot.conversation import KEPT_FOR

Step = Callable[[Laying], None]


class NotLaid(Exception):
    """The database is not ready for this release. Run: candour migrate"""


def policies(laying: Laying) -> None:
    laying.create(
        "policies",
        {
            "school": str,
            "policy": str,
            "number": int,
            "digest": str,
            "title": str,
            "dated": str,
            "approved": str,
            "review": str,
            "link": str,
            "added": datetime,
        },
        key=("school", "policy", "number"),
        filled=("digest", "title", "dated", "link", "added"),
    )
    laying.create(
        "clauses",
        {
            "school": str,
            "policy": str,
            "number": int,
            "place": int,
            "text": str,
            "marker": str,
            "composed": str,
            "label": str,
            "headings": str,
            "lead_ins": str,
            "page": int,
            "kind": str,
        },
        key=("school", "policy", "number", "place"),
    )
    laying.create("indexes", {"school": str, "stamp": str, "fitted": bytes}, key="school")


def cases(laying: Laying) -> None:
    laying.create(
        "events",
        {"case_id": str, "number": int, "school": str, "sealed": bytes},
        key=("case_id", "number"),
        filled=("school", "sealed"),
    )
    laying.create("words", {"case_id": str, "name": str, "school": str, "sealed": bytes}, key=("case_id", "name"))
    laying.create(
        "errands",
        {
            "id": int,
            "school": str,
            "case_id": str,
            "verb": str,
            "due": datetime,
            "recipient": str,
            "hop": int,
            "urgent": int,
            "tries": int,
        },
        key="id",
    )
    laying.index("errands", ("school", "due"))
    laying.create(
        "inbox", {"school": str, "recipient": str, "case_id": str, "place": int}, key=("school", "recipient", "case_id")
    )
    laying.create("receipts", {"finder": str, "sealed": bytes}, key="finder")


def talks(laying: Laying) -> None:
    laying.create("talks", {"who": str, "sealed": bytes, "touched": datetime, "version": int}, key="who")
    laying.create("notices", {"message": str, "school": str, "recipient": str, "seen": int}, key="message")


def lapses(laying: Laying) -> None:
    """How long an older release's draft is to be kept stands sealed in it: give it the longest, and let it say so."""
    if not laying.has("talks", "touched"):
        return  # for a day, the step before this one made it so
    laying.rename("talks", "touched", "lapses")
    for row in laying.rows.query("SELECT who, lapses FROM talks"):
        lapsing = datetime.fromisoformat(row["lapses"]) + KEPT_FOR
        laying.rows.change("talks", {"who": row["who"]}, {"lapses": utc(lapsing)})


def keys(laying: Laying) -> None:
    laying.create("keys", {"name": str, "wrapped": bytes}, key="name", filled=("wrapped",))


DATABASE: Sequence[Step] = (policies, cases, talks, lapses)
KEYS: Sequence[Step] = (keys,)


def migrate(store: Store, steps: Sequence[Step]) -> int:
    """Take the steps not yet taken, all or none; safe to repeat and to run twice at once. Returns how many."""
    with store.laying() as laying:
        due = steps[laying.taken() :]
        for step in due:
            step(laying)
            laying.took(step.__name__)
    return len(due)


def check(store: Store, steps: Sequence[Step]) -> None:
    """Raises NotLaid."""
    if store.taken() != len(steps):
        raise NotLaid(NotLaid.__doc__)
